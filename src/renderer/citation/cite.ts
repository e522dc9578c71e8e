import type { Scope } from '#contract/batch.ts';
import type { Settings } from '#contract/settings.ts';
import { citationOf } from '#i18n/citation.ts';
import { directionOf } from '#i18n/locale.ts';
import { api } from '../api/client.ts';

/** So many at a time: a clipboard is no export. */
export const MOST_CITED = 500;

/** Throws item.missing, and what the host throws. */
export async function citationsOf({ ids, query = '', filters = {}, except = [] }: Scope, s: Settings): Promise<string[]> {
  const wanted =
    ids ?? (await api.item.ids({ ...filters, query, limit: MOST_CITED + except.length })).ids.filter((id) => !except.includes(id));
  const lines: string[] = [];
  for (const id of wanted.slice(0, MOST_CITED)) lines.push(citationOf(await api.item.get({ id }), s));
  return lines;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** By the document's own copying, which needs no permission; false when it was not allowed. */
export function copy(lines: readonly string[], s: Settings): boolean {
  let put = false;
  const onCopy = (e: ClipboardEvent): void => {
    e.preventDefault();
    e.stopPropagation();
    const html = lines.map((line) => `<p dir="${directionOf(s.language)}" lang="${s.language}">${escaped(line)}</p>`).join('');
    e.clipboardData?.setData('text/plain', lines.join('\n'));
    e.clipboardData?.setData('text/html', html);
    put = true;
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the newer way asks for a permission that the shell denies to all
    return document.execCommand('copy') && put;
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
