// Builds the lists of the index again from the archive's files.
import { availableParallelism } from 'node:os';
import type { DatabaseSync } from 'node:sqlite';
import { portionsOf } from '../archive/portions.ts';
import type { Store } from '../archive/store.types.ts';
import { startThread, type Thread } from '../threads/thread.ts';
import { addOrders, emptyCatalogue, transaction } from './database.ts';
import type { Facets } from './facets/facets.ts';
import { type FacetName, rowOf } from './row.ts';
import type { Scanned } from './scan-portion.ts';
import type { Segments } from './segments/segments.ts';
import type { IndexWriter } from './writer.ts';

/** Fewer items are read before a thread has begun. */
const WORTH_THREADS = 2000;
/** One more than there are processors: files that are not in memory are waited for. */
const THREADS = Math.min(8, availableParallelism() + 1);
/** Rows of one transaction: each writes every page that it touches, and rows come in no order of the index. */
const AT_ONCE = 2000;
/** Items read side by side. */
const SIDE_BY_SIDE = 200;

type Parts = {
  readonly db: DatabaseSync;
  readonly segments: Segments;
  readonly facets: Facets<FacetName>;
  readonly writer: IndexWriter;
};

/** Words are left for later: an archive can be listed long before it can be searched. Gives the number of items. */
export async function rebuildCatalogue(
  { db, segments, facets, writer }: Parts,
  store: Store,
  onProgress?: (done: number) => void,
): Promise<number> {
  writer.change(() => {
    emptyCatalogue(db);
    segments.clear();
    facets.clear();
  });
  let done = 0;
  let rows: Scanned['rows'][number][] = [];
  function insert(): void {
    writer.change(() => rows.forEach((row) => writer.insert(row, row.file)));
    done += rows.length;
    onProgress?.(done);
    rows = [];
  }

  /** With what the journals know beyond the files; a damaged file is mended. */
  async function readHere(ids: readonly string[]): Promise<void> {
    for (const portion of portionsOf(ids, SIDE_BY_SIDE)) {
      const items = (await Promise.all(portion.map((id) => store.read(id)))).filter((item) => item !== undefined);
      writer.change(() => {
        for (const item of items) {
          const digest = store.digestOf(item.id, item.revision);
          writer.insert(rowOf(item), digest === undefined ? undefined : { digest });
        }
      });
      done += items.length;
      onProgress?.(done);
    }
  }

  const shards = await store.shards();
  const waiting = new Set(store.waiting());
  if (await isLarge(store, shards)) {
    const rest = new Set(waiting);
    await scanAll(store.dir, shards, (found) => {
      rows.push(...found.rows.filter(({ id }) => !waiting.has(id)));
      for (const id of found.rest) rest.add(id);
      if (rows.length >= AT_ONCE) insert();
    });
    insert();
    await readHere([...rest]);
  } else {
    const all: string[] = [];
    for await (const id of store.ids()) all.push(id);
    await readHere(all);
  }
  transaction(db, () => addOrders(db));
  return done;
}

async function isLarge(store: Store, shards: readonly string[]): Promise<boolean> {
  let seen = 0;
  for await (const _ of store.ids()) if ((seen += 1) >= WORTH_THREADS) return shards.length > 0;
  return false;
}

async function scanAll(dir: string, shards: readonly string[], take: (found: Scanned) => void): Promise<void> {
  const threads = Array.from({ length: THREADS }, () => startThread('scan'));
  const left = shards.values();
  const scan = async (thread: Thread<'scan'>): Promise<void> => {
    for (const shard of left) take(await thread.ask({ dir, shard }));
  };
  try {
    await Promise.all([...threads, ...threads].map(scan));
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}
