// Knuth & Plass, "Breaking Paragraphs into Lines" (1981): total fit over boxes, glue and penalties.

export type Piece =
  | { type: 'box'; width: number }
  | { type: 'glue'; width: number; stretch: number; shrink: number }
  | { type: 'penalty'; cost: number };

/** A break here is required. */
export const FORCED = -Infinity;
/** A break here is not allowed. */
export const FORBIDDEN = Infinity;

interface Node {
  at: number;
  width: number;
  stretch: number;
  shrink: number;
  demerits: number;
  previous: Node | undefined;
}

/** Indexes of the pieces at which lines end. Widens the tolerance until a solution exists; always returns one. */
export function breakLines(pieces: readonly Piece[], measure: number): number[] {
  return attempt(pieces, measure, 1.5, false) ?? attempt(pieces, measure, 5, false) ?? attempt(pieces, measure, Infinity, true) ?? [];
}

function attempt(pieces: readonly Piece[], measure: number, tolerance: number, last: boolean): number[] | undefined {
  let width = 0;
  let stretch = 0;
  let shrink = 0;
  let active: Node[] = [{ at: -1, width: 0, stretch: 0, shrink: 0, demerits: 0, previous: undefined }];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    const legal = piece.type === 'penalty' ? piece.cost !== FORBIDDEN : piece.type === 'glue' && pieces[at - 1]?.type === 'box';
    if (legal) {
      const forced = piece.type === 'penalty' && piece.cost === FORCED;
      const cost = piece.type === 'penalty' && !forced ? piece.cost : 0;
      let best: Node | undefined;
      let overfull: Node | undefined;
      const kept: Node[] = [];
      for (const node of active) {
        const ratio = ratioOf(measure - (width - node.width), stretch - node.stretch, shrink - node.shrink);
        if (ratio < -1) overfull = node;
        if (ratio >= -1 && !forced) kept.push(node);
        if (ratio < -1 || ratio > tolerance) continue;
        const badness = 100 * Math.min(Math.abs(ratio), 100) ** 3;
        const demerits = node.demerits + (1 + badness + cost) ** 2;
        if (!best || demerits < best.demerits) best = { ...after(pieces, at, width, stretch, shrink), at, demerits, previous: node };
      }
      if (!best && kept.length === 0 && last && overfull) {
        best = { ...after(pieces, at, width, stretch, shrink), at, demerits: overfull.demerits + 1e12, previous: overfull };
      }
      active = best ? [...kept, best] : kept;
      if (active.length === 0) return undefined;
    }
    if (piece.type !== 'penalty') width += piece.width;
    if (piece.type === 'glue') {
      stretch += piece.stretch;
      shrink += piece.shrink;
    }
  }
  const ends: number[] = [];
  let node = active.at(-1);
  for (; node && node.at >= 0; node = node.previous) ends.push(node.at);
  return ends.reverse();
}

function ratioOf(room: number, stretch: number, shrink: number): number {
  if (Math.abs(room) < 1e-6) return 0;
  if (room > 0) return stretch > 0 ? room / stretch : 1e6;
  return shrink > 0 ? room / shrink : -Infinity;
}

/** Totals at the start of the next line: glue right after a break disappears. */
function after(
  pieces: readonly Piece[],
  at: number,
  width: number,
  stretch: number,
  shrink: number,
): { width: number; stretch: number; shrink: number } {
  const totals = { width, stretch, shrink };
  for (let next = at; next < pieces.length; next++) {
    const piece = pieces[next];
    if (!piece || piece.type === 'box' || (piece.type === 'penalty' && piece.cost === FORCED && next > at)) break;
    if (piece.type !== 'glue') continue;
    totals.width += piece.width;
    totals.stretch += piece.stretch;
    totals.shrink += piece.shrink;
  }
  return totals;
}
