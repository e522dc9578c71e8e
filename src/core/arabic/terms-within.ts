// Terms of a sorted vocabulary that are some slips away from a word: a letter more, less, another, or two swapped (optimal string
// alignment). All terms with one beginning stand side by side, so that when no slip is left the rest is looked up by halves.
import type { Vocabulary } from './vocabulary.ts';

/** Numbers of the terms at most so many slips away, ascending. */
export function termsWithin({ size, letters, starts }: Vocabulary, word: string, slips: number): number[] {
  const found = new Set<number>();
  const lengthOf = (term: number): number => starts[term + 1]! - starts[term]!;

  /** The first of the terms [low, high), which share `depth` letters, whose letter there is not below `letter`. */
  function firstFrom(low: number, high: number, depth: number, letter: number): number {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (lengthOf(middle) === depth || letters[starts[middle]! + depth]! < letter) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The term among [low, high), which share `depth` letters, that goes on with the rest of the word. */
  function findRest(low: number, high: number, depth: number, at: number): void {
    let [from, to] = [low, high];
    while (from < to) {
      const middle = (from + to) >>> 1;
      const start = starts[middle]! + depth;
      const length = starts[middle + 1]! - start;
      const left = word.length - at;
      let order = 0;
      for (let i = 0; i < length && i < left && order === 0; i++) order = letters[start + i]! - word.charCodeAt(at + i);
      if (order === 0) order = length - left;
      if (order === 0) return void found.add(middle);
      if (order < 0) from = middle + 1;
      else to = middle;
    }
  }

  /** The terms [low, high) share `depth` letters, which were read as the first `at` of the word. */
  function visit(low: number, high: number, depth: number, at: number, left: number): void {
    if (low >= high) return;
    if (left === 0) return findRest(low, high, depth, at);
    const ends = lengthOf(low) === depth;
    if (ends && word.length - at <= left) found.add(low);
    if (at < word.length) visit(low, high, depth, at + 1, left - 1);
    for (let next = ends ? low + 1 : low; next < high; ) {
      const letter = letters[starts[next]! + depth]!;
      const end = firstFrom(next, high, depth, letter + 1);
      if (at < word.length) visit(next, end, depth + 1, at + 1, word.charCodeAt(at) === letter ? left : left - 1);
      visit(next, end, depth + 1, at, left - 1);
      if (at + 1 < word.length && word.charCodeAt(at + 1) === letter) {
        const before = word.charCodeAt(at);
        visit(firstFrom(next, end, depth + 1, before), firstFrom(next, end, depth + 1, before + 1), depth + 2, at + 2, left - 1);
      }
      next = end;
    }
  }

  visit(0, size, 0, 0, slips);
  return Array.from(found).sort((a, b) => a - b);
}
