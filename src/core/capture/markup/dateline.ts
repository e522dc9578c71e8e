// Dates that a page prints beside its headline.
import { oneLine } from '../legible.ts';
import { lineOf } from './article-blocks.ts';
import type { PlacedBlock } from './blocks.ts';
import { dateRule, labelRule, type Notes } from '../note.ts';

/** So many blocks around the headline are looked at. */
const NEAR = { before: 4, after: 14 };
const MOST = 200;
const digit = /\p{Nd}/u;

export type PageDates = { readonly published?: string | undefined; readonly updated?: string | undefined };

/** `sorted` is what the article's own blocks said. The clock in a page's head is no date of its article. */
export function dateBeside(placed: readonly PlacedBlock[], title: string, sorted: Notes): PageDates {
  const headline = title === '' ? -1 : placed.findIndex(({ block }) => oneLine(block.text) === title);
  const lines = placed.map(({ block }) => (block.text.length <= MOST && digit.test(block.text) ? lineOf(block.text) : undefined));
  const notes: Notes = { creators: [], dates: { ...sorted.dates } };
  if (headline >= 0) {
    const near = lines.slice(Math.max(0, headline - NEAR.before), headline + NEAR.after).filter((line) => line !== undefined);
    for (const line of near) labelRule(line, notes);
    if (!notes.dates.published) for (const line of lines.slice(headline, headline + NEAR.after)) if (line) dateRule(line, notes);
    if (!notes.dates.published) for (const line of near) dateRule(line, notes);
  }
  if (!notes.dates.published) for (const line of lines) if (line) labelRule(line, notes);
  const { published, updated } = notes.dates;
  return { published: published?.stated ?? published?.value, updated: updated?.stated ?? updated?.value };
}
