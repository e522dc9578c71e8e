// Two sorted vocabularies become one. Pure.
import type { Vocabulary } from '../../arabic/vocabulary.ts';

export const noTerms: Vocabulary = { size: 0, letters: new Uint16Array(0), starts: new Uint32Array(1), frequencies: new Uint32Array(0) };

/** Frequencies add up. Quick where one is much smaller: what lies between its terms is copied as it is. */
export function mergeVocabularies(a: Vocabulary, b: Vocabulary): Vocabulary {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  if (few.size === 0) return many;
  const letters = new Uint16Array(few.letters.length + many.letters.length);
  const starts = new Uint32Array(few.size + many.size + 1);
  const frequencies = new Uint32Array(few.size + many.size);
  let size = 0;
  let length = 0;

  function take(from: Vocabulary, first: number, end: number): void {
    const start = from.starts[first]!;
    const stop = from.starts[end]!;
    if (stop - start > 64) letters.set(from.letters.subarray(start, stop), length);
    else for (let at = start; at < stop; at++) letters[length + at - start] = from.letters[at]!;
    for (let at = first; at < end; at++) {
      starts[size] = from.starts[at]! - start + length;
      frequencies[size++] = from.frequencies[at]!;
    }
    length += stop - start;
  }

  let next = 0;
  for (let at = 0; at < few.size; at++) {
    const to = firstFrom(many, next, few, at);
    take(many, next, to);
    next = to;
    if (to < many.size && compare(many, to, few, at) === 0) {
      take(many, to, to + 1);
      frequencies[size - 1]! += few.frequencies[at]!;
      next++;
    } else take(few, at, at + 1);
  }
  take(many, next, many.size);
  starts[size] = length;
  return { size, letters: letters.slice(0, length), starts: starts.slice(0, size + 1), frequencies: frequencies.slice(0, size) };
}

/** The first term of `many` from `start` on that is not before the other's: in leaps that double, then by halves. */
function firstFrom(many: Vocabulary, start: number, few: Vocabulary, at: number): number {
  let low = start;
  let step = 1;
  while (low + step <= many.size && compare(many, low + step - 1, few, at) < 0) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, many.size + 1) - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(many, middle, few, at) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compare(a: Vocabulary, one: number, b: Vocabulary, other: number): number {
  let i = a.starts[one]!;
  let j = b.starts[other]!;
  const iEnd = a.starts[one + 1]!;
  const jEnd = b.starts[other + 1]!;
  for (; i < iEnd && j < jEnd; i++, j++) if (a.letters[i] !== b.letters[j]) return a.letters[i]! - b.letters[j]!;
  return iEnd - i - (jEnd - j);
}
