// What a part of a query meets in one segment: documents in ascending order, each with a score and how closely it was met.

export type Matches = {
  readonly count: number;
  readonly docs: Uint32Array;
  readonly scores: Float32Array;
  /** 1 stem, 2 folded, 3 exact; 0 where no words were looked for. */
  readonly kinds: Uint8Array;
};

export const none: Matches = { count: 0, docs: new Uint32Array(0), scores: new Float32Array(0), kinds: new Uint8Array(0) };

export class MatchList implements Matches {
  count = 0;
  readonly docs: Uint32Array;
  readonly scores: Float32Array;
  readonly kinds: Uint8Array;

  constructor(capacity: number) {
    this.docs = new Uint32Array(capacity);
    this.scores = new Float32Array(capacity);
    this.kinds = new Uint8Array(capacity);
  }

  add(doc: number, score: number, kind: number): void {
    const at = this.count++;
    this.docs[at] = doc;
    this.scores[at] = score;
    this.kinds[at] = kind;
  }
}

/** How closely a document was met, or 0. */
export function kindOf({ docs, kinds, count }: Matches, doc: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle]! < doc) low = middle + 1;
    else high = middle;
  }
  return low < count && docs[low] === doc ? kinds[low]! : 0;
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

/** All of any, in a segment of `size` documents. Scores add up, or the best counts. */
export function union(all: readonly Matches[], size: number, scoring: 'sum' | 'best'): Matches {
  const [only, ...others] = all.filter(({ count }) => count > 0);
  if (!only) return none;
  if (others.length === 0) return only;
  const scores = new Float32Array(size);
  const kinds = new Uint8Array(size);
  const met = new Uint32Array((size + 31) >>> 5);
  let total = 0;
  for (const matches of [only, ...others]) {
    const { docs, count } = matches;
    total += count;
    for (let at = 0; at < count; at++) {
      const doc = docs[at]!;
      met[doc >>> 5]! |= 1 << (doc & 31);
      const score = matches.scores[at]!;
      if (scoring === 'sum') scores[doc]! += score;
      else if (score > scores[doc]!) scores[doc] = score;
      if (matches.kinds[at]! > kinds[doc]!) kinds[doc] = matches.kinds[at]!;
    }
  }
  const any = new MatchList(Math.min(total, size));
  inOrder(met, (doc) => any.add(doc, scores[doc]!, kinds[doc]!));
  return any;
}

/** Calls for each bit that is set, in ascending order. */
export function inOrder(bits: Uint32Array, visit: (at: number) => void): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) visit((word << 5) + (31 - Math.clz32(rest & -rest)));
  }
}
