// Takes items out for good: the record, the originals that no other item has, and their text in the journals.
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import type { Services } from '../core.ts';

/** That something was purged, and when, stays in the journal; what it was does not. Throws item.missing. */
export async function purge(services: Services, ids: readonly string[]): Promise<{ changed: number }> {
  const { archivist } = services;
  return archivist.alone(async () => {
    const items = new Map<string, Item>();
    for (const id of ids) {
      const item = await archivist.read(id);
      items.set(item.id, item);
    }
    const purged = [...items.values()].map(({ id, files }) => ({ id, originals: files.map(({ sha256 }) => sha256) }));
    await archivist.commit({ event: 'purge', changes: purged.map((one) => ({ op: 'remove' as const, ...one })) });
    await forget(services, purged).catch((error: unknown) => {
      services.log('warn', 'the traces of a purge are still there', error);
      throw new Failure('archive.purge-unfinished', { path: services.store.dir }, { cause: error });
    });
    return { changed: items.size };
  });
}

/** A purge that the program's end cut short is brought to its end on the next opening. */
export async function finishPurges(services: Services): Promise<void> {
  const { openPurges } = services.store;
  if (openPurges.length === 0) return;
  await services.archivist
    .alone(() => forget(services, openPurges))
    .catch((error: unknown) => services.log('warn', 'the traces of a purge are still there', error));
}

async function forget({ store, index }: Services, purged: Services['store']['openPurges']): Promise<void> {
  const shared = index.db.prepare('SELECT 1 FROM digests WHERE sha256 = ?');
  const digests = new Set(purged.flatMap(({ originals }) => originals));
  await store.forget(
    purged.map(({ id }) => id),
    [...digests].filter((sha256) => !shared.get(sha256)),
  );
  index.note(store.marks);
}
