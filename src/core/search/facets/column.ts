// One facet's values by row, as numbers, in chunks of 1024 rows: small enough to be written anew for one change.
import { DamagedRow } from '../database.ts';
import { ByteSink, ByteSource } from '../segments/bytes.ts';

export const CHUNK_ROWS = 1024;

/** For each row of a chunk where its values begin, one more at the end; and the values. */
export type Chunk = { readonly starts: Uint32Array; readonly values: Uint32Array };

export const emptyChunk: Chunk = { starts: new Uint32Array(CHUNK_ROWS + 1), values: new Uint32Array(0) };

/** Each row's values apart, to be changed. */
export type OpenChunk = (readonly number[] | Uint32Array)[];

export const openChunk = ({ starts, values }: Chunk): OpenChunk =>
  Array.from({ length: CHUNK_ROWS }, (_, row) => values.subarray(starts[row], starts[row + 1]));

export function closeChunk(rows: OpenChunk): Chunk {
  const starts = new Uint32Array(CHUNK_ROWS + 1);
  for (const [row, own] of rows.entries()) starts[row + 1] = starts[row]! + own.length;
  const values = new Uint32Array(starts[CHUNK_ROWS]!);
  for (const [row, own] of rows.entries()) values.set(own, starts[row]);
  return { starts, values };
}

export function hasValues({ starts, values }: Chunk, row: number, own: readonly number[]): boolean {
  const from = starts[row]!;
  return own.length === starts[row + 1]! - from && own.every((value, at) => values[from + at] === value);
}

export function encodeChunk({ starts, values }: Chunk): Uint8Array {
  const sink = new ByteSink();
  for (let row = 0; row < CHUNK_ROWS; row++) {
    sink.varint(starts[row + 1]! - starts[row]!);
    for (let at = starts[row]!; at < starts[row + 1]!; at++) sink.varint(values[at]!);
  }
  return sink.bytes.slice(0, sink.length);
}

/** Throws DamagedRow for a value that is not below `known`. */
export function decodeChunk(bytes: Uint8Array, known: number): Chunk {
  const source = new ByteSource(bytes);
  const starts = new Uint32Array(CHUNK_ROWS + 1);
  const values: number[] = [];
  for (let row = 0; row < CHUNK_ROWS; row++) {
    for (let left = source.varint(); left > 0; left--) values.push(source.varint());
    starts[row + 1] = values.length;
  }
  if (values.some((value) => value >= known)) throw new DamagedRow('a facet has values that are not known');
  return { starts, values: Uint32Array.from(values) };
}

/**
 * Adds to `counts`, at `place of one · width + place of the other`, how many of the rows have both. `places`: of each value of
 * either column, -1 for those that are not asked about.
 */
export function crossChunk(
  one: Chunk,
  other: Chunk,
  bits: Uint32Array,
  places: { readonly one: Int32Array; readonly other: Int32Array; readonly width: number },
  counts: Uint32Array,
): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const row = (word << 5) + (31 - Math.clz32(rest & -rest));
      for (let at = one.starts[row]!; at < one.starts[row + 1]!; at++) {
        const first = places.one[one.values[at]!]!;
        if (first < 0) continue;
        for (let beside = other.starts[row]!; beside < other.starts[row + 1]!; beside++) {
          const second = places.other[other.values[beside]!]!;
          if (second >= 0) counts[first * places.width + second]!++;
        }
      }
    }
  }
}

/** Adds to `counts`, by value, how many of the rows have it. `bits`: of the rows of this chunk, the lowest first. */
export function countChunk({ starts, values }: Chunk, bits: Uint32Array, counts: Uint32Array): void {
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) {
      const row = (word << 5) + (31 - Math.clz32(rest & -rest));
      const end = starts[row + 1]!;
      for (let at = starts[row]!; at < end; at++) counts[values[at]!]!++;
    }
  }
}
