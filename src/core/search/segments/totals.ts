// How many documents there are, and how long they are: what scores are measured against.
import type { Totals } from './bm25.ts';
import { fields } from './postings.ts';
import type { Segment } from './segment.ts';

const known = new WeakMap<Segment, { live: number; words: readonly number[] }>();

/** Removed documents are not counted. */
export function totalsOf(segments: readonly Segment[]): Totals {
  const all = segments.map(wordsOf);
  return {
    documents: all.reduce((sum, { live }) => sum + live, 0),
    words: fields.map((_, field) => all.reduce((sum, { words }) => sum + words[field]!, 0)),
  };
}

function wordsOf(segment: Segment): { live: number; words: readonly number[] } {
  const before = known.get(segment);
  if (before?.live === segment.live) return before;
  const whole = segment.live === segment.count;
  const words = segment.words.map((counts) => {
    let sum = 0;
    for (let doc = 0; doc < counts.length; doc++) if (whole || !segment.dead.has(doc)) sum += counts[doc]!;
    return sum;
  });
  const now = { live: segment.live, words };
  known.set(segment, now);
  return now;
}
