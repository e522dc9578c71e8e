// Knuth & Plass, "Breaking Paragraphs into Lines" (1981): total fit over boxes, glue and penalties.

/** All have the same fields: engines are quick with objects that are alike. */
export interface Piece {
  type: 'box' | 'glue' | 'penalty';
  width: number;
  stretch: number;
  shrink: number;
  cost: number;
}
export const box = (width: number): Piece => ({ type: 'box', width, stretch: 0, shrink: 0, cost: 0 });
export const glue = (width: number, stretch: number, shrink: number): Piece => ({ type: 'glue', width, stretch, shrink, cost: 0 });
export const penalty = (cost: number): Piece => ({ type: 'penalty', width: 0, stretch: 0, shrink: 0, cost });

/** A break here is required. */
export const FORCED = -Infinity;
/** A break here is not allowed. */
export const FORBIDDEN = Infinity;

/** For a tight line beside a loose one (the paper's γ). */
const CONTRAST = 3000;

/** A place where a line may end, and the best way that leads there. */
interface Node {
  at: number;
  /** The first piece of the line that follows: glue right after a break disappears. */
  next: number;
  /** Tight, fair, loose or very loose: 0 to 3. */
  fitness: number;
  demerits: number;
  previous: Node | undefined;
}

/** What the pieces before each amount to. */
interface Totals {
  width: Float64Array;
  stretch: Float64Array;
  shrink: Float64Array;
}

/** Indexes of the pieces at which lines end. Widens the tolerance until a solution exists; always returns one. */
export function breakLines(pieces: readonly Piece[], measure: number): number[] {
  const sums = totalsOf(pieces);
  for (const tolerance of [1, 2.5, Infinity]) {
    const ends = attempt(pieces, sums, measure, tolerance);
    if (ends) return ends;
  }
  return [];
}

function attempt(pieces: readonly Piece[], { width, stretch, shrink }: Totals, measure: number, tolerance: number): number[] | undefined {
  const active: Node[] = [{ at: -1, next: 0, fitness: 1, demerits: 0, previous: undefined }];
  /** Of each fitness, the line to end here that has the fewest demerits, and the node it begins at. */
  const least = [Infinity, Infinity, Infinity, Infinity];
  const from: (Node | undefined)[] = [undefined, undefined, undefined, undefined];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (!mayEnd(piece, pieces[at - 1])) continue;
    const forced = piece.type === 'penalty' && piece.cost === FORCED;
    const cost = forced ? 0 : piece.cost;
    let found = false;
    let kept = 0;
    let overfull: Node | undefined;
    for (const node of active) {
      const { next } = node;
      const room = measure - (width[at]! - width[next]!);
      const ratio = ratioOf(room, stretch[at]! - stretch[next]!, shrink[at]! - shrink[next]!);
      if (ratio < -1) {
        overfull = node;
        continue;
      }
      if (!forced) active[kept++] = node;
      if (ratio > tolerance) continue;
      const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
      const badness = 100 * Math.min(Math.abs(ratio), 100) ** 3;
      const contrast = Math.abs(fitness - node.fitness) > 1 ? CONTRAST : 0;
      const demerits = node.demerits + (1 + badness + cost) ** 2 + contrast;
      if (demerits >= least[fitness]!) continue;
      found = true;
      least[fitness] = demerits;
      from[fitness] = node;
    }
    active.length = kept;
    if (kept === 0 && tolerance === Infinity && overfull && !found) {
      found = true;
      least[0] = overfull.demerits + 1e12;
      from[0] = overfull;
    }
    if (found) {
      const next = startAfter(pieces, at);
      for (let fitness = 0; fitness < 4; fitness++) {
        if (from[fitness]) active.push({ at, next, fitness, demerits: least[fitness]!, previous: from[fitness] });
        least[fitness] = Infinity;
        from[fitness] = undefined;
      }
    }
    if (active.length === 0) return undefined;
  }
  let node: Node | undefined;
  for (const one of active) if (!node || one.demerits < node.demerits) node = one;
  const ends: number[] = [];
  for (; node && node.at >= 0; node = node.previous) ends.push(node.at);
  return ends.reverse();
}

const mayEnd = (piece: Piece, before: Piece | undefined): boolean =>
  piece.type === 'penalty' ? piece.cost !== FORBIDDEN : piece.type === 'glue' && before?.type === 'box';

/** By how much of its stretch, or, below nought, of its shrinkage, a line is set; under -1 it does not fit. */
function ratioOf(room: number, stretch: number, shrink: number): number {
  if (Math.abs(room) < 1e-6) return 0;
  if (room > 0) return stretch > 0 ? room / stretch : 1e6;
  return shrink > 0 ? room / shrink : -Infinity;
}

function totalsOf(pieces: readonly Piece[]): Totals {
  const { width, stretch, shrink } = roomFor(pieces.length + 1);
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    width[at + 1] = width[at]! + piece.width;
    stretch[at + 1] = stretch[at]! + piece.stretch;
    shrink[at + 1] = shrink[at]! + piece.shrink;
  }
  return totals;
}

/** For one paragraph after the other: made anew, it would take longer than to be filled. */
let totals: Totals = { width: new Float64Array(0), stretch: new Float64Array(0), shrink: new Float64Array(0) };

function roomFor(count: number): Totals {
  if (totals.width.length < count)
    totals = { width: new Float64Array(2 * count), stretch: new Float64Array(2 * count), shrink: new Float64Array(2 * count) };
  return totals;
}

function startAfter(pieces: readonly Piece[], end: number): number {
  let next = end;
  for (let piece = pieces[next]; piece && piece.type !== 'box'; piece = pieces[++next])
    if (piece.type === 'penalty' && piece.cost === FORCED && next > end) break;
  return next;
}
