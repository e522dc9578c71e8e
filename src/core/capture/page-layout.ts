// Pieces of text by their places on a page, put back into the order they are read in: visual to logical, lines to paragraphs.
import type { Block } from '#contract/item.ts';
import { type Drawn, withMarks } from './page-marks.ts';

/** `transform` is the text matrix [a b c d e f]; `width` is along the line. `text` is in logical order within itself. */
export type Piece = { readonly text: string; readonly transform: readonly number[]; readonly width: number; readonly ends?: boolean };
export type PageLine = {
  readonly text: string;
  readonly pieces: readonly Drawn[];
  readonly size: number;
  readonly across: number;
  readonly from: number;
  readonly to: number;
};

/** Lines from the top of the page down. */
export function linesOfPage(pieces: readonly Piece[]): PageLine[] {
  const placed = withMarks(pieces.filter(({ text }) => text !== '').map(place));
  const lines: Drawn[][] = [];
  for (const piece of placed) {
    const line = lines.findLast(
      (one, i) => i >= lines.length - 4 && Math.abs(one[0]!.across - piece.across) < Math.max(one[0]!.size, piece.size) * 0.45,
    );
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  return lines
    .map(lineOf)
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.across - a.across);
}

function place({ text, transform, width }: Piece): Drawn {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  const length = Math.hypot(a, b) || 1;
  const [dx, dy] = [a / length, b / length];
  const from = x * dx + y * dy;
  return { text: unshaped(mended(text)), size: Math.hypot(c, d) || length, across: -x * dy + y * dx, from, to: from + width };
}

const forms = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc]+/g;
/** Letters as they were typed: the shapes of the page are the font's matter. A mark's own form brings a space along. */
const unshaped = (text: string): string => text.replace(forms, (run) => run.normalize('NFKC')).replace(/[ \u0640](?=\p{M})/gu, '');

/**
 * A sign that stands for several letters is turned round with the line it is in. Where other letters come as shapes,
 * letters that would join the next one and come bare are such a sign: «اخلﻄﻮط» was «الخطوط». ى and ة begin no word.
 */
const mended = (text: string): string => {
  const shaped = /[\ufb50-\ufdff\ufe70-\ufefc]/u.test(text);
  const bare = shaped
    ? text
        .replace(/[بتثجحخسشصضطظعغفقكلمنهي]{2,}/gu, turned)
        .replace(/([اأإآ])ل(?=\p{L})/gu, (whole, alef: string, at: number) =>
          at > 0 && /[\ufe70-\ufefc]/u.test(text[at - 1]!) ? `ل${alef}` : whole,
        )
    : text;
  return bare.replace(/(?<!\p{L})[ىة]\p{L}{1,3}(?!\p{L})/gu, turned);
};
const turned = (letters: string): string => [...letters].reverse().join('');

const rtl = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/u;
const isRtl = (text: string): boolean =>
  rtl.test(text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0600-\u0605\u060c\u061b\u061f\u066a-\u066c]/gu, ''));
const isLtr = (text: string): boolean => /\p{Script=Latin}|\p{Nd}/u.test(text) || arabicDigits.test(text);

function lineOf(pieces: readonly Drawn[]): PageLine {
  const bases = pieces.toSorted((a, b) => a.from - b.from || a.to - b.to);
  const right =
    bases.reduce((sum, { text }) => sum + (isRtl(text) ? text.length : /\p{Script=Latin}/u.test(text) ? -text.length : 0), 0) > 0;
  const ordered = right ? logical(bases) : bases;
  let text = '';
  for (const [i, piece] of ordered.entries()) {
    const before = ordered[i - 1];
    const gap = before ? Math.max(piece.from - before.to, before.from - piece.to) : 0;
    if (before && gap > piece.size * 0.2 && !/\s$/u.test(text) && !/^\s/u.test(piece.text)) text += ' ';
    text += piece.text;
  }
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    size: bases.reduce((most, { size, text: words }) => (words.trim() === '' ? most : Math.max(most, size)), 0),
    across: pieces[0]!.across,
    pieces: bases.filter(({ text: words }) => words.trim() !== ''),
    from: Math.min(...ends(bases, 'from')),
    to: Math.max(...ends(bases, 'to')),
  };
}

const ends = (pieces: readonly Drawn[], end: 'from' | 'to'): number[] =>
  pieces.filter(({ text }) => text.trim() !== '').map((piece) => piece[end]);

/** UAX #9 L2 undone for a line that runs to the left: all turned round, runs of numbers and Latin turned back. */
function logical(visual: readonly Drawn[]): Drawn[] {
  const turned = visual.toReversed();
  const out: Drawn[] = [];
  for (let at = 0; at < turned.length; ) {
    if (!isLtr(turned[at]!.text) || isRtl(turned[at]!.text)) {
      out.push(turned[at++]!);
      continue;
    }
    let end = at + 1;
    for (let next = end; next < turned.length && !isRtl(turned[next]!.text); next++) if (isLtr(turned[next]!.text)) end = next + 1;
    out.push(...separate(turned.slice(at, end)));
    at = end;
  }
  return out;
}

