// The folded forms of a segment as a table that is ready to be looked into, beside the dictionary that is read a page at a time.
import type { Vocabulary } from '../../arabic/vocabulary.ts';
import { decodeInto, sameBytes } from './letters.ts';

/** Takes forms in ascending order; one that comes again adds to the frequency. */
export class FormsTable {
  #letters = new Uint16Array(1 << 12);
  #starts = new Uint32Array(1 << 9);
  #frequencies = new Uint32Array(1 << 9);
  #size = 0;
  #length = 0;
  #before = new Uint8Array(64);
  #beforeLength = -1;

  add(term: Uint8Array, length: number, df: number): void {
    if (length === this.#beforeLength && sameBytes(term.subarray(0, length), this.#before.subarray(0, length))) {
      this.#frequencies[this.#size - 1]! += df;
      return;
    }
    if (this.#length + length > this.#letters.length) this.#letters = widened(this.#letters, Uint16Array, this.#length + length);
    if (this.#size + 1 === this.#starts.length) {
      this.#starts = widened(this.#starts, Uint32Array, 0);
      this.#frequencies = widened(this.#frequencies, Uint32Array, 0);
    }
    this.#frequencies[this.#size] = df;
    this.#length = decodeInto(this.#letters, this.#length, term, length);
    this.#starts[++this.#size] = this.#length;
    if (length > this.#before.length) this.#before = new Uint8Array(length * 2);
    for (let at = 0; at < length; at++) this.#before[at] = term[at]!;
    this.#beforeLength = length;
  }

  get vocabulary(): Vocabulary {
    const size = this.#size;
    const letters = this.#letters.slice(0, this.#length);
    return { size, letters, starts: this.#starts.slice(0, size + 1), frequencies: this.#frequencies.slice(0, size) };
  }

  /** The table's arrays one after the other, behind their lengths. */
  get bytes(): Uint8Array {
    const { size, letters, starts, frequencies } = this.vocabulary;
    const parts = [Uint32Array.of(size, letters.length), starts, frequencies, letters];
    const bytes = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
    let at = 0;
    for (const { buffer, byteLength } of parts) {
      bytes.set(new Uint8Array(buffer as ArrayBuffer, 0, byteLength), at);
      at += byteLength;
    }
    return bytes;
  }
}

/** From what `FormsTable.bytes` gave: a view of it. */
export function formsOfTable({ buffer, byteOffset, byteLength }: Uint8Array): Vocabulary {
  const aligned = byteOffset % 4 === 0;
  const whole = aligned ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  let at = aligned ? byteOffset : 0;
  const numbers = (count: number): Uint32Array => new Uint32Array(whole, (at += count * 4) - count * 4, count);
  const [size, units] = numbers(2) as unknown as [number, number];
  const starts = numbers(size + 1);
  const frequencies = numbers(size);
  return { size, starts, frequencies, letters: new Uint16Array(whole, at, units) };
}

type Column = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

function widened<T extends Column>(column: T, kind: new (length: number) => T, wanted: number): T {
  const wider = new kind(Math.max(column.length * 2, wanted));
  wider.set(column);
  return wider;
}
