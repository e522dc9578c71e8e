// Carries out acts on an open archive: one after another, durable first, then indexed, then told.
import { EventPublisher } from '@orpc/server';
import type { ArchiveEvent } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import type { Store } from './archive/store.types.ts';
import type { ActEvent, Change } from './catalog/change.ts';
import type { SearchIndex } from './search/search-index.ts';

export type Archivist = {
  /** Reads the items named (full identifiers or unambiguous beginnings). Throws item.missing, item.ambiguous. */
  read(id: string): Promise<Item>;
  /** Reads, changes and keeps items as one whole act; gives back what the items became. Unchanged items are left out of the act. */
  change(event: ActEvent, ids: readonly string[], edit: (item: Item) => Item): Promise<{ items: Item[]; changed: number }>;
  commit(event: ActEvent, changes: readonly Change[]): Promise<void>;
  /** Runs work with no other act in between. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  readonly events: EventPublisher<{ archive: ArchiveEvent }>;
};

export function createArchivist(store: Store, index: SearchIndex, clock: () => Date): Archivist {
  const events = new EventPublisher<{ archive: ArchiveEvent }>();
  let last: Promise<unknown> = Promise.resolve();

  function alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  }

  async function commit(event: ActEvent, changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const seq = await store.commit({ event, at: clock().toISOString(), changes });
    index.apply(seq, changes);
    const ids = changes.flatMap((change) => (change.op === 'put' ? [change.item.id] : change.op === 'remove' ? [change.id] : []));
    events.publish('archive', { kind: ids.length > 0 ? 'items-changed' : 'settings-changed', ids: ids.slice(0, 1000) });
  }

  async function read(id: string): Promise<Item> {
    const item = await store.read(fullId(index, id));
    if (!item) throw new Failure('item.missing', { id });
    return item;
  }

  return {
    read,
    commit,
    alone,
    events,
    change: (event, ids, edit) =>
      alone(async () => {
        const before = await Promise.all([...new Set(ids)].map(read));
        const items = before.map(edit);
        const changes = items.filter((item, i) => item !== before[i]).map((item): Change => ({ op: 'put', item }));
        await commit(event, changes);
        return { items, changed: changes.length };
      }),
  };
}

/** A beginning of an identifier stands for it when only one has it, as with abbreviated commits. */
function fullId(index: SearchIndex, id: string): string {
  if (id.length >= 36 || !/^[0-9a-f-]{4,}$/.test(id)) return id;
  const rows = index.db.prepare('SELECT id FROM items WHERE id >= ? AND id < ? LIMIT 2').all(id, `${id}~`);
  if (rows.length > 1) throw new Failure('item.ambiguous', { id });
  return (rows[0]?.['id'] as string | undefined) ?? id;
}
