// Three words in a row as one number: what copies of a text share and other texts on the same matter do not.
import type { Token } from '../../arabic/tokens.ts';

/** A word as 32 bits (FNV-1a). */
function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The folded words of a text as numbers, in order. Numbers that an index has for its terms do as well. */
export function termNumbers(tokens: readonly Token[]): Uint32Array {
  const numbers = new Uint32Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) numbers[i] = hashOf(tokens[i]!.folded);
  return numbers;
}

/** Spreads what goes in over all 32 bits (the finalizer of MurmurHash3). */
function mixed(number: number): number {
  let x = number;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** One number for each three words in a row; a text of fewer words has none. */
export function shinglesOf(terms: ArrayLike<number>): Uint32Array {
  const count = Math.max(0, terms.length - 2);
  const shingles = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let x = mixed(terms[i]!);
    x = mixed(Math.imul(x, 3) + terms[i + 1]!);
    shingles[i] = mixed(Math.imul(x, 5) + terms[i + 2]!);
  }
  return shingles;
}

/** Ascending, each once. */
export function shingleSet(terms: ArrayLike<number>): Uint32Array {
  const sorted = shinglesOf(terms).sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!;
  return sorted.slice(0, kept);
}

/** `shared`: how many both have; `resemblance`: of all (Jaccard), `containment`: of the smaller, both 0–1. */
export type Likeness = { readonly shared: number; readonly resemblance: number; readonly containment: number };

/** Of two sets as shingleSet gives them. */
export function likeness(a: Uint32Array, b: Uint32Array): Likeness {
  if (a.length === 0 || b.length === 0) return { shared: 0, resemblance: 0, containment: 0 };
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { shared, resemblance: shared / (a.length + b.length - shared), containment: shared / Math.min(a.length, b.length) };
}

/** Fewer shingles in the smaller text say too little. */
const FEWEST = 8;
/** Ten words in a hundred changed leave .73; at .5 texts written by one formula (weather, greetings) would be copies. */
const CONTAINED = 0.6;
/** A text within a much longer one must be more than a heading or a closing line. */
const PASSAGE = 30;

/** Whether one text is a copy of the other: whole, edited, shortened or taken into a longer one. */
export function areCopies(a: Uint32Array, b: Uint32Array, { shared, resemblance, containment } = likeness(a, b)): boolean {
  return Math.min(a.length, b.length) >= FEWEST && containment >= CONTAINED && (resemblance >= 0.5 || shared >= PASSAGE);
}
