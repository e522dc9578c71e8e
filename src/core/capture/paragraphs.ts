// Lines as paragraphs: lines that a mailer or an editor broke at a fixed width are one paragraph again.
import type { Line } from './lines.ts';

const WIDTH = { least: 50, most: 90 };
const FEWEST = 3;
const sentenceEnd = /[.؟?!:：…۔][»”"')\]]?$/u;
const listItem = /^(?:[^\p{L}\p{N}«"“(]|\d{1,3}[.)\-–])/u;

type Run = { readonly end: number; readonly broken: boolean };

/**
 * Texts of the paragraphs. Three lines or more are joined by spaces when each was full: the next line's first word had
 * no room in it. Verses, lists and headlines are not full.
 */
export const paragraphsOf = (lines: readonly Line[]): string[] => placedParagraphs(lines).map(({ text }) => text);

/** With the number of the line that each begins with. */
export function placedParagraphs(lines: readonly Line[]): { text: string; number: number }[] {
  const paragraphs: { text: string; number: number }[] = [];
  for (let at = 0; at < lines.length; ) {
    const { end, broken } = runFrom(lines, at);
    const run = lines.slice(at, end);
    if (broken) paragraphs.push({ text: run.map((line) => line.text).join(' '), number: run[0]!.number });
    else paragraphs.push(...run.map(({ text, number }) => ({ text, number })));
    at = end;
  }
  return paragraphs;
}

/** Stretches of lines that a machine broke at one width; `end` is exclusive. */
export function wrappedRuns(lines: readonly Line[]): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (let start = 0; start < lines.length; ) {
    const { end, broken } = runFrom(lines, start);
    if (broken) runs.push({ start, end });
    start = end;
  }
  return runs;
}

const isFull = (line: Line): boolean => line.text.length >= WIDTH.least && line.text.length <= WIDTH.most && !sentenceEnd.test(line.text);

/** A run goes on while lines are full; it was broken by a machine when it ends where a paragraph would. */
function runFrom(lines: readonly Line[], at: number): Run {
  let end = at + 1;
  let widest = lines[at]!.text.length;
  let room = Number.POSITIVE_INFINITY;
  if (listItem.test(lines[at]!.text)) return { end, broken: false };
  for (let last = lines[at]!; isFull(last) && isUnder(last, lines[end]); last = lines[end++]!) {
    const next = lines[end]!;
    widest = Math.max(widest, next.text.length);
    room = Math.min(room, last.text.length + 1 + next.text.search(/\s|$/u));
    if (room <= widest || listItem.test(next.text)) return { end, broken: false };
  }
  const last = lines[end - 1]!;
  const closed = sentenceEnd.test(last.text) || !isUnder(last, lines[end]);
  return { end, broken: closed && end - at >= FEWEST };
}

const isUnder = (line: Line, next: Line | undefined): boolean => next !== undefined && !next.blankBefore && next.number === line.number + 1;
