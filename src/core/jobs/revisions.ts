// The revisions of an item as a person reads them.
import type { Revision } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { sameValue } from '../catalog/change.ts';
import { type HistoryEntry, mainLine, versionsOf } from '../catalog/lineage.ts';
import type { Services } from '../core.ts';

const bookkeeping = new Set(['id', 'schema', 'revision']);

/** One for each revision that the item came to have; what was done to it apart is in the revision that took it in. */
export function revisionsOf(history: readonly HistoryEntry[]): Revision[] {
  const revisions: Revision[] = [];
  let before: Item | undefined;
  for (const { item, at, event } of mainLine(versionsOf(history))) {
    if (item && item.revision !== before?.revision)
      revisions.push({ revision: item.revision, at, event, fields: changedFields(before, item) });
    before = item;
  }
  return revisions;
}

function changedFields(before: Item | undefined, after: Item): string[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  return [...keys].filter((key) => !bookkeeping.has(key) && !sameValue(before?.[key], after[key]));
}

/** Throws item.missing, item.no-such-revision. */
export async function versionAt({ archivist, store }: Services, id: string, revision: number): Promise<Item> {
  const item = await archivist.read(id);
  if (item.revision === revision) return item;
  const versions = versionsOf(await store.history(item.id));
  const found = [...mainLine(versions), ...versions].find((version) => version.item?.revision === revision)?.item;
  if (found) return found;
  throw new Failure('item.no-such-revision', { id: item.id, revision });
}
