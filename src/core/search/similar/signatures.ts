// One-permutation MinHash: each shingle falls in one of 64 slots, each slot keeps its least (Li, Owen and Zhang 2012), and a
// slot that stayed empty takes over its neighbour's (Shrivastava and Li 2014). Equal slots are shared in the measure of
// resemblance.

export const SLOTS = 64;
const EMPTY = 0xffffffff;
/** What a value is moved by for each empty slot it is carried over; odd, and no value reaches it by itself. */
const CARRIED = 0x9e3779b1;

/** Writes the signature of a text's shingles at a place of `out`. Without shingles it stays empty. */
export function sign(shingles: ArrayLike<number>, out: Uint32Array, at: number): void {
  out.fill(EMPTY, at, at + SLOTS);
  for (let i = 0; i < shingles.length; i++) {
    const hash = shingles[i]!;
    const slot = at + (hash >>> 26);
    const value = hash & 0x03ffffff;
    if (value < out[slot]!) out[slot] = value;
  }
  if (shingles.length > 0) fillEmpty(out, at);
}

function fillEmpty(out: Uint32Array, at: number): void {
  const own = out.slice(at, at + SLOTS);
  for (let slot = 0; slot < SLOTS; slot++) {
    if (own[slot] !== EMPTY) continue;
    let steps = 1;
    while (own[(slot + steps) % SLOTS] === EMPTY) steps++;
    out[at + slot] = (own[(slot + steps) % SLOTS]! + Math.imul(steps, CARRIED)) >>> 0;
  }
}

/** How many slots two signatures share. */
export function shared(signatures: Uint32Array, a: number, b: number): number {
  let same = 0;
  for (let i = 0; i < SLOTS; i++) if (signatures[a * SLOTS + i] === signatures[b * SLOTS + i]) same++;
  return same;
}
