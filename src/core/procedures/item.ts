import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { listSort } from '#contract/search.ts';
import { editItem, reverted, withState } from '../catalog/edit.ts';
import { putBack, takeOut } from '../catalog/put-back.ts';
import { settled } from '../catalog/reconcile.ts';
import { capturesOf } from '../jobs/captures.ts';
import { fileOf, originalOf } from '../jobs/original.ts';
import { purge } from '../jobs/purge.ts';
import { revisionsOf, versionAt } from '../jobs/revisions.ts';
import { rowsOf } from '../search/ask.ts';
import { countFacets, idsByRow, idsIn, listItems } from '../search/reader.ts';
import type { Services } from '../core.ts';
import { base } from './base.ts';

/** Refuses when the item has moved on since the revision that the person saw. */
async function changeOne(
  { archivist }: Services,
  { id, revision }: { id: string; revision?: number | undefined },
  change: (item: Item) => Item,
): Promise<Item> {
  const { items } = await archivist.change('edit', [id], (before) => {
    if (revision !== undefined && revision !== before.revision) throw new Failure('item.conflict', { id: before.id });
    return change(before);
  });
  return items[0]!;
}

export const item = {
  list: base.item.list.handler(({ input, context }) => {
    const { index } = context.services;
    const none = { tag: [], source: [], year: [], month: [], collection: [], language: [], state: [] };
    return { ...listItems(index.db, input), facets: input.facets ? countFacets(index, input, (filters) => rowsOf(filters, index)) : none };
  }),
  ids: base.item.ids.handler(async ({ input, context }) => {
    const { index } = context.services;
    if (input.query.trim() === '') return { ids: idsIn(index.db, { ...input, sort: listSort(input.sort) }) };
    const { rowsFound } = await import('../search/find.ts');
    const idOf = idsByRow(index.db);
    const { rows } = rowsFound(index, { query: input.query, prefix: true }, input, input);
    return { ids: rows.flatMap((row) => idOf(row) ?? []) };
  }),
  get: base.item.get.handler(({ input, context }) => context.services.archivist.read(input.id)),
  marks: base.item.marks.handler(async ({ input: { id, query, prefix }, context, signal }) => {
    const { archivist, desk } = context.services;
    return desk.ask('marks', { item: await archivist.read(id), query, prefix }, { signal });
  }),
  similar: base.item.similar.handler(async ({ input: { id, limit }, context, signal }) => {
    const { archivist, desk } = context.services;
    return desk.ask('similar', { item: await archivist.read(id), limit }, { signal });
  }),
  keywords: base.item.keywords.handler(async ({ input: { id, limit }, context, signal }) => {
    const { archivist, desk } = context.services;
    return desk.ask('keywords', { item: await archivist.read(id), limit }, { signal });
  }),
  edit: base.item.edit.handler(async ({ input, context }) => {
    const { items } = await context.services.archivist.change('edit', [input.id], (before) => {
      if (input.revision !== undefined && input.revision !== before.revision) throw new Failure('item.conflict', { id: before.id });
      return editItem(before, input);
    });
    return items[0]!;
  }),
  history: base.item.history.handler(async ({ input, context }) => {
    const { archivist, store } = context.services;
    return { revisions: revisionsOf(await store.history((await archivist.read(input.id)).id)) };
  }),
  version: base.item.version.handler(async ({ input, context }) => versionAt(context.services, input.id, input.revision)),
  revert: base.item.revert.handler(async ({ input, context }) => {
    const { archivist } = context.services;
    const to = await versionAt(context.services, input.id, input.revision);
    const { items } = await archivist.change('revert', [to.id], (before) => reverted(before, to));
    return items[0]!;
  }),
  settle: base.item.settle.handler(async ({ input, context }) => {
    const { items } = await context.services.archivist.change('edit', [input.id], (before) => settled(before, input));
    return items[0]!;
  }),
  purge: base.item.purge.handler(({ input, context }) => purge(context.services, input.ids)),
  trash: base.item.trash.handler(async ({ input, context }) => {
    const { changed } = await context.services.archivist.change('trash', input.ids, (before) => withState(before, 'trashed'));
    return { changed };
  }),
  restore: base.item.restore.handler(async ({ input, context }) => {
    const { changed } = await context.services.archivist.change('restore', input.ids, (before) => withState(before, 'active'));
    return { changed };
  }),
  reread: base.item.reread.handler(async ({ input, context }) => {
    const { reread } = await import('../jobs/reread.ts');
    return reread(context.services, input);
  }),
  original: base.item.original.handler(async ({ input, context }) => {
    const { archivist, store } = context.services;
    const { file, bytes } = await originalOf(store, await archivist.read(input.id));
    return new File([bytes], file.name, { type: file.mediaType });
  }),
  putBack: base.item.putBack.handler(({ input, context }) => changeOne(context.services, input, (item) => putBack(item, input.places))),
  takeOut: base.item.takeOut.handler(({ input, context }) => changeOne(context.services, input, (item) => takeOut(item, input.blocks))),
  captures: base.item.captures.handler(async ({ input, context }) => ({
    captures: capturesOf(context.services.index, await context.services.archivist.read(input.id)),
  })),
  file: base.item.file.handler(async ({ input, context }) => {
    const { archivist, store } = context.services;
    const { file, bytes } = await fileOf(store, await archivist.read(input.id), ({ sha256 }) => sha256 === input.sha256);
    return new File([bytes], file.name, { type: file.mediaType });
  }),
};
