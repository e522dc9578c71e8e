// Builds the lists of the index again from the archive's files.
import { portionsOf } from '../archive/portions.ts';
import type { Store } from '../archive/store.types.ts';
import type { BuildPortion, Built } from './build-portion.ts';
import { startThread } from '../threads/thread.ts';
import { addOrders, DamagedRow, transaction } from './database.ts';
import { emptyParts, type Parts } from './parts.ts';
import { rowOf } from './row.ts';

/** Fewer items are read before a thread has begun. */
const WORTH_THREADS = 2000;
/** Items read side by side. */
const SIDE_BY_SIDE = 200;

/**
 * Words are left for later: an archive can be listed long before it can be searched. `path` is of the index, undefined when it
 * lies in memory. Gives the number of items.
 */
export async function rebuildCatalogue(
  parts: Parts,
  path: string | undefined,
  store: Store,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  const { db, writer } = parts;
  let done = 0;

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
      onProgress(done);
    }
  }

  const shards = await store.shards();
  if (path !== undefined && (await isLarge(store, shards))) {
    const waiting = store.waiting();
    const built = await build({ dir: store.dir, path, shards, waiting }, onProgress);
    done = built.listed;
    await readHere([...waiting, ...built.rest]);
    return done;
  }
  emptyParts(parts);
  const all: string[] = [];
  for await (const id of store.ids()) all.push(id);
  await readHere(all);
  transaction(db, () => addOrders(db));
  return done;
}

async function build(portion: BuildPortion, onProgress: (done: number) => void): Promise<Exclude<Built, { damage: string }>> {
  const thread = startThread('build');
  try {
    const built = await thread.ask(portion, { hear: (listed) => onProgress(listed as number) });
    if ('damage' in built) throw new DamagedRow(built.damage);
    return built;
  } finally {
    await thread.stop();
  }
}

async function isLarge(store: Store, shards: readonly string[]): Promise<boolean> {
  let seen = 0;
  for await (const _ of store.ids()) if ((seen += 1) >= WORTH_THREADS) return shards.length > 0;
  return false;
}
