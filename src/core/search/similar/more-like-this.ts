// What to ask the index for to find articles on the same matter, and how to leave out those that are mere copies.
import type { Token } from '../../arabic/tokens.ts';
import { type Frequencies, rarity } from './frequencies.ts';
import { isFunctionWord } from './function-words.ts';
import { areCopies, shingleSet, termNumbers } from './shingles.ts';

/** A stem with its weight; the weights of all add up to 1. */
export type TellingTerm = { readonly stem: string; readonly weight: number };

/** Stems in more than one article of eight say little of one of them; where there are few articles, that is none yet. */
const COMMON = 0.12;
const FEW = 4;

/**
 * The stems that tell a text from others, best first, for a query in which any of them will do. `frequencies` are of stems,
 * the article itself counted: a stem that stands in no other finds nothing.
 */
export function tellingTerms(title: readonly Token[], body: readonly Token[], frequencies: Frequencies, limit = 25): TellingTerm[] {
  const counts = new Map<string, number>();
  const count = (tokens: readonly Token[], worth: number): void => {
    for (const { folded, stem } of tokens) {
      if (stem.length > 1 && !isFunctionWord(folded)) counts.set(stem, (counts.get(stem) ?? 0) + worth);
    }
  };
  count(title, 3);
  count(body, 1);
  const weighed = [...counts]
    .filter(([stem]) => frequencies.of(stem) > 1 && frequencies.of(stem) <= Math.max(FEW, frequencies.total * COMMON))
    .map(([stem, times]) => ({ stem, weight: (1 + Math.log(times)) * rarity(frequencies, stem) }))
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, limit);
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
  return weighed.map(({ stem, weight }) => ({ stem, weight: weight / all }));
}

/** The hits in their order without copies of the text itself or of an earlier hit. */
export function withoutCopies<T>(text: readonly Token[], hits: readonly T[], tokensOf: (hit: T) => readonly Token[]): T[] {
  const seen = [shingleSet(termNumbers(text))];
  return hits.filter((hit) => {
    const shingles = shingleSet(termNumbers(tokensOf(hit)));
    if (seen.some((other) => areCopies(other, shingles))) return false;
    seen.push(shingles);
    return true;
  });
}
