// Tar archives (POSIX.1-2001 pax, ustar; long names as GNU writes them): records of 512 bytes, a header before each file.
import { Failure } from '#contract/errors.ts';
import { MAX_ENTRIES } from '../limits.ts';
import { leadsOutside, type PackedEntry, packedName } from './packed.ts';

const RECORD = 512;
/** Files, in old archives and new ones; links, hard and soft; files in one piece. */
const files = new Set(['\u0000', '0', '1', '2', '7']);

export const isTar = (bytes: Uint8Array): boolean => textAt(bytes, 257, 5) === 'ustar';

/** Throws capture.damaged, too-many-parts. Folders and devices are left out; links are unsafe. */
export function entriesOfTar(bytes: Uint8Array, path: string): PackedEntry[] {
  const entries: PackedEntry[] = [];
  /** What a header before the next one says of it. */
  let said: { name?: string; size?: number } = {};
  for (let at = 0; at + RECORD <= bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + RECORD);
    const kind = String.fromCharCode(header[156]!);
    const size = said.size ?? numberAt(header, 124, 12);
    const content = bytes.subarray(at + RECORD, at + RECORD + size);
    if (!Number.isSafeInteger(size) || content.length < size) throw new Failure('capture.damaged', { path, format: 'TAR' });
    at += RECORD + Math.ceil(size / RECORD) * RECORD;
    if (kind === 'L') said = { ...said, name: packedName(upToZero(content)) };
    else if (kind === 'x') said = { ...said, ...paxIn(content) };
    else if (kind !== 'g' && kind !== 'K') {
      const name = said.name ?? nameOf(header);
      said = {};
      if (!files.has(kind)) continue;
      const linked = kind === '1' || kind === '2';
      entries.push({ name, size, unsafe: linked || leadsOutside(name), read: async () => content });
      if (entries.length > MAX_ENTRIES) throw new Failure('capture.too-many-parts', { path, limit: MAX_ENTRIES });
    }
  }
  return entries;
}

function nameOf(header: Uint8Array): string {
  const name = packedName(upToZero(header.subarray(0, 100)));
  const prefix = textAt(header, 257, 6) === 'ustar\0' ? packedName(upToZero(header.subarray(345, 500))) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Records `27 path=name\n`, each with its own length. */
function paxIn(content: Uint8Array): { name?: string; size?: number } {
  const found: { name?: string; size?: number } = {};
  for (let at = 0; at < content.length; ) {
    const [stated, length] = /^(\d{1,9}) /.exec(textAt(content, at, 12)) ?? [];
    if (!stated || Number(length) <= stated.length) break;
    const [, key, value] = /^([^=]*)=([^]*)\n$/.exec(packedName(content.subarray(at + stated.length, at + Number(length)), true)) ?? [];
    if (key === 'path') found.name = value!;
    if (key === 'size') found.size = Number(value);
    at += Number(length);
  }
  return found;
}

/** Octal digits, or the number itself, marked by the first bit. */
function numberAt(header: Uint8Array, at: number, length: number): number {
  if (header[at]! & 0x80) return header.subarray(at + 1, at + length).reduce((sum, byte) => sum * 256 + byte, 0);
  const digits = textAt(header, at, length).replace(/[\0 ].*$/s, '');
  return digits === '' ? 0 : Number.parseInt(digits, 8);
}

const textAt = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length));

function upToZero(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
