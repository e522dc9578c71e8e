// What an index is asked for a query's words: terms with weights. An article's score is the sum, over all terms found in it,
// of weight × saturation (bm25.ts); then the best are ordered anew by nearness.ts.
import type { MatchKind } from '#contract/search.ts';
import { joinOf, splitsOf } from '../../arabic/joined-words.ts';
import { arabicNames } from '../../arabic/latin-names.ts';
import { nearWords } from '../../arabic/near-words.ts';
import { type WordForms, tokenize } from '../../arabic/tokens.ts';
import type { Vocabulary } from '../../arabic/vocabulary.ts';
import { idf } from './bm25.ts';

/** A text is indexed under three forms of each word. */
export type Layer = keyof WordForms;

/** What a plan needs to know of an index. */
export type IndexCounts = {
  /** Number of articles. */
  readonly articles: number;
  /** Articles that hold a term of a layer; 0 when unknown. */
  readonly frequency: (layer: Layer, term: string) => number;
  /** All folded terms. */
  readonly vocabulary: Vocabulary;
};

/** `kind` tells why an article that holds the term was found. */
export type PlannedTerm = { readonly layer: Layer; readonly term: string; readonly weight: number; readonly kind: MatchKind };

/** Folded terms side by side; to be weighed like a term whose `times` are those of the pair. */
export type PlannedPair = { readonly terms: readonly [string, string]; readonly weight: number; readonly kind: MatchKind };

export type PlannedWord = {
  readonly word: WordForms;
  /** What the word is worth for nearness: the weight of its most telling term. */
  readonly worth: number;
  readonly terms: readonly PlannedTerm[];
  readonly pairs: readonly PlannedPair[];
};

/**
 * A word counts by its stem; its own spelling adds a fifth. More would let the spelling outvote the other words of a
 * query (with 1 the rank of what was asked with another clitic fell by half), less would lose it. Marks and hamzas, which
 * writers leave out at will, only break ties.
 */
const WEIGHT: Record<Layer, number> = { stem: 1, folded: 0.22, exact: 0.001 };
/** A word that was perhaps meant counts less than one that was written. */
const MEANT = 0.7;

/** The words of a query in their order; neighbours are also looked for written as one. */
export function planWords(words: readonly WordForms[], counts: IndexCounts): PlannedWord[] {
  return words.map((word, at) => {
    const joined = [words[at - 1] && joinOf(counts.vocabulary, words[at - 1]!.folded, word.folded)];
    joined.push(words[at + 1] && joinOf(counts.vocabulary, word.folded, words[at + 1]!.folded));
    return planWord(
      word,
      counts,
      joined.filter((one) => one !== undefined),
    );
  });
}

/** One word; `joined` are folded terms that it makes with a neighbour. */
export function planWord(word: WordForms, counts: IndexCounts, joined: readonly string[] = []): PlannedWord {
  const terms: PlannedTerm[] = [];
  const add = (layer: Layer, term: string, share: number, kind: MatchKind, atMost = Number.POSITIVE_INFINITY): void => {
    const frequency = counts.frequency(layer, term);
    if (frequency === 0 || terms.some((one) => one.layer === layer && one.term === term)) return;
    terms.push({ layer, term, weight: share * WEIGHT[layer] * Math.min(idf(frequency, counts.articles), atMost), kind });
  };
  const addWord = (folded: string, share: number, kind: MatchKind, atMost?: number): void => {
    const [forms] = tokenize(folded);
    if (!forms) return;
    add('folded', forms.folded, share, kind, atMost);
    add('stem', forms.stem, share, kind, atMost);
  };
  // «منالذي» is a rare misprint of two words that tell nothing: joined or parted, a word is worth no more than it was.
  const own = idf(counts.frequency('stem', word.stem), counts.articles);
  add('exact', word.exact, 1, 'exact');
  add('folded', word.folded, 1, 'folded');
  add('stem', word.stem, 1, 'stem');
  for (const term of joined) addWord(term, 1, 'folded', own);
  for (const near of nearWords(counts.vocabulary, word.folded)) addWord(near.term, MEANT * near.likelihood, 'fuzzy');
  for (const name of arabicNames(counts.vocabulary, word.folded)) addWord(name, MEANT, 'fuzzy');
  const pairs = splitsOf(counts.vocabulary, word.folded).map((pair) => {
    const rarer = Math.min(...pair.map((term) => counts.frequency('folded', term)));
    return { terms: pair, weight: Math.min(idf(rarer, counts.articles), own), kind: 'folded' as const };
  });
  return { word, terms, pairs, worth: Math.max(0, ...terms.map((term) => term.weight)) };
}
