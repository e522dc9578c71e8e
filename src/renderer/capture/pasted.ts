// What is pasted, as files: bytes that are exactly what the clipboard gave, text as UTF-8.
import { droppedFiles, type Incoming } from './incoming.ts';

function fileOf(content: string, ending: string, type: string, at: Date): Incoming {
  const path = `clipboard-${stamp(at)}.${ending}`;
  return { file: new File([content], path, { type }), path };
}

/** The time here and now, as a name of a file may have it. */
function stamp(at: Date): string {
  const here = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
}

/** The document is parsed and never shown: nothing of it runs or is fetched. */
function hasWords(html: string): boolean {
  if (html.trim() === '') return false;
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const one of body.querySelectorAll('script, style')) one.remove();
  return body.textContent.trim() !== '';
}

/**
 * What a paste brings: formatted text, where it has words; else files, for file managers copy their names as text beside them;
 * else plain text.
 */
export async function pastedFiles(transfer: DataTransfer, at: Date): Promise<Incoming[]> {
  const html = transfer.getData('text/html');
  const text = transfer.getData('text/plain');
  if (hasWords(html)) return [fileOf(html, 'html', 'text/html', at)];
  if (transfer.files.length > 0) return droppedFiles(transfer);
  return text.trim() === '' ? [] : [fileOf(text, 'txt', 'text/plain', at)];
}
