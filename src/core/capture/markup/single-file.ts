// The comment that SingleFile writes at the beginning of a page it saves.
export type SingleFileNote = { readonly url?: string; readonly captured?: string };

const comment = /<!--\s*Page saved with SingleFile([\s\S]{0,4000}?)-->/;

export function singleFileNote(html: string): SingleFileNote | undefined {
  const note = comment.exec(html.slice(0, 20_000))?.[1];
  if (note === undefined) return undefined;
  const url = /\burl:\s*(\S+)/.exec(note)?.[1];
  const saved = /\bsaved date:\s*([^\n]+)/.exec(note)?.[1]?.trim();
  const time = saved === undefined ? Number.NaN : Date.parse(saved.replace(/\s*\(.*\)$/, ''));
  return { ...(url ? { url } : {}), ...(Number.isNaN(time) ? {} : { captured: new Date(time).toISOString() }) };
}
