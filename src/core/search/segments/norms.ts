// What one occurrence weighs in each document, so that the loops over postings multiply where they would divide.
import type { FieldWeights } from './bm25.ts';
import type { Segment } from './segment.ts';

/** For each field, by document. */
export type Norms = readonly Float32Array[];

const known = new WeakMap<Segment, { readonly weights: FieldWeights; readonly norms: Norms }>();

/** They change when the totals of the index do; until then they are kept with the segment. */
export function normsOf(segment: Segment, weights: FieldWeights): Norms {
  const before = known.get(segment);
  if (before && same(before.weights, weights)) return before.norms;
  const norms = segment.words.map((words, field) => {
    const [boost, base, slope] = [weights.boost[field]!, weights.base[field]!, weights.slope[field]!];
    const norm = new Float32Array(words.length);
    for (let doc = 0; doc < norm.length; doc++) norm[doc] = boost / (base + slope * words[doc]!);
    return norm;
  });
  known.set(segment, { weights, norms });
  return norms;
}

function same(a: FieldWeights, b: FieldWeights): boolean {
  const equal = (one: Float64Array, other: Float64Array): boolean => one.every((value, at) => value === other[at]);
  return equal(a.boost, b.boost) && equal(a.base, b.base) && equal(a.slope, b.slope);
}
