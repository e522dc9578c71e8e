// What a part of a query meets in one segment: documents in ascending order, each with a score and how closely it was met.

import { scratchBytes, scratchFloats, scratchWords } from './scratch.ts';

export type Matches = {
  readonly count: number;
  readonly docs: Uint32Array;
  readonly scores: Float32Array;
  /** 1 stem, 2 folded, 3 exact; 0 where no words were looked for. */
  readonly kinds: Uint8Array;
};

/** Who takes documents as they are found, the first `count`, a block at a time: what is given is written over afterwards. */
export type Taker = { take(docs: Uint32Array, scores: Float32Array, kinds: Uint8Array, count: number): void };

export const none: Matches = { count: 0, docs: new Uint32Array(0), scores: new Float32Array(0), kinds: new Uint8Array(0) };

export class MatchList implements Matches, Taker {
  count = 0;
  readonly docs: Uint32Array;
  readonly scores: Float32Array;
  readonly kinds: Uint8Array;

  constructor(capacity: number) {
    this.docs = scratchWords(capacity);
    this.scores = scratchFloats(capacity);
    this.kinds = scratchBytes(capacity);
  }

  add(doc: number, score: number, kind: number): void {
    const at = this.count++;
    this.docs[at] = doc;
    this.scores[at] = score;
    this.kinds[at] = kind;
  }

  take(docs: Uint32Array, scores: Float32Array, kinds: Uint8Array, count: number): void {
    const from = this.count;
    for (let at = 0; at < count; at++) {
      this.docs[from + at] = docs[at]!;
      this.scores[from + at] = scores[at]!;
      this.kinds[from + at] = kinds[at]!;
    }
    this.count += count;
  }
}

/** Both; `b` holds nothing that `a` does not hold when it was looked for within `a`. */
export function intersect(a: Matches, b: Matches): Matches {
  const both = new MatchList(Math.min(a.count, b.count));
  for (let i = 0, j = 0; i < a.count && j < b.count; ) {
    const step = a.docs[i]! - b.docs[j]!;
    if (step === 0) both.add(a.docs[i]!, a.scores[i]! + b.scores[j]!, Math.min(a.kinds[i]!, b.kinds[j]!));
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  return both;
}

export function without(a: Matches, b: Matches): Matches {
  const left = new MatchList(a.count);
  for (let i = 0, j = 0; i < a.count; i++) {
    while (j < b.count && b.docs[j]! < a.docs[i]!) j++;
    if (j === b.count || b.docs[j] !== a.docs[i]) left.add(a.docs[i]!, a.scores[i]!, a.kinds[i]!);
  }
  return left;
}

/** Takes documents in any order, each as often as it comes. */
export class Gathered implements Taker {
  readonly #scores: Float32Array;
  readonly #kinds: Uint8Array;
  readonly #met: Uint32Array;
  readonly #sums: boolean;
  #taken = 0;

  /** In a segment of `size` documents. Scores add up, or the best counts. */
  constructor(size: number, scoring: 'sum' | 'best') {
    this.#scores = scratchFloats(size).fill(0);
    this.#kinds = scratchBytes(size).fill(0);
    this.#met = scratchWords((size + 31) >>> 5).fill(0);
    this.#sums = scoring === 'sum';
  }

  take(docs: Uint32Array, scores: Float32Array, kinds: Uint8Array, count: number): void {
    this.#taken += count;
    const [sums, best, met] = [this.#scores, this.#kinds, this.#met];
    for (let at = 0; at < count; at++) {
      const doc = docs[at]!;
      met[doc >>> 5]! |= 1 << (doc & 31);
      if (this.#sums) sums[doc]! += scores[at]!;
      else if (scores[at]! > sums[doc]!) sums[doc] = scores[at]!;
      if (kinds[at]! > best[doc]!) best[doc] = kinds[at]!;
    }
  }

  matches(): Matches {
    const all = new MatchList(Math.min(this.#taken, this.#scores.length));
    inOrder(this.#met, (doc) => all.add(doc, this.#scores[doc]!, this.#kinds[doc]!));
    return all;
  }
}

/** Takes documents in ascending order and passes them on among others that are known: of one that is in both the best score counts. */
export class Beside implements Taker {
  readonly #others: Matches;
  readonly #to: Taker;
  readonly #out = new MatchList(1024);
  #next = 0;

  constructor(others: Matches, to: Taker) {
    this.#others = others;
    this.#to = to;
  }

  take(docs: Uint32Array, scores: Float32Array, kinds: Uint8Array, count: number): void {
    const others = this.#others;
    for (let at = 0; at < count; at++) {
      const doc = docs[at]!;
      this.#passUntil(doc);
      const next = this.#next;
      if (next === others.count || others.docs[next] !== doc) this.#pass(doc, scores[at]!, kinds[at]!);
      else {
        this.#pass(doc, Math.max(scores[at]!, others.scores[next]!), Math.max(kinds[at]!, others.kinds[next]!));
        this.#next++;
      }
    }
  }

  #passUntil(doc: number): void {
    const { docs, scores, kinds, count } = this.#others;
    for (; this.#next < count && docs[this.#next]! < doc; this.#next++) {
      this.#pass(docs[this.#next]!, scores[this.#next]!, kinds[this.#next]!);
    }
  }

  #pass(doc: number, score: number, kind: number): void {
    this.#out.add(doc, score, kind);
    if (this.#out.count === this.#out.docs.length) this.#give();
  }

  #give(): void {
    const { docs, scores, kinds, count } = this.#out;
    this.#to.take(docs, scores, kinds, count);
    this.#out.count = 0;
  }

  /** To be called at the end. */
  finish(): void {
    this.#passUntil(Infinity);
    this.#give();
  }
}

/** So few lists are merged one with another; of more, documents are gathered in a table as long as the segment. */
const FEW = 8;

/** All of any, in a segment of `size` documents. Scores add up, or the best counts. */
export function union(all: readonly Matches[], size: number, scoring: 'sum' | 'best'): Matches {
  const [only, ...others] = all.filter(({ count }) => count > 0);
  if (!only) return none;
  if (others.length < FEW) {
    return [only, ...others].sort((a, b) => a.count - b.count).reduce((met, one) => merged(met, one, scoring));
  }
  const gathered = new Gathered(size, scoring);
  for (const { docs, scores, kinds, count } of [only, ...others]) gathered.take(docs, scores, kinds, count);
  return gathered.matches();
}

function merged(a: Matches, b: Matches, scoring: 'sum' | 'best'): Matches {
  const all = new MatchList(a.count + b.count);
  let i = 0;
  let j = 0;
  while (i < a.count && j < b.count) {
    const step = a.docs[i]! - b.docs[j]!;
    if (step === 0) {
      const [one, other] = [a.scores[i]!, b.scores[j]!];
      all.add(a.docs[i]!, scoring === 'sum' ? one + other : Math.max(one, other), Math.max(a.kinds[i++]!, b.kinds[j++]!));
    } else if (step < 0) all.add(a.docs[i]!, a.scores[i]!, a.kinds[i++]!);
    else all.add(b.docs[j]!, b.scores[j]!, b.kinds[j++]!);
  }
  for (; i < a.count; i++) all.add(a.docs[i]!, a.scores[i]!, a.kinds[i]!);
  for (; j < b.count; j++) all.add(b.docs[j]!, b.scores[j]!, b.kinds[j]!);
  return all;
}

/** Calls for each bit that is set, in ascending order. */
export function inOrder(bits: Uint32Array, visit: (at: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) visit((word << 5) + (31 - Math.clz32(rest & -rest)));
  }
}
