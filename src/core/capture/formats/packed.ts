// An archive of files: each file in it by its own format. What is refused is named.
import { Failure, isFailure } from '#contract/errors.ts';
import type { PackedEntry } from '../containers/packed.ts';
import { nameIn, type PictureSource } from '../pictures.ts';
import { isRefused, type Found, type Open, type Source } from './format.types.ts';

/** Leavings of file managers, pictures and styles of pages are not what a person means by an archive of articles. */
const ignored =
  /(?:^|[/\\])(?:\.|__MACOSX|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:png|jpe?g|gif|webp|svg|ico|bmp|css|js|mjs|woff2?|ttf|otf|eot|mp[34]|map)$/i;

/** An archive in an archive is not opened; one that is squeezed as a whole, as `.tar.gz` is, is one archive. */
export async function readPacked(entriesOf: () => Promise<PackedEntry[]> | PackedEntry[], source: Source, open: Open): Promise<Found[]> {
  if (source.depth > (source.squeezed ? 1 : 0)) throw new Failure('capture.nested', { path: source.path });
  const found: Found[] = [];
  const entries = await entriesOf();
  const unpack = unpackOnce();
  for (const entry of entries) {
    if (entry.unsafe || !ignored.test(entry.name))
      found.push(...(await readEntry(entry, (bytes) => picturesBeside(entry, bytes, entries, unpack), source, open)));
  }
  return found;
}

async function readEntry(
  entry: PackedEntry,
  beside: (bytes: Uint8Array) => Promise<PictureSource | undefined>,
  { path, encoding, depth }: Source,
  open: Open,
): Promise<Found[]> {
  const part = entry.name;
  try {
    if (entry.unsafe) throw new Failure('capture.unsafe-name', { path: `${path}/${part}` });
    const bytes = await entry.read();
    const found = await open({ bytes, path: `${path}/${part}`, encoding, depth: depth + 1, beside: await beside(bytes) });
    return found.map((one) =>
      isRefused(one) ? { ...one, part: `${part}/${one.part}` } : { ...one, part: one.part === undefined ? part : `${part}/${one.part}` },
    );
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [{ part, failure: error }];
  }
}

type Unpack = (entry: PackedEntry) => Promise<Uint8Array | undefined>;

/** Each is unpacked once, whichever pages show it. */
function unpackOnce(): Unpack {
  const unpacked = new Map<PackedEntry, Promise<Uint8Array | undefined>>();
  return (entry) => {
    const bytes = unpacked.get(entry) ?? entry.read().catch(() => undefined);
    unpacked.set(entry, bytes);
    return bytes;
  };
}

/** Pictures in the archive that the page names: beside it, or in a folder below. */
async function picturesBeside(
  page: PackedEntry,
  bytes: Uint8Array,
  entries: readonly PackedEntry[],
  unpack: Unpack,
): Promise<PictureSource | undefined> {
  if (!/\.(?:x?html?|shtml)$/i.test(page.name)) return undefined;
  const folder = page.name.slice(0, page.name.lastIndexOf('/') + 1);
  const markup = Buffer.from(bytes).toString();
  const found = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const file = nameIn(entry.name);
    if (entry.unsafe || !entry.name.startsWith(folder) || !pictureName.test(file)) continue;
    const picture = markup.includes(file) || markup.includes(encodeURIComponent(file)) ? await unpack(entry) : undefined;
    if (picture) found.set(entry.name.slice(folder.length), picture);
  }
  return (address) => {
    const name = address
      .replace(/[?#].*$/s, '')
      .replace(/^\.\//, '')
      .split('/')
      .map(nameIn)
      .join('/');
    const picture = found.get(name);
    return picture && { bytes: picture, name: nameIn(name) };
  };
}

const pictureName = /\.(?:png|jpe?g|gif|webp|avif|bmp)$/i;
