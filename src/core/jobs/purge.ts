// Takes items out for good: the record, the originals that no other item has, and their text in the journals.
import type { Item } from '#contract/item.ts';
import type { Services } from '../core.ts';

/** That something was purged, and when, stays in the journal; what it was does not. Throws item.missing. */
export async function purge({ archivist, store, index }: Services, ids: readonly string[]): Promise<{ changed: number }> {
  return archivist.alone(async () => {
    const items = new Map<string, Item>();
    for (const id of ids) {
      const item = await archivist.read(id);
      items.set(item.id, item);
    }
    await archivist.commit({ event: 'purge', changes: [...items.keys()].map((id) => ({ op: 'remove' as const, id })) });
    const shared = index.db.prepare('SELECT 1 FROM digests WHERE sha256 = ?');
    const digests = new Set([...items.values()].flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
    await store.forget(
      [...items.keys()],
      [...digests].filter((sha256) => !shared.get(sha256)),
    );
    index.note(store.marks);
    return { changed: items.size };
  });
}
