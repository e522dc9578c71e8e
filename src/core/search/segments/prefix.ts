// The most frequent folded forms that begin with some letters.
import { decodeTerm, startsWith } from './letters.ts';
import type { Segment } from './segment.ts';

/**
 * All when there are no more than `limit`; else about the most frequent: a form counts where it is among the most frequent of a segment.
 */
export function prefixForms(segments: readonly Segment[], prefix: Uint8Array, limit: number): Uint8Array[] {
  const candidates = new Map<string, { form: Uint8Array; df: number }>();
  for (const segment of segments) {
    for (const { form, df } of mostFrequent(segment, prefix, limit)) {
      const term = decodeTerm(form);
      candidates.set(term, { form, df: df + (candidates.get(term)?.df ?? 0) });
    }
  }
  const sorted = [...candidates].sort(([a, { df }], [b, { df: other }]) => other - df || (a < b ? -1 : 1));
  return sorted.slice(0, limit).map(([, { form }]) => form);
}

/** Number of documents that hold a folded form; a document that holds it under two stems counts twice. */
export function formDf(segment: Segment, form: Uint8Array): number {
  let df = 0;
  const cursor = segment.forms.find(form);
  while (cursor && cursor.length === form.length && startsWith(cursor.term, cursor.length, form)) {
    df += cursor.values[0]!;
    if (!cursor.next()) break;
  }
  return df;
}

/** Reads the pages alone that hold a form as frequent as the `limit` most frequent pages do: no others can hold one of the best. */
function mostFrequent({ forms }: Segment, prefix: Uint8Array, limit: number): { form: Uint8Array; df: number }[] {
  const { highest } = forms.pages;
  const [start, end] = forms.pagesOf(prefix);
  const floor = highest.slice(start, end).sort().at(-limit) ?? 0;
  const best: { form: Uint8Array; df: number }[] = [];
  for (let page = start; page < end; page++) {
    if (highest[page]! < floor) continue;
    for (const cursor of forms.entriesOf(page)) {
      const df = cursor.values[0]!;
      if (df >= floor && startsWith(cursor.term, cursor.length, prefix)) best.push({ form: cursor.bytes.slice(), df });
    }
  }
  return best.sort((a, b) => b.df - a.df).slice(0, limit);
}
