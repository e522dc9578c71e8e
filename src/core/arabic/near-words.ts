// Words of the archive that a person may have meant: one slip away, two in a longer word.
import { slipCost } from './slips.ts';
import { termsWithin } from './terms-within.ts';
import { frequencyIn, termAt, type Vocabulary } from './vocabulary.ts';

/** `cost` as in slips.ts; `likelihood` that this was meant, over all that is near: the likelihoods of an answer add up to at most 1. */
export type NearWord = { readonly term: string; readonly frequency: number; readonly cost: number; readonly likelihood: number };

/** Shorter words have too many neighbours: of three letters, every second one is a word. */
const SHORTEST = 4;
/** Two slips are looked for in words of this length, when one slip leads to nothing known. */
const LONG = 6;
/** A word in so few articles may be a slip of their authors as well. */
const RARE = 2;
/** So many times more frequent must a neighbour be for a word that is not rare: تعزير is a word, yet تعزيز was meant. */
const OUTWEIGHS = 50;
/** Each whole slip makes a reading so many times less likely (measured between 4 and 100: little depends on it). */
const SLIP = 20;

/** Words near a folded term, most likely first; none when the term is common enough to be meant. */
export function nearWords(vocabulary: Vocabulary, folded: string, limit = 5): NearWord[] {
  if (folded.length < SHORTEST || !/^\p{L}+$/u.test(folded)) return [];
  const own = frequencyIn(vocabulary, folded);
  if (own > RARE && own * OUTWEIGHS > mostFrequent(vocabulary)) return [];
  let found = within(vocabulary, folded, 1, own);
  if (found.length === 0 && own <= RARE && folded.length >= LONG) found = within(vocabulary, folded, 2, own);
  const worth = found.map(({ frequency, cost }) => frequency * SLIP ** -cost);
  const all = worth.reduce((sum, one) => sum + one, own);
  return found
    .map((one, at) => ({ ...one, likelihood: worth[at]! / all }))
    .sort((a, b) => b.likelihood - a.likelihood || a.cost - b.cost)
    .slice(0, limit);
}

/** Words one slip away that are so rare beside this one that they are it, misprinted: تعزير for تعزيز. The most frequent first. */
export function slipsOf(vocabulary: Vocabulary, folded: string, limit = 5): string[] {
  if (folded.length < SHORTEST || !/^\p{L}+$/u.test(folded)) return [];
  const own = frequencyIn(vocabulary, folded);
  if (own === 0) return [];
  return near(vocabulary, folded, 1)
    .filter((at) => vocabulary.frequencies[at]! * OUTWEIGHS <= Math.max(own, OUTWEIGHS))
    .sort((a, b) => vocabulary.frequencies[b]! - vocabulary.frequencies[a]!)
    .map((at) => termAt(vocabulary, at))
    .filter((term) => term !== folded)
    .slice(0, limit);
}

/** Words at most so many letters away, the most frequent first. */
export function wordsWithin(vocabulary: Vocabulary, folded: string, slips: number, limit = 50): string[] {
  return near(vocabulary, folded, slips)
    .toSorted((a, b) => vocabulary.frequencies[b]! - vocabulary.frequencies[a]!)
    .map((at) => termAt(vocabulary, at))
    .filter((term) => term !== folded)
    .slice(0, limit);
}

const greatest = new WeakMap<Vocabulary, number>();

/** No neighbour can outweigh a word that is frequent itself: most words of a query need no walk. */
function mostFrequent(vocabulary: Vocabulary): number {
  let most = greatest.get(vocabulary);
  if (most === undefined) greatest.set(vocabulary, (most = vocabulary.frequencies.reduce((a, b) => Math.max(a, b), 0)));
  return most;
}

function within(vocabulary: Vocabulary, folded: string, slips: number, own: number): Omit<NearWord, 'likelihood'>[] {
  // What stands nowhere else was not meant by anyone who wrote it: any word that does may have been.
  const least = own === 0 ? 1 : own <= RARE ? RARE + 1 : own * OUTWEIGHS;
  return near(vocabulary, folded, slips)
    .filter((at) => vocabulary.frequencies[at]! >= least)
    .map((at) => ({ term: termAt(vocabulary, at), frequency: vocabulary.frequencies[at]! }))
    .filter(({ term }) => term !== folded)
    .map((one) => ({ ...one, cost: slipCost(folded, one.term) }));
}

/** So many words' neighbours are remembered: a query is asked again with each key press, each page and each filter. */
const REMEMBERED = 128;
const remembered = new WeakMap<Vocabulary, Map<string, readonly number[]>>();

/** Numbers of the terms at most so many slips away, ascending. */
function near(vocabulary: Vocabulary, folded: string, slips: number): readonly number[] {
  let known = remembered.get(vocabulary);
  if (!known) remembered.set(vocabulary, (known = new Map()));
  const key = `${slips}${folded}`;
  const found = known.get(key) ?? termsWithin(vocabulary, folded, slips);
  known.delete(key);
  known.set(key, found);
  if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
  return found;
}