/** Numbers that a space parts are words of their own in a line of Arabic; those that a sign joins are one. */
function separate(run: readonly Drawn[]): Drawn[] {
  if (run.some(({ text }) => /\p{Script=Latin}/u.test(text))) return run.toReversed();
  const out: Drawn[] = [];
  let number: Drawn[] = [];
  for (const piece of run) {
    if (piece.text.trim() === '') {
      out.push(...number.toReversed(), piece);
      number = [];
    } else number.push(piece);
  }
  return [...out, ...number.toReversed()];
}

/** Headings are larger than most of the text; a paragraph ends at a wide gap, or at a line that leaves room. */
export function paragraphsOfPages(pages: readonly (readonly PageLine[])[]): Block[] {
  const running = runningHeads(pages);
  const usual = median(pages.flat().flatMap(({ size, text }) => Array.from({ length: Math.ceil(text.length / 20) }, () => size)));
  const blocks: Block[] = [];
  let open: { text: string; last: PageLine } | undefined;
  const close = (): void => {
    if (open) blocks.push({ kind: 'paragraph', text: open.text });
    open = undefined;
  };
  for (const [number, lines] of pages.entries()) {
    const whole = isOverlap(lines.at(-1), pages[number + 1]?.[0]) ? lines.slice(0, -1) : lines;
    const kept = whole.filter((line, at) => !running.has(headKey(line)) && !isPageNumber(line, at === 0 || at === whole.length - 1));
    const width = { from: Math.min(...kept.map((line) => line.from)), to: Math.max(...kept.map((line) => line.to)) };
    const step = median(kept.slice(1).map((line, i) => kept[i]!.across - line.across));
    for (const line of kept) {
      if (line.size > usual * 1.15 && line.text.length < 300) {
        const last = blocks.at(-1);
        const goesOn = !open && last?.kind === 'heading' && last['size'] === line.size;
        close();
        if (goesOn) last.text += ` ${line.text}`;
        else blocks.push({ kind: 'heading', level: line.size > usual * 1.6 ? 1 : 2, text: line.text, size: line.size });
        continue;
      }
      if (open && endsBefore(open.last, line, width, step)) close();
      open = open ? { text: `${open.text} ${line.text}`, last: line } : { text: line.text, last: line };
    }
  }
  close();
  for (const block of blocks) delete block['size'];
  return blocks;
}

/** A year, or the number of a part, may stand alone within a page. */
const isPageNumber = ({ text }: PageLine, isOuter: boolean): boolean => isOuter && /^[\p{Nd}\s\-–]+$/u.test(text);

/** Browsers draw the letters of a page's first line that stand out of it at the foot of the page before as well. */
const isOverlap = (foot: PageLine | undefined, head: PageLine | undefined): boolean =>
  foot !== undefined &&
  head !== undefined &&
  foot.pieces.length < head.pieces.length &&
  foot.pieces.every((piece) => head.pieces.some((whole) => isWithin(piece, whole)));

const isWithin = (piece: Drawn, whole: Drawn): boolean =>
  piece.from > whole.from - 1 && piece.to < whole.to + 1 && lettersOf(whole).includes(lettersOf(piece));
const lettersOf = ({ text }: Drawn): string => text.replace(/\p{M}/gu, '');

/** On the next page only the room that was left tells. */
function endsBefore(last: PageLine, line: PageLine, width: { from: number; to: number }, step: number): boolean {
  const gap = last.across - line.across;
  if (gap > step * 1.4 + 1) return true;
  const [left, right] = [last.from - width.from, width.to - last.to];
  // Numbers alone say nothing of the side that they begin on.
  const room = rtl.test(last.text) ? left : /\p{L}/u.test(last.text) ? right : Math.max(left, right);
  return room > (width.to - width.from) * 0.15;
}

const headKey = (line: PageLine): string => `${Math.round(line.across / 4)} ${line.text.replace(/\p{Nd}+/gu, '#')}`;

/** Lines that stand at one height on most pages. */
function runningHeads(pages: readonly (readonly PageLine[])[]): Set<string> {
  const times = new Map<string, number>();
  for (const lines of pages.filter(({ length }) => length > 4))
    for (const key of new Set([...lines.slice(0, 2), ...lines.slice(-2)].map(headKey))) times.set(key, (times.get(key) ?? 0) + 1);
  return new Set([...times].filter(([, count]) => count >= 3 && count > pages.length / 2).map(([key]) => key));
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
