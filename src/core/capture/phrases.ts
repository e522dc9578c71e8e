// Lists of phrases, compiled once: what a line begins with, and whether it is made of them and of nothing else.
import { foldedWords } from './lines.ts';

export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** By first word, the longest first. */
export function compilePhrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>();
  for (const words of list.map(foldedWords).sort((a, b) => b.length - a.length)) {
    const first = words[0];
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
}

/** The words of the longest phrase that stands at `at`; 0 when none does. */
export function phraseAt(words: readonly string[], at: number, phrases: Phrases): number {
  const found = phrases.get(words[at] ?? '')?.find((phrase) => phrase.every((word, i) => words[at + i] === word));
  return found?.length ?? 0;
}

/** Phrases one after another, with counters beside them: «تعليقات 3», «12 قراءة». */
export function isMadeOf(words: readonly string[], phrases: Phrases): boolean {
  let met = 0;
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at, phrases);
    if (length === 0 && !/^\d{1,6}$/.test(words[at]!)) return false;
    at += length || 1;
    met += length;
  }
  return met > 0;
}
