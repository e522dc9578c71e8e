// What an index is asked for a query's words: terms with weights. An article's score is the sum, over all terms found in it,
// of weight × saturation (bm25.ts); then the best are ordered anew by nearness.ts.
import type { MatchKind } from '#contract/search.ts';
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
export type PlannedWord = {
  readonly word: WordForms;
  /** What the word is worth for nearness: that of its most telling term. */
  readonly worth: number;
  readonly terms: readonly PlannedTerm[];
};

/**
 * A word counts by its stem; its own spelling adds a fifth. More would let the spelling outvote the other words of a
 * query (with 1 the rank of what was asked with another clitic fell by half), less would lose it. Marks and hamzas, which
 * writers leave out at will, only break ties.
 */
const WEIGHT: Record<Layer, number> = { stem: 1, folded: 0.22, exact: 0.001 };
/** A word that was perhaps meant counts less than one that was written. */
const MEANT = 0.7;

export function planWord(word: WordForms, counts: IndexCounts): PlannedWord {
  const terms: PlannedTerm[] = [];
  const add = (layer: Layer, term: string, share: number, kind: MatchKind): void => {
    const frequency = counts.frequency(layer, term);
    if (frequency === 0 || terms.some((one) => one.layer === layer && one.term === term)) return;
    terms.push({ layer, term, weight: share * WEIGHT[layer] * idf(frequency, counts.articles), kind });
  };
  add('exact', word.exact, 1, 'exact');
  add('folded', word.folded, 1, 'folded');
  add('stem', word.stem, 1, 'stem');
  for (const near of nearWords(counts.vocabulary, word.folded)) {
    const [forms] = tokenize(near.term);
    if (!forms) continue;
    const share = MEANT * near.likelihood;
    add('folded', forms.folded, share, 'fuzzy');
    add('stem', forms.stem, share, 'fuzzy');
  }
  return { word, terms, worth: Math.max(0, ...terms.map((term) => term.weight)) };
}

export const planWords = (words: readonly WordForms[], counts: IndexCounts): PlannedWord[] => words.map((word) => planWord(word, counts));
