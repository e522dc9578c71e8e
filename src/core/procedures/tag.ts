import { cleanName } from '#contract/hierarchy.ts';
import { withoutTag, withTag, withTagsMerged } from '../catalog/edit.ts';
import type { Services } from '../core.ts';
import { renameAll } from '../jobs/batch.ts';
import { base } from './base.ts';

/** Every item that bears one of the tags, trashed ones too, so that a renamed tag leaves nothing behind. */
function bearers({ index }: Services, tags: readonly string[]): string[] {
  const rows = index.db
    .prepare(
      `SELECT DISTINCT items.id AS id FROM item_tags JOIN items ON items.row = item_tags.row WHERE tag IN (${tags.map(() => '?').join(', ')})`,
    )
    .all(...tags);
  return rows.map((row) => row['id'] as string);
}

async function merge(services: Services, from: readonly string[], into: string): Promise<{ changed: number }> {
  const { changed } = await services.archivist.change('tag', bearers(services, from), (item) => withTagsMerged(item, from, into));
  return { changed };
}

export const tag = {
  list: base.tag.list.handler(({ context }) => ({
    tags: context.services.index.db
      .prepare(
        `SELECT tag, count(*) AS count FROM item_tags JOIN items ON items.row = item_tags.row
         WHERE items.state = 'active' GROUP BY tag ORDER BY count DESC, tag`,
      )
      .all() as { tag: string; count: number }[],
  })),
  add: base.tag.add.handler(async ({ input, context }) => {
    const name = cleanName(input.tag);
    const { changed } = await context.services.archivist.change('tag', input.ids, (item) => (name ? withTag(item, name) : item));
    return { changed };
  }),
  remove: base.tag.remove.handler(async ({ input, context }) => {
    const { changed } = await context.services.archivist.change('tag', input.ids, (item) => withoutTag(item, input.tag));
    return { changed };
  }),
  rename: base.tag.rename.handler(({ input, context }) => renameAll(context.services, { list: 'tags', ...input })),
  merge: base.tag.merge.handler(({ input, context }) => merge(context.services, input.tags, cleanName(input.into))),
};
