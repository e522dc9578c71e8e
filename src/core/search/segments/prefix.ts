// The most frequent folded forms that begin with some letters.
import { decodeTerm, startsWith } from './letters.ts';
import type { Segment } from './segment.ts';

/**
 * All when there are no more than `limit`; else those most frequent in any one segment, and of these the most frequent in all.
 * Pages that hold no frequent form are passed over, so that one letter costs little more than three.
 */
export function prefixForms(segments: readonly Segment[], prefix: Uint8Array, limit: number): Uint8Array[] {
  const candidates = new Map<string, Uint8Array>();
  for (const segment of segments) for (const form of mostFrequent(segment, prefix, limit)) candidates.set(decodeTerm(form), form);
  if (candidates.size <= limit) return [...candidates.values()];
  const counted = [...candidates].map(([term, form]) => ({ term, form, df: segments.reduce((sum, one) => sum + formDf(one, form), 0) }));
  counted.sort((a, b) => b.df - a.df || (a.term < b.term ? -1 : 1));
  return counted.slice(0, limit).map(({ form }) => form);
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

function mostFrequent(segment: Segment, prefix: Uint8Array, limit: number): Uint8Array[] {
  const { pages } = segment.forms;
  let best: { form: Uint8Array; df: number }[] = [];
  let threshold = -1;
  const cursor = segment.forms.from(prefix);
  for (let more = cursor !== undefined; more && startsWith(cursor!.term, cursor!.length, prefix); ) {
    const df = cursor!.values[0]!;
    if (df > threshold) best.push({ form: cursor!.bytes.slice(), df });
    // Sorting now and then costs less than keeping a heap.
    if (best.length >= limit * 8) {
      best = best.sort((a, b) => b.df - a.df).slice(0, limit);
      threshold = best.at(-1)!.df;
    }
    for (let page = cursor!.fresh; page !== undefined && pages.highest[page]! <= threshold; page = cursor!.fresh) {
      const first = segment.forms.first(page);
      if (!startsWith(first, first.length, prefix)) return named(best, limit);
      cursor!.passPage();
    }
    more = cursor!.next();
  }
  return named(best, limit);
}

function named(best: { form: Uint8Array; df: number }[], limit: number): Uint8Array[] {
  return best
    .sort((a, b) => b.df - a.df)
    .slice(0, limit)
    .map(({ form }) => form);
}
