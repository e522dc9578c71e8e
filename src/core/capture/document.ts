// What a document says of itself: in its words before in the properties that the program which made it has filled in.
import type { Block } from '#contract/item.ts';
import { withDateline } from './dateline.ts';
import type { Draft } from './formats/format.types.ts';
import { oneLine } from './legible.ts';
import { MAX_TITLE } from './limits.ts';

/** What programs write where nobody wrote anything. */
const nameless =
  /^(?:unknown(?: (?:title|author))?|untitled(?: (?:document|page))?(?: ?\d+)?|new page ?\d*|(?:no|document) title|document\s?\d*|microsoft word - .*|مستند\s?\d*|صفحة جديدة ?\d*|(?:بدون|بلا) عنوان|(?:مؤلف )?غير معروف|.*\.dot[xm]?)$/i;
export const named = (words: string): boolean => !nameless.test(oneLine(words));

/** Titles and names that say nothing are left out; where there is no title, a first line that can be one is it. */
export function documentDraft(draft: Draft): Draft {
  const title = named(draft.title ?? '') ? draft.title : undefined;
  const known = { ...draft, title, creators: (draft.creators ?? []).filter(named) };
  const [first, ...body] = draft.body;
  const hasTitle = title !== undefined && oneLine(title) !== '';
  return withDateline(!hasTitle && first && isHeadline(first) && body.length > 0 ? { ...known, title: first.text, body } : known);
}

const sentence = /(?<!\.)[.،؛:][»”"')]?$/u;
const WORDS = 25;

/** One that a note hangs on, or a row of a table, stays where it is. */
export const isHeadline = ({ kind, text, picture, marks, cells }: Block): boolean =>
  (kind === 'heading' || kind === 'paragraph') &&
  !picture &&
  !marks &&
  !cells &&
  text.length <= MAX_TITLE &&
  text.split(/\s+/u).length <= WORDS &&
  !sentence.test(text.trim());
