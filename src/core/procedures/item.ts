import { createHash } from 'node:crypto';
import { Failure } from '#contract/errors.ts';
import { editItem, withState } from '../catalog/edit.ts';
import { markText } from '../search/match.ts';
import { parseQuery } from '../search/query.ts';
import { countFacets, listItems } from '../search/reader.ts';
import { base } from './base.ts';

export const item = {
  list: base.item.list.handler(({ input, context }) => {
    const { db } = context.services.index;
    return { ...listItems(db, input), facets: countFacets(db, input) };
  }),
  get: base.item.get.handler(({ input, context }) => context.services.archivist.read(input.id)),
  marks: base.item.marks.handler(async ({ input, context }) => {
    const found = await context.services.archivist.read(input.id);
    const query = parseQuery(input.query, input);
    return { title: markText(found.title, query), body: found.body.map((block) => markText(block.text, query)) };
  }),
  edit: base.item.edit.handler(async ({ input, context }) => {
    const { items } = await context.services.archivist.change('edit', [input.id], (before) => {
      if (input.revision !== undefined && input.revision !== before.revision) throw new Failure('item.conflict', { id: before.id });
      return editItem(before, input);
    });
    return items[0]!;
  }),
  trash: base.item.trash.handler(async ({ input, context }) => {
    const { changed } = await context.services.archivist.change('trash', input.ids, (before) => withState(before, 'trashed'));
    return { changed };
  }),
  restore: base.item.restore.handler(async ({ input, context }) => {
    const { changed } = await context.services.archivist.change('restore', input.ids, (before) => withState(before, 'active'));
    return { changed };
  }),
  /** The stored bytes, checked against their digest before they leave. */
  original: base.item.original.handler(async ({ input, context }) => {
    const { archivist, store } = context.services;
    const { id, files } = await archivist.read(input.id);
    const file = files.find((one) => one.role === 'original');
    const bytes = file && (await store.readObject(file.sha256));
    if (!file || !bytes) throw new Failure('original.missing', { id });
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Failure('original.damaged', { id });
    return new File([bytes as Uint8Array<ArrayBuffer>], file.name, { type: file.mediaType });
  }),
};
