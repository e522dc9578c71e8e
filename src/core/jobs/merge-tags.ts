// Makes one tag of several, wherever they stand, in one act; and takes that back, in another.
import type { RetagProgress } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import type { Doing } from '../archivist.ts';
import { withTagsMerged, withTagsUnmerged } from '../catalog/edit.ts';
import type { Services } from '../core.ts';
import { bearers } from '../search/bearers.ts';

type Done = Omit<Extract<RetagProgress, { step: 'done' }>, 'step'>;

type Merge = { readonly from: readonly string[]; readonly to: string; readonly before: ReadonlyMap<string, readonly string[]> };

/** The last few merges, with the tags that each item had before. */
const merges = new Map<string, Merge>();
const KEPT = 4;

export async function mergeTags(services: Services, from: readonly string[], to: string, doing?: Doing): Promise<Done> {
  if (to === '') throw new Failure('item.bad-value', { field: 'tags', value: to });
  const before = new Map<string, readonly string[]>();
  const merged = await services.archivist.change(
    'tag',
    bearers(services.index.db, 'tags', from, { andWithin: false }),
    (item) => {
      const next = withTagsMerged(item, from, to);
      if (next !== item) before.set(item.id, item.tags);
      return next;
    },
    doing,
  );
  if (merged.changed === 0) return { changed: 0 };
  const key = services.newId();
  merges.set(key, { from, to, before });
  for (const old of [...merges.keys()].slice(0, -KEPT)) merges.delete(old);
  return { changed: merged.changed, key, act: merged.act };
}

/** Throws tag.merge-expired. */
export async function unmergeTags(services: Services, key: string, doing?: Doing): Promise<Done> {
  const merge = merges.get(key);
  if (!merge) throw new Failure('tag.merge-expired', {});
  const { from, to, before } = merge;
  const exists = services.index.db.prepare('SELECT 1 FROM items WHERE id = ?');
  const ids = [...before.keys()].filter((id) => exists.get(id) !== undefined);
  const unmerge = (item: Parameters<typeof withTagsUnmerged>[0]) => withTagsUnmerged(item, before.get(item.id)!, from, to);
  const { changed } = await services.archivist.change('tag', ids, unmerge, doing);
  merges.delete(key);
  return { changed };
}
