// The original of an item, read again in an encoding that a person chose, or with its mojibake undone.
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import type { Archivist } from '../archivist.ts';
import type { Store } from '../archive/store.types.ts';
import type { CapturedArticle } from '../capture/capture.ts';
import { captureAll } from '../capture/capture-all.ts';
import { nameIn, type PictureSource } from '../capture/pictures.ts';
import { isRefused } from '../capture/formats/format.types.ts';
import { filesOf, newItem } from '../capture/to-item.ts';
import { readAgain } from '../catalog/read-again.ts';
import { packsIn } from './take-in.ts';
import { originalOf } from './original.ts';

type Choice = { readonly id: string; readonly encoding?: string | undefined; readonly repair: boolean };

/** Throws item.*, original.*, capture.*; capture.unreadable when the original holds many articles and none is this one. */
export async function reread({ store, archivist }: { store: Store; archivist: Archivist }, choice: Choice): Promise<Item> {
  const { items } = await archivist.change('edit', [choice.id], async (item) => {
    const { file, bytes } = await originalOf(store, item);
    const packs = await packsIn({ store });
    const beside = await keptPictures(store, item);
    let pictures: Uint8Array[] = [];
    const read = async (how: { encoding?: string | undefined; repair?: boolean | undefined }): Promise<Item[]> => {
      const capturedAt = new Date(item.dates.captured?.value ?? 0);
      const articles = (await captureAll({ bytes, path: file.name, beside, packs, ...how })).filter(
        (one): one is CapturedArticle => !isRefused(one),
      );
      pictures = articles.flatMap((article) => (article.pictures ?? []).map((picture) => picture.bytes));
      return articles.map((article) =>
        newItem(article, {
          id: item.id,
          capturedAt,
          files: filesOf(file, article),
          tags: [],
          collections: [],
        }),
      );
    };
    const known = item.provenance?.encoding;
    const before = await read({ ...(known?.by === 'chosen' ? { encoding: known.name } : {}), repair: known?.repaired });
    const after = await read(choice);
    const place =
      before.length === 1 && after.length === 1
        ? 0
        : before.findIndex(({ title, provenance }) => title === item.title && provenance?.['part'] === item.provenance?.['part']);
    const [was, now] = [before[place], after[place]];
    if (!was || !now) throw new Failure('capture.unreadable', { path: file.name, reason: item.title });
    await store.putObjects(pictures);
    return readAgain(item, was, now);
  });
  return items[0]!;
}

/** What lay beside the file when it was taken in, by name. */
async function keptPictures(store: Store, { files }: Item): Promise<PictureSource> {
  const kept = new Map<string, Uint8Array>();
  for (const { role, name, sha256 } of files) {
    const bytes = role === 'picture' ? await store.readObject(sha256) : undefined;
    if (bytes) kept.set(name, bytes);
  }
  return (address) => {
    const bytes = kept.get(nameIn(address));
    return bytes && { bytes };
  };
}
