// Builds the lists of the index again from the archive's files.
import type { DatabaseSync } from 'node:sqlite';
import { eachOf } from '../archive/durable.ts';
import type { Store } from '../archive/store.types.ts';
import { transaction } from './database.ts';
import type { IndexWriter } from './writer.ts';

const AT_ONCE = 500;

/** Words are left for later: an archive can be listed long before it can be searched. Gives the number of items. */
export async function rebuildCatalogue(
  db: DatabaseSync,
  writer: IndexWriter,
  store: Store,
  onProgress?: (done: number) => void,
): Promise<number> {
  db.exec(
    "DELETE FROM items; DELETE FROM item_tags; DELETE FROM item_collections; DELETE FROM digests; DELETE FROM shards; DELETE FROM meta WHERE key = 'marks'",
  );
  db.exec("INSERT INTO terms (terms) VALUES ('delete-all')");
  let done = 0;
  let batch: string[] = [];
  const flush = async (): Promise<void> => {
    const found: { item: NonNullable<Awaited<ReturnType<Store['read']>>>; digest: string | undefined }[] = [];
    await eachOf(batch, 16, async (id) => {
      const item = await store.read(id);
      if (item) found.push({ item, digest: store.digestOf(id, item.revision) });
    });
    transaction(db, () => {
      for (const { item, digest } of found) writer.put(item, { words: false, digest });
    });
    done += found.length;
    batch = [];
    onProgress?.(done);
  };
  for await (const id of store.ids()) if (batch.push(id) >= AT_ONCE) await flush();
  await flush();
  return done;
}
