// The yardstick of ranking: one form of each word, and BM25 (Robertson and Zaragoza 2009) with the usual values.
import { tokenize } from '#core/arabic/tokens.ts';
import { idf } from '#core/search/segments/bm25.ts';
import { type ForwardIndex, frequencyOf, type Layer, layerOf } from './forward-index.ts';

const K1 = 1.2;
const B = 0.75;

/** Gives the place (from 1) of the wanted text among the answers, or Infinity. */
export type Ranker = (query: string, wanted: number) => number;

export function plainRanker(index: ForwardIndex, form: (exact: string) => string): Ranker {
  const layer = layerOf(index, form);
  return (query, wanted) => {
    const scores = new Float64Array(index.count);
    for (const { exact } of tokenize(query)) {
      const frequency = frequencyOf(layer, form(exact));
      if (frequency > 0) addTerm(scores, index, layer, form(exact), idf(index.count, frequency));
    }
    return rankOf(scores, wanted);
  };
}

function addTerm(scores: Float64Array, index: ForwardIndex, layer: Layer, name: string, weight: number): void {
  const term = layer.terms.get(name)!;
  for (let at = layer.starts[term]!; at < layer.starts[term + 1]!; at++) {
    const text = layer.texts[at]!;
    const times = layer.times[at]!;
    const length = index.starts[text + 1]! - index.starts[text]!;
    scores[text]! += (weight * (times * (K1 + 1))) / (times + K1 * (1 - B + (B * length) / index.average));
  }
}

function rankOf(scores: Float64Array, wanted: number): number {
  const score = scores[wanted]!;
  if (score === 0) return Number.POSITIVE_INFINITY;
  let rank = 1;
  for (let text = 0; text < scores.length; text++) if (scores[text]! > score || (scores[text] === score && text < wanted)) rank++;
  return rank;
}
