// What is pasted, as files: bytes that are exactly what the clipboard gave, text as UTF-8.
import { droppedFiles, type Incoming } from './incoming.ts';

type Written = { readonly html: string; readonly text: string };

/** Formatted text is taken as such; one that shows no words, a picture alone, by its plain text. */
export function writtenFiles({ html, text }: Written, at: Date): Incoming[] {
  if (hasWords(html)) return [fileOf(html, 'html', 'text/html', at)];
  return text.trim() === '' ? [] : [fileOf(text, 'txt', 'text/plain', at)];
}

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

/** What a paste brings. File managers copy the names of files as text beside them, so that files go before plain text. */
export function pastedFiles(transfer: DataTransfer, at: Date): Promise<Incoming[]> {
  const formatted = writtenFiles({ html: transfer.getData('text/html'), text: '' }, at);
  if (formatted.length > 0) return Promise.resolve(formatted);
  if (transfer.files.length > 0) return droppedFiles(transfer);
  return Promise.resolve(writtenFiles({ html: '', text: transfer.getData('text/plain') }, at));
}

/** The same, asked for: the browser may ask a person first. Rejects when it is not allowed. */
export async function clipboardFiles(at: Date): Promise<Incoming[]> {
  const items = await navigator.clipboard.read();
  const read = async (type: string): Promise<string> => {
    const item = items.find(({ types }) => types.includes(type));
    return item ? (await item.getType(type)).text() : '';
  };
  return writtenFiles({ html: await read('text/html'), text: await read('text/plain') }, at);
}
