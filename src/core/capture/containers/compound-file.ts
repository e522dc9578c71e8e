// Compound files (MS-CFB): streams in sectors, chained by an allocation table. Old Word and Outlook keep documents in them.
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here on are marks: free, end of a chain, part of the table itself. */
const LAST_SECTOR = 0xfffffffa;
const NONE = 0xffffffff;
const ENTRY = 128;
const STREAM = 2;
/** Sectors of the table that the header names; the rest is named in sectors of their own. */
const NAMED_IN_HEADER = 109;

export const isCompoundFile = (bytes: Uint8Array): boolean => MAGIC.every((byte, at) => bytes[at] === byte);

/** The streams of the root, by name. Those within its folders – embedded documents – are left out. Throws RangeError for broken files. */
export function streamsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const sectorSize = 1 << bounded(view.getUint16(0x1e, true), 7, 16);
  const miniSize = 1 << bounded(view.getUint16(0x20, true), 4, 12);
  const sectors = Math.ceil(bytes.length / sectorSize);
  const sectorAt = (number: number): Uint8Array => bytes.subarray((number + 1) * sectorSize, (number + 2) * sectorSize);

  const table = numbersIn(tableSectors(view, sectorSize, sectors).map(sectorAt));
  const whole = (first: number): Uint8Array => joined(chainOf(first, table, sectors).map(sectorAt));
  const directory = whole(view.getUint32(0x30, true));
  const root = entryAt(directory, 0);
  const small = whole(root.first);
  const smallTable = numbersIn([whole(view.getUint32(0x3c, true))]);
  const smallLimit = view.getUint32(0x38, true);

  function streamOf({ first, size }: Entry): Uint8Array {
    if (size >= smallLimit) return whole(first).subarray(0, size);
    const pieces = chainOf(first, smallTable, Math.ceil(small.length / miniSize));
    return joined(pieces.map((number) => small.subarray(number * miniSize, (number + 1) * miniSize))).subarray(0, size);
  }

  const streams = new Map<string, Uint8Array>();
  // The entries of a folder are a tree; a broken one may lead round in a circle.
  const seen = new Set<number>();
  const waiting = [root.child];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === NONE || seen.has(at) || (at + 1) * ENTRY > directory.length) continue;
    seen.add(at);
    const entry = entryAt(directory, at);
    waiting.push(entry.left, entry.right);
    if (entry.kind === STREAM) streams.set(entry.name, streamOf(entry));
  }
  return streams;
}

type Entry = {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly first: number;
  readonly size: number;
};

function entryAt(directory: Uint8Array, number: number): Entry {
  const view = new DataView(directory.buffer, directory.byteOffset + number * ENTRY, ENTRY);
  const nameBytes = Math.max(0, Math.min(64, view.getUint16(0x40, true)) - 2);
  return {
    name: new TextDecoder('utf-16le').decode(directory.subarray(number * ENTRY, number * ENTRY + nameBytes)),
    kind: view.getUint8(0x42),
    left: view.getUint32(0x44, true),
    right: view.getUint32(0x48, true),
    child: view.getUint32(0x4c, true),
    first: view.getUint32(0x74, true),
    size: view.getUint32(0x78, true),
  };
}

function tableSectors(view: DataView, sectorSize: number, sectors: number): number[] {
  const found: number[] = [];
  const take = (offset: number, count: number): void => {
    for (let at = 0; at < count; at++) {
      const number = view.getUint32(offset + at * 4, true);
      if (number < LAST_SECTOR) found.push(number);
    }
  };
  take(0x4c, NAMED_IN_HEADER);
  const perSector = sectorSize / 4 - 1;
  let next = view.getUint32(0x44, true);
  for (let steps = 0; next < LAST_SECTOR && steps < sectors; steps++) {
    const offset = (next + 1) * sectorSize;
    take(offset, perSector);
    next = view.getUint32(offset + perSector * 4, true);
  }
  return found;
}

/** No longer than the file has sectors: a broken chain may lead round in a circle. */
function chainOf(first: number, table: Uint32Array, most: number): number[] {
  const chain: number[] = [];
  for (let at = first; at < LAST_SECTOR; at = table[at] ?? NONE) {
    if (chain.length > most) throw new RangeError('a chain of sectors has no end');
    chain.push(at);
  }
  return chain;
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);

function numbersIn(parts: readonly Uint8Array[]): Uint32Array {
  const all = joined(parts);
  const view = new DataView(all.buffer, all.byteOffset, all.length);
  return Uint32Array.from({ length: all.length >> 2 }, (_, at) => view.getUint32(at * 4, true));
}

function bounded(value: number, least: number, most: number): number {
  if (value < least || value > most) throw new RangeError('no such size of sectors');
  return value;
}
