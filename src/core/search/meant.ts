// What a person may have meant by a word: the same word written together or apart, a name in Latin letters, a slip of the hand.
import type { MatchKind } from '#contract/search.ts';
import { joinOf, splitsOf } from '../arabic/joined-words.ts';
import { arabicNames } from '../arabic/latin-names.ts';
import { nearWords, slipsOf } from '../arabic/near-words.ts';
import { stemWord } from '../arabic/stem.ts';
import type { Token } from '../arabic/tokens.ts';
import type { Vocabulary } from '../arabic/vocabulary.ts';

/** Folded words side by side that stand for the word asked for; `weight` beside 1 for the word itself. */
export type Meant = { readonly words: readonly string[]; readonly weight: number; readonly kind: MatchKind };

/** What a word tells: its idf. */
export type Worths = { readonly own: number; readonly of: (folded: string) => number };

/** A word that was perhaps meant counts less than one that was written, and a rare slip of an author's least. */
const WEIGHT = { meant: 0.7, slip: 0.2 };

/**
 * `before` and `after` are its neighbours in the query; `worths` the weight of the word itself and of any folded word.
 * «منالذي» is a rare misprint of two words that tell nothing: joined or parted, a word is worth no more than it was.
 */
export function meantBy(vocabulary: Vocabulary, word: Token, worths: Worths, before?: Token, after?: Token): Meant[] {
  const meant: Meant[] = [];
  const add = (words: readonly string[], weight: number, kind: MatchKind): void => {
    const text = words.join(' ');
    if (text !== word.folded && !meant.some((one) => one.words.join(' ') === text)) meant.push({ words, weight, kind });
  };
  const joined = [before && joinOf(vocabulary, before.folded, word.folded), after && joinOf(vocabulary, word.folded, after.folded)];
  for (const term of joined) if (term !== undefined) add([term], Math.min(1, worths.own / worths.of(term)), 'folded');
  for (const pair of splitsOf(vocabulary, word.folded)) {
    const [rarer, other] = pair.map(worths.of).sort((a, b) => b - a) as [number, number];
    // Words that stand together weigh as much as their sum.
    add(pair, Math.min(rarer, worths.own) / (rarer + other), 'folded');
  }
  // What shares its stem is found without being meant, and its list is long.
  const addOther = (term: string, weight: number): void => (stemWord(term) === word.stem ? undefined : add([term], weight, 'fuzzy'));
  for (const { term, likelihood } of nearWords(vocabulary, word.folded)) addOther(term, WEIGHT.meant * likelihood);
  for (const name of arabicNames(vocabulary, word.folded)) addOther(name, WEIGHT.meant);
  for (const term of slipsOf(vocabulary, word.folded)) addOther(term, WEIGHT.slip);
  return meant;
}
