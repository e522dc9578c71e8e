// Which earlier texts may be copies of this one: those that share a band of their signatures. Grows as texts are added.
import { shared, sign, SLOTS } from './signatures.ts';
import { shinglesOf } from './shingles.ts';

/**
 * 32 bands of 2 slots: texts that share half of their shingles meet with a likelihood of .9999. Bands of 3 are a second faster
 * for 100,000 texts, and miss one in fifteen of those that were cut in half or merged with another as long.
 */
const BANDS = 32;
const ROWS = 2;
/** Slots in common from which a text stands for the other in a band, so that a thousand copies are not compared with each other. */
const STANDS_FOR = 60;
/** So many are looked at in a band, and so many named: those of a page that was printed every day for years are all alike. */
const LOOKED_AT = 256;
const NAMED = 48;
/** Slots in common below which nothing is worth reading the texts for, when they are of one length. */
const WORTHWHILE = 0.35;

export type Candidates = {
  /** Takes in the next text, numbered from 0 on; gives the numbers of earlier ones that may be copies of it. */
  add(terms: ArrayLike<number>): number[];
  readonly size: number;
};

export function openCandidates(expected = 1024): Candidates {
  let room = Math.max(16, expected);
  let signatures = new Uint32Array(room * SLOTS);
  let lengths = new Uint32Array(room);
  /** For each text and band the text met before in the same cell, plus one. */
  let before = new Int32Array(room * BANDS);
  /** Bands in which another text stands for this one. */
  let out = new Uint8Array(room * BANDS);
  let cells = new Int32Array(cellsFor(room));
  let size = 0;

  function grow(): void {
    room *= 2;
    signatures = enlarged(signatures, room * SLOTS);
    lengths = enlarged(lengths, room);
    before = new Int32Array(room * BANDS);
    out = enlarged(out, room * BANDS);
    cells = new Int32Array(cellsFor(room));
    for (let text = 0; text < size; text++) for (let band = 0; band < BANDS; band++) if (!out[text * BANDS + band]) enter(text, band);
  }

  function cellOf(text: number, band: number): number {
    const at = text * SLOTS + band * ROWS;
    let hash = Math.imul(band + 1, 0x9e3779b1);
    for (let i = 0; i < ROWS; i++) hash = Math.imul(hash ^ signatures[at + i]! ^ (hash >>> 15), 0x85ebca6b);
    return (hash ^ (hash >>> 16)) & (cells.length - 1);
  }

  function enter(text: number, band: number): void {
    const cell = cellOf(text, band);
    before[text * BANDS + band] = cells[cell]!;
    cells[cell] = text + 1;
  }

  function sameBand(a: number, b: number, band: number): boolean {
    const [x, y] = [a * SLOTS + band * ROWS, b * SLOTS + band * ROWS];
    return signatures[x] === signatures[y] && signatures[x + 1] === signatures[y + 1];
  }

  return {
    get size() {
      return size;
    },
    add(terms) {
      if (size === room) grow();
      const text = size++;
      const shingles = shinglesOf(terms);
      lengths[text] = shingles.length;
      sign(shingles, signatures, text * SLOTS);
      if (shingles.length === 0) return [];
      const met = new Map<number, number>();
      for (let band = 0; band < BANDS; band++) {
        let stoodFor = false;
        let looked = 0;
        for (let other = cells[cellOf(text, band)]! - 1; other >= 0 && looked < LOOKED_AT; other = before[other * BANDS + band]! - 1) {
          looked++;
          if (!sameBand(text, other, band)) continue;
          const same = met.get(other) ?? shared(signatures, text, other);
          met.set(other, same);
          stoodFor ||= same >= STANDS_FOR;
        }
        if (stoodFor) out[text * BANDS + band] = 1;
        else enter(text, band);
      }
      const worthwhile = [...met].filter(([other, same]) => isWorthwhile(same / SLOTS, lengths[text]!, lengths[other]!));
      if (worthwhile.length > NAMED) worthwhile.sort((a, b) => b[1] - a[1]);
      return worthwhile.slice(0, NAMED).map(([other]) => other);
    },
  };
}

/** From resemblance and lengths follows containment; what is estimated from 64 slots may be off by a fifth. */
function isWorthwhile(resemblance: number, a: number, b: number): boolean {
  const containment = (resemblance * (a + b)) / ((1 + resemblance) * Math.min(a, b));
  return containment >= WORTHWHILE;
}

/** A power of two, for an index by mask. */
const cellsFor = (room: number): number => 2 ** Math.ceil(Math.log2(room * BANDS));

function enlarged<T extends Uint32Array | Uint8Array>(array: T, length: number): T {
  const next = new (array.constructor as new (length: number) => T)(length);
  next.set(array);
  return next;
}
