// Tags that are one tag in two spellings or two forms: «الثقافة» and «ثقافه». To be offered for merging, never merged.
import { tokenize } from '../../arabic/tokens.ts';

export type Tag = { readonly tag: string; readonly count: number };
/** The most used first; `by` tells whether they differ in spelling alone or in the form of the words (article, ending). */
export type TagTwins = { readonly tags: readonly Tag[]; readonly by: 'spelling' | 'form' };

export function tagTwins(tags: readonly Tag[]): TagTwins[] {
  const groups = new Map<string, Tag[]>();
  for (const tag of tags) {
    const key = keyOf(tag.tag, 'stem');
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), tag]);
  }
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const spelling = new Set(group.map(({ tag }) => keyOf(tag, 'folded'))).size === 1;
      return { tags: group.toSorted((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1)), by: spelling ? 'spelling' : 'form' };
    });
}

/** Signs between the words make no other tag: «شؤون_دولية». */
const keyOf = (tag: string, form: 'folded' | 'stem'): string =>
  tokenize(tag.replaceAll('_', ' '))
    .map((token) => token[form])
    .join(' ');
