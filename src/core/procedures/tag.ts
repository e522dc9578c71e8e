import type { RetagProgress } from '#contract/contract.ts';
import { cleanName } from '#contract/hierarchy.ts';
import { withoutTag, withTag } from '../catalog/edit.ts';
import { tagName } from '../catalog/tag-name.ts';
import { renameAll } from '../jobs/batch.ts';
import { mergeTags, unmergeTags } from '../jobs/merge-tags.ts';
import { withProgress } from '../jobs/progress.ts';
import { countTags } from '../search/reader.ts';
import { base } from './base.ts';

const clean = (tag: string): string => cleanName(tagName(tag));

type Counted = { done: number; total: number };
const working = (progress: Counted): RetagProgress => ({ step: 'working', ...progress });

export const tag = {
  list: base.tag.list.handler(({ context }) => ({ tags: countTags(context.services.index.db) })),
  twins: base.tag.twins.handler(async ({ context }) => {
    const { tagTwins } = await import('../search/similar/tag-twins.ts');
    return { twins: tagTwins(countTags(context.services.index.db)) };
  }),
  add: base.tag.add.handler(async ({ input, context }) => {
    const name = clean(input.tag);
    const { changed } = await context.services.archivist.change('tag', input.ids, (item) => (name ? withTag(item, name) : item));
    return { changed };
  }),
  remove: base.tag.remove.handler(async ({ input, context }) => {
    const { changed } = await context.services.archivist.change('tag', input.ids, (item) => withoutTag(item, input.tag));
    return { changed };
  }),
  rename: base.tag.rename.handler(({ input, context }) =>
    renameAll(context.services, { list: 'tags', from: input.from, to: tagName(input.to) }),
  ),
  merge: base.tag.merge.handler(async function* ({ input, context, signal }): AsyncGenerator<RetagProgress> {
    const work = (onProgress: (progress: Counted) => void) =>
      mergeTags(context.services, input.tags, clean(input.into), { signal, onProgress });
    yield { step: 'done', ...(yield* withProgress(work, working)) };
  }),
  unmerge: base.tag.unmerge.handler(async function* ({ input, context, signal }): AsyncGenerator<RetagProgress> {
    const work = (onProgress: (progress: Counted) => void) => unmergeTags(context.services, input.key, { signal, onProgress });
    yield { step: 'done', ...(yield* withProgress(work, working)) };
  }),
};
