// The original of an item, read again in an encoding that a person chose, or with its mojibake undone.
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import type { Archivist } from '../archivist.ts';
import type { Store } from '../archive/store.types.ts';
import type { CapturedArticle } from '../capture/capture.ts';
import { captureAll } from '../capture/capture-all.ts';
import { isRefused } from '../capture/formats/format.types.ts';
import { newItem } from '../capture/to-item.ts';
import { readAgain } from '../catalog/read-again.ts';
import { originalOf } from './original.ts';

type Choice = { readonly id: string; readonly encoding?: string | undefined; readonly repair: boolean };

/** Throws item.*, original.*, capture.*; capture.unreadable when the original holds many articles and none is this one. */
export async function reread({ store, archivist }: { store: Store; archivist: Archivist }, choice: Choice): Promise<Item> {
  const { items } = await archivist.change('edit', [choice.id], async (item) => {
    const { file, bytes } = await originalOf(store, item);
    const read = async (how: { encoding?: string | undefined; repair?: boolean | undefined }): Promise<Item[]> => {
      const capturedAt = new Date(item.dates.captured?.value ?? 0);
      const articles = (await captureAll({ bytes, path: file.name, ...how })).filter((one): one is CapturedArticle => !isRefused(one));
      return articles.map((article) =>
        newItem(article, {
          id: item.id,
          capturedAt,
          file: { ...file, ...(article.encoding === undefined ? {} : { encoding: article.encoding }) },
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
    return readAgain(item, was, now);
  });
  return items[0]!;
}
