// The derived index of one archive: opened, brought up to the journal, or built again.
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '#contract/item.ts';
import type { Store } from '../archive/store.types.ts';
import type { Change } from '../catalog/change.ts';
import { openDatabase } from './database.ts';
import { openWriter } from './writer.ts';

export type SearchIndex = {
  readonly db: DatabaseSync;
  apply(seq: number, changes: readonly Change[]): void;
  rebuild(onProgress?: (done: number) => void): Promise<number>;
  /** True when the index holds every act of the journal. */
  isCurrent(): boolean;
  close(): void;
};

/** Two copies of one archive have two indexes, so the path counts as well as the archive's identity. */
function indexPath(cacheDir: string, store: Store): string {
  const key = createHash('sha256')
    .update(`${store.archiveId}\n${realpathSync(store.dir)}`)
    .digest('hex')
    .slice(0, 24);
  return join(cacheDir, key, 'index.sqlite');
}

export async function openIndex(store: Store, cacheDir: string): Promise<SearchIndex> {
  const path = indexPath(cacheDir, store);
  const { db, readOnly } = openFor(store, path);
  const writer = openWriter(db);

  async function rebuild(onProgress?: (done: number) => void): Promise<number> {
    const seq = store.lastSeq;
    db.exec(
      "DELETE FROM items; DELETE FROM item_tags; DELETE FROM item_collections; DELETE FROM digests; DELETE FROM meta WHERE key = 'seq'",
    );
    db.exec("INSERT INTO terms (terms) VALUES ('delete-all')");
    let done = 0;
    let batch: Item[] = [];
    for await (const id of store.ids()) {
      const item = await store.read(id);
      if (!item) continue;
      batch.push(item);
      if (batch.length < 200) continue;
      writer.fill(batch);
      done += batch.length;
      batch = [];
      onProgress?.(done);
    }
    writer.fill(batch);
    writer.finish(seq);
    return done + batch.length;
  }

  const index: SearchIndex = {
    db,
    apply: (seq, changes) => writer.apply(seq, changes),
    rebuild,
    isCurrent: () => writer.lastSeq() === store.lastSeq,
    close: () => db.close(),
  };
  if (!readOnly && !index.isCurrent()) await catchUp(store, index, writer.lastSeq());
  return index;
}

/** A reader beside a writer uses the writer's index as it stands; without one it makes its own in memory. */
function openFor(store: Store, path: string): { db: DatabaseSync; readOnly: boolean } {
  if (!store.readOnly) return { db: openDatabase(path, 'write').db, readOnly: false };
  try {
    return { db: openDatabase(path, 'read').db, readOnly: true };
  } catch {
    return { db: openDatabase(':memory:', 'write').db, readOnly: false };
  }
}

async function catchUp(store: Store, index: SearchIndex, from: number): Promise<void> {
  const acts = from >= 0 && from <= store.lastSeq ? store.actsAfter(from) : undefined;
  if (!acts) {
    await index.rebuild();
    return;
  }
  for await (const { seq, act } of acts) index.apply(seq, act.changes);
}
