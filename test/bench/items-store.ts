// An archive for measuring the index alone: articles by number, wherever they are read from.
import type { Item } from '#contract/item.ts';
import type { Store } from '#core/archive/store.types.ts';

export const idOf = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const numberOf = (id: string): number => Number.parseInt(id.slice(-12), 16);

/** What an index asks of a store. `name` tells one archive's index from another's. */
export function storeOfItems(dir: string, name: string, count: number, read: (n: number) => Item | undefined): Store {
  const asked: Partial<Store> = {
    dir,
    format: 1,
    readOnly: undefined,
    archiveId: name,
    marks: {},
    read: async (id) => read(numberOf(id)),
    digestOf: () => undefined,
    async *ids() {
      for (let n = 0; n < count; n++) yield idOf(n);
    },
    shards: async () => [],
    waiting: () => [],
    entriesAfter: async () => undefined,
  };
  return asked as Store;
}
