// A zip archive of anything that can be read: each file in it by its own format. What is refused is named.
import { Failure, isFailure } from '#contract/errors.ts';
import { openZip, type ZipEntry } from '../containers/zip.ts';
import { isRefused, type Found, type Open, type Source } from './format.types.ts';

/** Leavings of file managers, pictures and styles of pages are not what a person means by an archive of articles. */
const ignored =
  /(?:^|[/\\])(?:\.|__MACOSX|~\$|Thumbs\.db$|desktop\.ini$)|\.(?:png|jpe?g|gif|webp|svg|ico|bmp|css|js|mjs|woff2?|ttf|otf|eot|mp[34]|map)$/i;

export const read = async (source: Source, open: Open): Promise<Found[]> => {
  if (source.depth > 0) throw new Failure('capture.nested', { path: source.path });
  const found: Found[] = [];
  for (const entry of await openZip(source.bytes, source.path)) {
    if (entry.unsafe || !ignored.test(entry.name)) found.push(...(await readEntry(entry, source, open)));
  }
  return found;
};

async function readEntry(entry: ZipEntry, { path, encoding, depth }: Source, open: Open): Promise<Found[]> {
  const part = entry.name;
  try {
    if (entry.unsafe) throw new Failure('capture.unsafe-name', { path: `${path}/${part}` });
    const found = await open({ bytes: await entry.read(), path: `${path}/${part}`, encoding, depth: depth + 1 });
    return found.map((one) =>
      isRefused(one) ? { ...one, part: `${part}/${one.part}` } : { ...one, part: one.part === undefined ? part : `${part}/${one.part}` },
    );
  } catch (error) {
    if (!isFailure(error)) throw error;
    return [{ part, failure: error }];
  }
}
