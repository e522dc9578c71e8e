// The ranking of src/core/search/ranking over texts in memory, as the index of the archive applies it.
import { foldWord } from '#core/arabic/fold.ts';
import { stemWord } from '#core/arabic/stem.ts';
import { tokenize } from '#core/arabic/tokens.ts';
import { vocabularyOf } from '#core/arabic/vocabulary.ts';
import { saturation } from '#core/search/ranking/bm25.ts';
import { nearness, RERANKED, type Place } from '#core/search/ranking/nearness.ts';
import { type IndexCounts, type Layer as Form, type PlannedWord, planWords } from '#core/search/ranking/plan.ts';
import { type ForwardIndex, frequencyOf, type Layer, layerOf } from './forward-index.ts';

/** Gives the place (from 1) of the wanted text among the answers, or Infinity. */
export type Ranker = (query: string) => { rankOf(text: number): number; top(count: number): number[] };

const layersOf = (index: ForwardIndex): Record<Form, Layer> => ({
  exact: layerOf(index, (exact) => exact),
  folded: layerOf(index, foldWord),
  stem: layerOf(index, (exact) => stemWord(foldWord(exact))),
});

export function ourRanker(index: ForwardIndex): Ranker {
  const layers = layersOf(index);
  const { folded } = layers;
  const counts: IndexCounts = {
    articles: index.count,
    frequency: (layer, term) => frequencyOf(layers[layer], term),
    vocabulary: vocabularyOf(new Map(folded.names.map((name) => [name, frequencyOf(folded, name)]))),
  };
  return (query) => {
    const words = planWords(tokenize(query), counts);
    const scores = new Float64Array(index.count);
    for (const { terms } of words) for (const { layer, term, weight } of terms) addTerm(scores, index, layers[layer], term, weight);
    for (const { pairs } of words) for (const { terms, weight } of pairs) addPair(scores, index, folded, terms, weight);
    const best = highest(scores, RERANKED);
    for (const text of best)
      scores[text]! += nearness(
        placesIn(index, layers, words, text),
        words.map((word) => word.worth),
      );
    return answer(scores);
  };
}

/** One form and BM25, nothing else: the yardstick. */
export function plainRanker(index: ForwardIndex, form: (exact: string) => string): Ranker {
  const layer = layerOf(index, form);
  return (query) => {
    const scores = new Float64Array(index.count);
    for (const { exact } of tokenize(query)) {
      const frequency = frequencyOf(layer, form(exact));
      if (frequency > 0) addTerm(scores, index, layer, form(exact), Math.log(1 + (index.count - frequency + 0.5) / (frequency + 0.5)));
    }
    return answer(scores);
  };
}

function addTerm(scores: Float64Array, index: ForwardIndex, layer: Layer, name: string, weight: number): void {
  const term = layer.terms.get(name)!;
  for (let at = layer.starts[term]!; at < layer.starts[term + 1]!; at++) {
    const text = layer.texts[at]!;
    scores[text]! += weight * saturation(layer.times[at]!, index.starts[text + 1]! - index.starts[text]!, index.average);
  }
}

function addPair(scores: Float64Array, index: ForwardIndex, layer: Layer, names: readonly [string, string], weight: number): void {
  const [first, second] = names.map((name) => layer.terms.get(name)!) as [number, number];
  const [rarer, other] = frequencyOf(layer, names[0]) < frequencyOf(layer, names[1]) ? [first, second] : [second, first];
  const others = new Set(layer.texts.subarray(layer.starts[other]!, layer.starts[other + 1]!));
  for (const text of layer.texts.subarray(layer.starts[rarer]!, layer.starts[rarer + 1]!)) {
    if (!others.has(text)) continue;
    let times = 0;
    for (let at = index.starts[text]!; at + 1 < index.starts[text + 1]!; at++) {
      if (layer.termOf[index.tokens[at]!] === first && layer.termOf[index.tokens[at + 1]!] === second) times++;
    }
    scores[text]! += weight * saturation(times, index.starts[text + 1]! - index.starts[text]!, index.average);
  }
}

function placesIn(index: ForwardIndex, layers: Record<Form, Layer>, words: readonly PlannedWord[], text: number): Place[] {
  const wordOf = new Map<number, number[]>();
  for (const [word, { terms }] of words.entries()) {
    for (const { layer, term } of terms) {
      if (layer !== 'stem') continue;
      const number = layers.stem.terms.get(term)!;
      wordOf.set(number, [...(wordOf.get(number) ?? []), word]);
    }
  }
  const places: Place[] = [];
  const start = index.starts[text]!;
  for (let at = start; at < index.starts[text + 1]!; at++) {
    for (const word of wordOf.get(layers.stem.termOf[index.tokens[at]!]!) ?? []) places.push({ position: at - start, word });
  }
  return places;
}

function highest(scores: Float64Array, count: number): number[] {
  const best: number[] = [];
  for (let text = 0; text < scores.length; text++) {
    const score = scores[text]!;
    if (score === 0 || (best.length === count && score <= scores[best[count - 1]!]!)) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at--;
    best.splice(at, 0, text);
    if (best.length > count) best.pop();
  }
  return best;
}

function answer(scores: Float64Array): ReturnType<Ranker> {
  return {
    top: (count) => highest(scores, count),
    rankOf(wanted) {
      const score = scores[wanted]!;
      if (score === 0) return Number.POSITIVE_INFINITY;
      let rank = 1;
      for (let text = 0; text < scores.length; text++) if (scores[text]! > score || (scores[text] === score && text < wanted)) rank++;
      return rank;
    },
  };
}
