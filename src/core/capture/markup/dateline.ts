// Dates that a page prints beside its headline, and who signs it there.
import { oneLine } from '../legible.ts';
import type { Line } from '../lines.ts';
import { bylineRule, dateRule, labelRule, type Notes } from '../note.ts';
import { lineOf } from './article-blocks.ts';
import type { PlacedBlock } from './blocks.ts';
import { isOverhead } from './page-head.ts';

/** So many blocks around the headline are looked at. */
const NEAR = { before: 4, after: 14 };
const MOST = 200;
/** Parts of one block. */
const PARTS = 40;
const digit = /\p{Nd}/u;

export type PageDates = { readonly published?: string | undefined; readonly updated?: string | undefined };

/** One name between the headline and the prose: where several stand, they are of other articles too. */
export function signedBeside(placed: readonly PlacedBlock[], title: string): string | undefined {
  const headline = title === '' ? -1 : placed.findIndex(({ block }) => oneLine(block.text) === title);
  if (headline < 0) return undefined;
  const near = placed.slice(headline + 1, headline + NEAR.after);
  const prose = near.findIndex(({ block }) => block.text.length > MOST);
  const notes: Notes = { creators: [], dates: {} };
  for (const { block } of near.slice(0, prose < 0 ? undefined : prose)) {
    const line = lineOf(block.text);
    void (labelRule(line, notes) ?? bylineRule(line, notes));
  }
  const names = new Set(notes.creators);
  return names.size === 1 ? [...names][0] : undefined;
}

/** `sorted` is what the article's own blocks said. The clock in a page's head is no date of its article. */
export function dateBeside(placed: readonly PlacedBlock[], title: string, sorted: Notes): PageDates {
  const headline = title === '' ? -1 : placed.findIndex(({ block }) => oneLine(block.text) === title);
  const notes: Notes = { creators: [], dates: { ...sorted.dates } };
  if (headline >= 0) {
    const at = placed[headline]!.element;
    const behind = placed.slice(headline, headline + NEAR.after).flatMap(datedLines);
    const before = placed
      .slice(Math.max(0, headline - NEAR.before), headline)
      .filter(({ element }) => !isOverhead(element, at))
      .flatMap(datedLines);
    for (const line of [...before, ...behind]) labelRule(line, notes);
    if (!notes.dates.published) for (const line of behind) void (bylineRule(line, notes) ?? dateRule(line, notes));
    if (!notes.dates.published) for (const line of before) void (bylineRule(line, notes) ?? dateRule(line, notes));
  }
  if (!notes.dates.published) for (const line of placed.flatMap(datedLines)) labelRule(line, notes);
  const { published, updated } = notes.dates;
  return { published: published?.stated ?? published?.value, updated: updated?.stated ?? updated?.value };
}

/** A short block with a number in it, and what stands in parts of it: style sheets set apart what no space does. */
function datedLines({ block, element }: PlacedBlock): Line[] {
  if (block.text.length > MOST || !digit.test(block.text)) return [];
  const parts = [...element.querySelectorAll('span, time, small, font, b, strong, i, em, a, abbr, bdi')]
    .slice(0, PARTS)
    .map(({ textContent }) => oneLine(textContent))
    .filter((part) => part !== '' && part !== block.text && digit.test(part) && block.text.includes(part));
  return [block.text, ...parts].map(lineOf);
}
