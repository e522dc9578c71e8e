// Zip archives: entries by name, within bounds. Nothing is written; a name is a word, never a path.
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Failure } from '#contract/errors.ts';
import { MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED } from '../limits.ts';
import { leadsOutside, type PackedEntry, packedName } from './packed.ts';

/** Small things may be packed as tightly as they like. */
const SMALL = 1_000_000;

/** Throws capture.damaged, too-many-parts; an entry's `read` capture.bomb, unpacks-too-large, protected, unknown-packing. Folders are left out. */
export async function openZip(bytes: Uint8Array, path: string): Promise<PackedEntry[]> {
  const file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
    lazyEntries: true,
    decodeStrings: false,
    validateEntrySizes: true,
  }).catch((cause: unknown) => {
    throw new Failure('capture.damaged', { path, format: 'ZIP' }, { cause });
  });
  if (file.entryCount > MAX_ENTRIES) throw new Failure('capture.too-many-parts', { path, limit: MAX_ENTRIES });
  const budget = { left: MAX_UNPACKED };
  const entries: PackedEntry[] = [];
  for await (const entry of file.eachEntry()) {
    const name = nameOf(entry);
    if (name.endsWith('/') && entry.uncompressedSize === 0) continue;
    entries.push({
      name,
      size: entry.uncompressedSize,
      unsafe: isUnsafe(name, entry),
      read: () => readEntry(file, entry, `${path}/${name}`, budget),
    });
  }
  return entries;
}

/** Bit 11 says UTF-8 (APPNOTE 4.4.4); others are UTF-8 all the same, mostly. */
const nameOf = ({ fileNameRaw, generalPurposeBitFlag }: Entry): string => packedName(fileNameRaw, (generalPurposeBitFlag & 0x800) !== 0);

/** APPNOTE 4.4.5. */
const STORED = 0;
const DEFLATED = 8;
const SYMLINK = 0o120000;

const isUnsafe = (name: string, { externalFileAttributes }: Entry): boolean =>
  ((externalFileAttributes >>> 16) & 0o170000) === SYMLINK || leadsOutside(name);

async function readEntry(file: ZipFile, entry: Entry, path: string, budget: { left: number }): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new Failure('capture.protected', { path });
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    throw new Failure('capture.unknown-packing', { path, method: entry.compressionMethod });
  const size = entry.uncompressedSize;
  if (size > SMALL && size > entry.compressedSize * MAX_RATIO) throw new Failure('capture.bomb', { path, times: MAX_RATIO });
  if (size > budget.left) throw new Failure('capture.unpacks-too-large', { path, limit: MAX_UNPACKED / 1e6 });
  budget.left -= size;
  try {
    // The stream ends in an error when there is more in it than was declared.
    const chunks: Buffer[] = [];
    for await (const chunk of await file.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  } catch (cause) {
    throw new Failure('capture.damaged', { path, format: 'ZIP' }, { cause });
  }
}

/** The text of an entry; its bytes, if they can be had. */
export type OfficeParts = ((name: string) => Promise<string | undefined>) & {
  readonly bytes: (name: string) => Promise<Uint8Array | undefined>;
};

/** Entries of an office file by their names. Throws capture.damaged when `needed` is not among them. */
export async function officeParts(bytes: Uint8Array, path: string, format: string, needed?: string): Promise<OfficeParts> {
  const entries = new Map((await openZip(bytes, path)).map((entry) => [entry.name, entry]));
  if (needed !== undefined && !entries.has(needed)) throw new Failure('capture.damaged', { path, format });
  const part = async (name: string): Promise<string | undefined> => {
    const bytes = await entries.get(name)?.read();
    return bytes && textOf(bytes);
  };
  return Object.assign(part, {
    bytes: async (name: string) =>
      entries
        .get(name)
        ?.read()
        .catch(() => undefined),
  });
}

function textOf(part: Uint8Array): string {
  const wide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  return new TextDecoder(wide ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(part);
}
