// Tags that are one tag in two spellings or two forms: «الثقافة» and «ثقافه». To be offered for merging, never merged.
import type { TagTwins } from '#contract/search.ts';
import { tokenize } from '../../arabic/tokens.ts';

type Tag = TagTwins['tags'][number];

export function tagTwins(tags: readonly Tag[]): TagTwins[] {
  const groups = new Map<string, Tag[]>();
  for (const tag of tags) {
    const key = tagKey(tag.tag, 'stem');
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), tag]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const spelling = new Set(group.map(({ tag }) => tagKey(tag, 'folded'))).size === 1;
      return { tags: group.toSorted((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)), by: spelling ? 'spelling' : 'form' };
    });
}

/** Tags with the same key differ in spelling alone, or (`stem`) in the form of their words. Signs between the words make no other tag: «شؤون_دولية». */
export const tagKey = (tag: string, form: 'folded' | 'stem'): string =>
  tokenize(tag.replaceAll('_', ' '))
    .map((token) => token[form])
    .join(' ');
