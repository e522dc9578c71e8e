// The first picture of a GIF (GIF89a, CompuServe 1990), as it is shown before anything moves.
import { MOST_PIXELS, type StillPicture } from './still-picture.ts';

export const isGif = (bytes: Buffer): boolean => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6));

/** Throws a RangeError where the file ends before its picture does. */
export function readGif(bytes: Buffer): StillPicture {
  const [width, height, packed] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8), bytes.readUInt8(10)];
  if (width * height === 0 || width * height > MOST_PIXELS) throw new RangeError('no size of a GIF');
  let at = 13;
  const table = (flags: number): Buffer | undefined => {
    if ((flags & 0x80) === 0) return undefined;
    const size = 3 * 2 ** ((flags & 7) + 1);
    at += size;
    return bytes.subarray(at - size, at);
  };
  const shared = table(packed);
  let clear = -1;
  for (;;) {
    const kind = bytes.readUInt8(at++);
    if (kind === 0x21) {
      // A graphic control extension tells which colour is seen through.
      if (bytes.readUInt8(at) === 0xf9 && (bytes.readUInt8(at + 2) & 1) === 1) clear = bytes.readUInt8(at + 5);
      at = endOfBlocks(bytes, at + 1);
      continue;
    }
    if (kind !== 0x2c) throw new RangeError('no picture in the GIF');
    const [left, top, across, down, flags] = [
      bytes.readUInt16LE(at),
      bytes.readUInt16LE(at + 2),
      bytes.readUInt16LE(at + 4),
      bytes.readUInt16LE(at + 6),
      bytes.readUInt8(at + 8),
    ];
    at += 9;
    const colours = table(flags) ?? shared;
    if (!colours || across * down > MOST_PIXELS) throw new RangeError('no colours of a GIF');
    const indices = unpacked(blocksOf(bytes, at + 1), bytes.readUInt8(at), across * down);
    const rgba = new Uint8Array(4 * width * height);
    const rows = (flags & 0x40) === 0 ? undefined : interlaced(down);
    for (let y = 0; y < down; y++) {
      const row = top + (rows ? rows[y]! : y);
      if (row >= height) continue;
      for (let x = 0; x < across && left + x < width; x++) {
        const index = indices[y * across + x]!;
        if (index === clear) continue;
        const to = 4 * (row * width + left + x);
        rgba.set(colours.subarray(3 * index, 3 * index + 3), to);
        rgba[to + 3] = 255;
      }
    }
    return { width, height, rgba };
  }
}

/** Where the sub-blocks from `at` end. */
function endOfBlocks(bytes: Buffer, at: number): number {
  for (let size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) at += size + 1;
  return at + 1;
}

const blocksOf = (bytes: Buffer, from: number): Buffer => {
  const parts: Buffer[] = [];
  for (let at = from, size = bytes.readUInt8(at); size > 0; size = bytes.readUInt8(at)) {
    parts.push(bytes.subarray(at + 1, at + 1 + size));
    at += size + 1;
  }
  return Buffer.concat(parts);
};

/** Rows in the order in which they are stored: every eighth, those between, every second, the rest. */
function interlaced(height: number): number[] {
  const rows: number[] = [];
  for (const [first, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const)
    for (let row = first; row < height; row += step) rows.push(row);
  return rows;
}

/** LZW with codes that grow to twelve bits; what is missing at the end is the first colour. */
function unpacked(data: Uint8Array, least: number, count: number): Uint8Array {
  if (least < 1 || least > 11) throw new RangeError('no code size of a GIF');
  const out = new Uint8Array(count);
  const [clear, end] = [1 << least, (1 << least) + 1];
  const previous = new Uint16Array(4096);
  const last = new Uint8Array(4096);
  const lengths = new Uint16Array(4096).fill(1);
  for (let code = 0; code < clear; code++) last[code] = code;
  let [size, next, before, filled] = [least + 1, end + 1, -1, 0];
  let [bits, held] = [0, 0];
  for (const byte of data) {
    held |= byte << bits;
    bits += 8;
    while (bits >= size) {
      const code = held & ((1 << size) - 1);
      held >>>= size;
      bits -= size;
      if (code === end || filled >= count) return out;
      if (code === clear) {
        [size, next, before] = [least + 1, end + 1, -1];
        continue;
      }
      if (code > next || (code === next && before < 0)) throw new RangeError('no code of the GIF');
      // What is not known yet is what was before, and its own first colour again.
      const known = code < next ? code : before;
      const length = lengths[known]! + (code < next ? 0 : 1);
      let first = known;
      let to = filled + lengths[known]! - 1;
      for (; ; first = previous[first]!) {
        if (to < count) out[to] = last[first]!;
        if (first < clear) break;
        to--;
      }
      if (code >= next && filled + length - 1 < count) out[filled + length - 1] = last[first]!;
      filled += length;
      if (before >= 0 && next < 4096) {
        previous[next] = before;
        last[next] = last[first]!;
        lengths[next] = lengths[before]! + 1;
        next++;
        if (next === 1 << size && size < 12) size++;
      }
      before = code;
    }
  }
  return out;
}
