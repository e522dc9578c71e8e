// Any of several words, for the best few: MaxScore (Turtle and Flood 1995). The parts that can give most come first; once the best are
// known, a frequent word's postings are read only where they can still bring a document among them. All documents are found even so.
import { MatchList, type Matches, type Taker, inOrder } from './matches.ts';
import { scratchFloats, scratchWords } from './scratch.ts';

/** One of the parts that add up. */
export type AnyPart = {
  /** No document can get more of it. */
  readonly most: number;
  /** Gives its documents, in ascending order, to whoever takes them; those whose score is below the floor need not be scored. */
  readonly scan: (worth: { scores: Float32Array; floor: number }, to: Taker) => void;
};

export type AnyOptions = {
  readonly size: number;
  /** How many are wanted, and the score to reach as known before. */
  readonly limit: number;
  readonly threshold: number;
  /** Whether a document may be given: others must not raise the bar. */
  readonly allowed: (doc: number) => boolean;
};

/** Adds up scores, and holds the documents of the word at hand. */
class Sums implements Taker {
  readonly scores: Float32Array;
  readonly met: Uint32Array;
  readonly docs: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.scores = scratchFloats(size).fill(0);
    this.met = scratchWords((size + 31) >>> 5).fill(0);
    this.docs = scratchWords(size);
  }

  take(docs: Uint32Array, scores: Float32Array, _kinds: Uint8Array, count: number): void {
    for (let at = 0; at < count; at++) {
      const doc = docs[at]!;
      this.docs[this.count++] = doc;
      this.met[doc >>> 5]! |= 1 << (doc & 31);
      this.scores[doc]! += scores[at]!;
    }
  }
}

/** Scores below the bar may be too low; those above it are whole. */
export function anyOf(parts: readonly AnyPart[], { size, limit, threshold, allowed }: AnyOptions): Matches {
  const ordered = parts.toSorted((a, b) => b.most - a.most);
  const sums = new Sums(size);
  const { scores, met, docs } = sums;
  let rest = ordered.reduce((sum, one) => sum + one.most, 0);
  let bar = threshold;
  for (const [n, { most: own, scan }] of ordered.entries()) {
    // A little lower, as sums of rounded numbers may be.
    const floor = bar === -Infinity ? bar : (bar - rest) * (1 - 1e-5) - rest * 1e-5 - 1e-6;
    sums.count = 0;
    scan({ scores, floor }, sums);
    rest -= own;
    if (n < ordered.length - 1 && sums.count >= limit) bar = Math.max(bar, limitBest(docs, sums.count, scores, limit, allowed));
  }
  const all = new MatchList(size);
  inOrder(met, (doc) => all.add(doc, scores[doc]!, 0));
  return all;
}

/** The lowest of the `limit` best scores among some documents: the bar for all. */
function limitBest(docs: Uint32Array, count: number, scores: Float32Array, limit: number, allowed: (doc: number) => boolean): number {
  // A heap with the lowest on top.
  const heap = new Float32Array(limit);
  let filled = 0;
  for (let place = 0; place < count; place++) {
    const score = scores[docs[place]!]!;
    if ((filled === limit && score <= heap[0]!) || !allowed(docs[place]!)) continue;
    if (filled < limit) {
      heap[filled++] = score;
      if (filled === limit) heap.sort();
    } else replaceLowest(heap, score);
  }
  return filled < limit ? -Infinity : heap[0]!;
}

function replaceLowest(heap: Float32Array, score: number): void {
  let at = 0;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= score) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = score;
}
