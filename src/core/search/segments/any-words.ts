// Any of several words, for the best few: MaxScore (Turtle and Flood 1995). The words that can give most come first; once the best are
// known, a frequent word's postings are read only where they can still bring a document among them. All documents are found even so.
import { MatchList, type Matches, type Taker, inOrder } from './matches.ts';
import type { ResolvedWord } from './words.ts';

export type AnyOptions = {
  readonly size: number;
  /** How many are wanted, and the score to reach as known before. */
  readonly limit: number;
  readonly threshold: number;
  /** Whether a document may be given: others must not raise the bar. */
  readonly allowed: (doc: number) => boolean;
  /** Gives one word's documents to whoever takes them; those whose score is below the floor need not be scored. */
  readonly scan: (word: number, worth: { scores: Float32Array; floor: number }, to: Taker) => void;
};

/** Adds up scores, and holds the documents of the word at hand. */
class Sums implements Taker {
  readonly scores: Float32Array;
  readonly met: Uint32Array;
  readonly docs: Uint32Array;
  count = 0;

  constructor(size: number) {
    this.scores = new Float32Array(size);
    this.met = new Uint32Array((size + 31) >>> 5);
    this.docs = new Uint32Array(size);
  }

  add(doc: number, score: number): void {
    this.docs[this.count++] = doc;
    this.met[doc >>> 5]! |= 1 << (doc & 31);
    this.scores[doc]! += score;
  }
}

/** No document can get more of a word. */
const most = ({ weights }: ResolvedWord): number => weights.stem + weights.folded + weights.exact;

/** Scores below the bar may be too low; those above it are whole. */
export function anyOf(words: readonly ResolvedWord[], { size, limit, threshold, allowed, scan }: AnyOptions): Matches {
  const ordered = words.map((word, at) => ({ at, most: most(word) })).sort((a, b) => b.most - a.most);
  const sums = new Sums(size);
  const { scores, met, docs } = sums;
  let rest = ordered.reduce((sum, one) => sum + one.most, 0);
  let bar = threshold;
  for (const [n, { at, most: own }] of ordered.entries()) {
    // A little lower, as sums of rounded numbers may be.
    const floor = bar === -Infinity ? bar : (bar - rest) * (1 - 1e-5) - rest * 1e-5 - 1e-6;
    sums.count = 0;
    scan(at, { scores, floor }, sums);
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
