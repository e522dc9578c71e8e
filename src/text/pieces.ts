// A text cut where any of several stretches begins or ends: what is drawn over it may overlap, what is drawn may not.
import type { Stretch } from './anchor.ts';

export type Piece = Stretch & {
  /** Numbers of the stretches that cover it. */
  readonly of: readonly number[];
};

/** In order, without gaps; an empty text has no piece. Stretches outside of the text are cut to it. */
export function piecesOf(length: number, stretches: readonly Stretch[]): Piece[] {
  const cuts = new Set([0, length]);
  for (const { start, end } of stretches) {
    if (start > 0 && start < length) cuts.add(start);
    if (end > 0 && end < length) cuts.add(end);
  }
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!;
    return { start, end, of: stretches.flatMap((one, n) => (one.start <= start && one.end >= end ? [n] : [])) };
  });
}
