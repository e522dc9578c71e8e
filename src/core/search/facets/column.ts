// One facet's values by row, as numbers, in chunks of 1024 rows: small enough to be written anew for one change.
import { DamagedRow } from '../database.ts';
import { ByteSink, ByteSource } from '../segments/bytes.ts';

export const CHUNK_ROWS = 1024;

export type Chunk = {
  /** For each row of a chunk where its values begin, one more at the end. */
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
  /** Where no row has more than one: one more than each row's value, 0 for none. They are counted in one step. */
  readonly single: Uint16Array | undefined;
};

/** One more than a value must fit in sixteen bits. */
const MOST_SINGLE = 0xffff;

function chunkOf(starts: Uint32Array, values: Uint32Array): Chunk {
  const single = new Uint16Array(CHUNK_ROWS);
  for (let row = 0; row < CHUNK_ROWS; row++) {
    const size = starts[row + 1]! - starts[row]!;
    const value = size === 1 ? values[starts[row]!]! : 0;
    if (size > 1 || value >= MOST_SINGLE) return { starts, values, single: undefined };
    single[row] = value + size;
  }
  return { starts, values, single };
}

export const emptyChunk: Chunk = chunkOf(new Uint32Array(CHUNK_ROWS + 1), new Uint32Array(0));

/** Each row's values apart, to be changed. */
export type OpenChunk = (readonly number[] | Uint32Array)[];

export const openChunk = ({ starts, values }: Chunk): OpenChunk =>
  Array.from({ length: CHUNK_ROWS }, (_, row) => values.subarray(starts[row], starts[row + 1]));

export function closeChunk(rows: OpenChunk): Chunk {
  const starts = new Uint32Array(CHUNK_ROWS + 1);
  for (const [row, own] of rows.entries()) starts[row + 1] = starts[row]! + own.length;
  const values = new Uint32Array(starts[CHUNK_ROWS]!);
  for (const [row, own] of rows.entries()) values.set(own, starts[row]);
  return chunkOf(starts, values);
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
  // Each value takes a byte at least.
  const values = new Uint32Array(bytes.length);
  let size = 0;
  for (let row = 0; row < CHUNK_ROWS; row++) {
    for (let left = source.varint(); left > 0; left--) {
      const value = source.varint();
      if (value >= known) throw new DamagedRow('a facet has values that are not known');
      values[size++] = value;
    }
    starts[row + 1] = size;
  }
  return chunkOf(starts, values.slice(0, size));
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

/** Writes the rows of a chunk whose bits are set into `rows`, in ascending order; gives how many. */
export function rowsOfChunk(bits: Uint32Array, rows: Uint16Array): number {
  let count = 0;
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) rows[count++] = (word << 5) + (31 - Math.clz32(rest & -rest));
  }
  return count;
}

/** Adds to `counts`, at one more than its number, how many of the first `count` rows have a value; at 0 stands nothing of meaning. */
export function countChunk({ starts, values, single }: Chunk, rows: Uint16Array, count: number, counts: Uint32Array): void {
  if (single) {
    // Four at a time: what one adds need not be waited for by the next.
    const whole = count & ~3;
    for (let n = 0; n < whole; n += 4) {
      const first = single[rows[n]!]!;
      const second = single[rows[n + 1]!]!;
      const third = single[rows[n + 2]!]!;
      const fourth = single[rows[n + 3]!]!;
      counts[first]!++;
      counts[second]!++;
      counts[third]!++;
      counts[fourth]!++;
    }
    for (let n = whole; n < count; n++) counts[single[rows[n]!]!]!++;
  } else {
    for (let n = 0; n < count; n++) {
      const end = starts[rows[n]! + 1]!;
      for (let at = starts[rows[n]!]!; at < end; at++) counts[values[at]! + 1]!++;
    }
  }
}
