// BM25F (Robertson and Zaragoza 2009, 3.6): fields weigh into one count for a term, which is then saturated. Here once for each layer:
// a word that stands in its very spelling counts as exact, as folded and as stem, and each layer has a weight and an idf of its own.
import { type Field, fields } from './postings.ts';

export const layers = ['stem', 'folded', 'exact'] as const;
/** How closely a word was met; those after it in `layers` are closer and count for it as well. */
export type Layer = (typeof layers)[number];

export type Ranking = {
  /** Saturation of repeated words. */
  readonly k1: number;
  /** How much length counts against a field, from 0 to 1. */
  readonly b: Readonly<Record<Field, number>>;
  readonly boost: Readonly<Record<Field, number>>;
  readonly layer: Readonly<Record<Layer, number>>;
};

export const defaultRanking: Ranking = {
  k1: 1.2,
  b: { body: 0.75, title: 0.5, notes: 0.5 },
  boost: { body: 1, title: 3, notes: 1 },
  layer: { stem: 1, folded: 0.15, exact: 0.1 },
};

/** Of all documents: their number and their number of words in each field. */
export type Totals = { readonly documents: number; readonly words: readonly number[] };

export function idf(documents: number, df: number): number {
  return Math.log(1 + (Math.max(documents, df) - df + 0.5) / (df + 0.5));
}

/** Weights of one occurrence: for field f in a document with n words in it, boost[f] / (base[f] + slope[f] · n). */
export type FieldWeights = { readonly boost: Float64Array; readonly base: Float64Array; readonly slope: Float64Array };

export function fieldWeights({ b, boost }: Ranking, { documents, words }: Totals): FieldWeights {
  const of = (weight: (field: Field, at: number) => number): Float64Array => Float64Array.from(fields, weight);
  return {
    boost: of((field) => boost[field]),
    base: of((field) => 1 - b[field]),
    slope: of((field, at) => (b[field] * documents) / Math.max(1, words[at]!)),
  };
}

/** What one clause's layers weigh: layer weight · idf · (k1 + 1), by number of the layer from 1; 0 where it does not count. */
export type ClauseWeights = { readonly k1: number; readonly stem: number; readonly folded: number; readonly exact: number };

/** `counts`: weighted counts of occurrences that are no closer than stem, folded, exact. */
export function clauseScore({ k1, stem, folded, exact }: ClauseWeights, onlyStem: number, onlyFolded: number, inExact: number): number {
  const inFolded = inExact + onlyFolded;
  const inStem = inFolded + onlyStem;
  let score = (stem * inStem) / (k1 + inStem);
  if (inFolded > 0) score += (folded * inFolded) / (k1 + inFolded);
  if (inExact > 0) score += (exact * inExact) / (k1 + inExact);
  return score;
}
