// How near to each other, and in which order, a query's words stand in an article: for the best few, whose places are read.

/** A word of the query (by its number there) at a place in the article, counted in words. */
export type Place = { readonly position: number; readonly word: number };

/** How many of the best by weight are looked at again. */
export const RERANKED = 50;
/** What two neighbours of the query, standing side by side, add, as a share of the lesser one's worth. */
const SIDE_BY_SIDE = 0.5;
/** In the other order they are a little less the same. */
const TURNED = 0.7;

/** `places` ascend; `worths` by number of the word. Each pair of neighbours in the query counts once, where it stands closest. */
export function nearness(places: Iterable<Place>, worths: readonly number[]): number {
  const last = new Int32Array(worths.length).fill(-1);
  const closest = new Float64Array(worths.length);
  const meet = (first: number, distance: number, order: number): void => {
    if (distance > 0) closest[first] = Math.max(closest[first]!, order / distance);
  };
  for (const { position, word } of places) {
    if (word > 0 && last[word - 1]! >= 0) meet(word - 1, position - last[word - 1]!, 1);
    if (word + 1 < worths.length && last[word + 1]! >= 0) meet(word, position - last[word + 1]!, TURNED);
    last[word] = position;
  }
  let sum = 0;
  for (let word = 0; word + 1 < worths.length; word++) sum += closest[word]! * Math.min(worths[word]!, worths[word + 1]!);
  return SIDE_BY_SIDE * sum;
}
