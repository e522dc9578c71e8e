// Lines as codes of a font, in the order in which they are read.
import { type Line, type SetToken, widthOfAll } from '#core/typeset/line.ts';
import type { Edge, RunEdges, ShapedRun } from '#core/typeset/shape.types.ts';
import { type LineRun, runsOf } from '#core/typeset/runs.ts';
import { type LinkStretch, linkStretches } from './link-stretches.ts';
import type { Ink, Page, ShownText } from './page.ts';
import type { PdfFont } from './pdf-font.ts';
import { type LinePart, wordsOf } from './phrase.ts';
import { withoutEnd, withoutStart } from './narrowed-run.ts';
import { tipping } from './weigh-line.ts';

/** Left-to-right and right-to-left mark (UAX #9 2.6). */
const LRM = '\u200e';
const RLM = '\u200f';
/** Between a sign and what is left to right at its side, which Poppler would take together. */
const PARTED = LRM + RLM + LRM;

/** A line to be drawn: `x` of its left edge, `y` of its baseline from the top of the page; points. */
export type DrawnLine = { line: Line; x: number; y: number };

/** Lines of one face, size and grey (0 black, 1 white), in the order in which they are read. */
export function drawLines(page: Page, font: PdfFont, lines: readonly DrawnLine[], size: number, grey = 0): void {
  page.text(font.id, size, grey, shownLines(font, lines, size));
}

/** The same, to be drawn on several pages. */
export function shownLines(font: PdfFont, lines: readonly DrawnLine[], size: number): ShownText[] {
  const shown: ShownText[] = [];
  for (const { line, x, y } of lines) codesOf(font, line, size, x, y, shown);
  return shown;
}

/** A line that may have links in it: `enter` is told of each stretch before it is drawn. */
export function drawLinked(
  page: Page,
  font: PdfFont,
  { line, x, y }: DrawnLine,
  size: number,
  grey: number,
  enter: (stretch: LinkStretch) => void,
): void {
  const shown: ShownText[] = [];
  const parts = codesOf(font, line, size, x, y, shown);
  for (const stretch of linkStretches(parts, line.extra)) {
    enter({ ...stretch, left: stretch.left + x, right: stretch.right + x });
    page.text(font.id, size, stretch.link === undefined ? grey : LINKED, shown.slice(stretch.from, stretch.to));
  }
}

/** Red, green and blue of what leads elsewhere: dark enough for 7:1 on white (WCAG 2.2 1.4.6). */
const LINKED: Ink = [0.07, 0.2, 0.5];

/**
 * Adds one line to what is shown, a string for each of the parts that are returned: level runs in logical order, so that readers
 * which follow the content stream find the runs in their order; within one glyphs go left to right.
 */
function codesOf(font: PdfFont, line: Line, size: number, x: number, y: number, shown: ShownText[]): readonly LinePart[] {
  const first = shown.length;
  // In font units: what is added to each space is part of its width.
  const extra = Math.round((line.extra * font.unitsPerEm) / size);
  const runs = runsOf(line);
  const parts: LinePart[] = [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at]!;
    const before = runs[at - 1];
    const after = runs[at + 1];
    // PDFBox takes a line for right to left if its first letter is, and turns its runs round: they stand in order already.
    const lead = at === 0 && after ? LRM : '';
    if (run.sign) {
      parts.push(run);
      shown.push({ x: x + run.x, y, codes: signCodes(run, font, lead, before, after) });
      continue;
    }
    const words = wordsOf(run, line.extra);
    for (let k = 0; k < words.length; k++) {
      const part = words[k]!;
      parts.push(part);
      const within = k > 0 && k < words.length - 1;
      const codes = within
        ? runCodes(part, line.mixed, extra, font, startsWithLetter(part) ? '' : LRM)
        : runCodes(part, line.mixed, extra, font, k === 0 ? lead : '', before, after);
      const from = part.begins === undefined ? undefined : { x: x + part.begins, codes: font.blank(0, RLM) };
      shown.push({ x: x + part.x, y, codes, from });
    }
  }
  if (runs.length > 1 && line.tokens.some(({ level }) => level === 1)) tip(font, parts, line.extra, shown, first);
  return parts;
}

const startsWithLetter = ({ tokens, rtl }: LineRun): boolean => edgesOf(tokens[0]!, rtl).left === 'letter';

/** Puts marks before a line, from `first`, that tell PDFium its direction. */
function tip(font: PdfFont, parts: readonly LinePart[], extra: number, shown: ShownText[], first: number): void {
  const weighed = parts.map(({ rtl, tokens }, at) => {
    const one = shown[first + at]!;
    return {
      rtl,
      blank: !one.from && tokens.every(({ kind }) => kind !== 'word'),
      begin: one.from?.x ?? one.x,
      end: one.x + widthOfAll(tokens, extra),
      shown: one,
      text: one.from ? `${font.textOf(one.from.codes)} ${font.textOf(one.codes)}` : font.textOf(one.codes),
    };
  });
  weighed.sort((a, b) => a.begin - b.begin);
  // It finds a space at every jump.
  weighed.forEach((one, at) => {
    if (at > 0 && Math.abs(one.begin - weighed[at - 1]!.end) > 1) one.text = ` ${one.text}`;
  });
  const marks = tipping(weighed);
  const leftmost = weighed.find(({ blank }) => !blank);
  if (!marks || !leftmost) return;
  // Before a sign, MuPDF would find a space there.
  if (/[\p{L}\p{N}]/u.test(leftmost.text)) leftmost.shown.codes = font.blank(0, marks) + leftmost.shown.codes;
  else leftmost.shown.codes += font.blank(0, marks);
}

/**
 * Readers guess directions from the letters of what they find and know nothing of rule N0. So runs are fenced with invisible
 * marks of their direction, except at a right-to-left letter and in paragraphs of one direction. A mark stands in the text of
 * the character after it: Poppler tears apart what follows a code without width. A space carries its mark, because pdf.js drops
 * what reads as nothing but a space before a jump; it also misplaces a vowel sign that is the first thing seen of a word: there
 * the space, at a line's end one a unit wide, carries a mark too. MuPDF takes a sign at the left end to the right one, unless a
 * mark stands before it.
 */
function runCodes(
  { tokens, rtl, begins }: LinePart,
  mixed: boolean,
  extra: number,
  font: PdfFont,
  lead: string,
  runBefore?: LineRun,
  runAfter?: LineRun,
): string {
  const plain = (!rtl || !mixed) && !runBefore && !runAfter;
  const mark = rtl ? RLM : LRM;
  const needsMark = (edge: Edge): boolean => !plain && !(rtl && edge === 'letter');
  const last = tokens.length - 1;
  let codes = '';
  let marks = lead;
  for (let at = 0; at <= last; at++) {
    const token = tokens[at]!;
    const { left, right } = edgesOf(token, rtl);
    const before = at === 0 && needsMark(left) && !(begins !== undefined && left === 'letter');
    const after = at === last && needsMark(right);
    if (token.kind !== 'word') {
      const next = rtl && at < last ? edgesOf(tokens[at + 1]!, rtl).left : 'letter';
      // Poppler takes signs for parts of numbers, and a space beside one for part of it too.
      const signNext = next === 'sign';
      const advance = Math.max(0, token.run.advance + extra);
      // MuPDF drops a space that is the third character of a code.
      const room = marks === '' ? 0 : Math.round(advance / 2);
      if (room > 0) codes += font.blank(room, marks);
      const torn = rtl && isTorn((advance - room) / font.unitsPerEm);
      const led = before || signNext || torn || next === 'vowel';
      codes += font.blank(advance - room, led || after ? `${led ? mark : ''} ${after ? mark : ''}` : ' ');
      marks = signNext ? mark : '';
      continue;
    }
    const vowelFirst = rtl && left === 'vowel';
    const signEnds = at === 0 && rtl && plain && left !== 'letter' && left !== 'vowel';
    if (before || signEnds) marks += mark;
    if (at === 0 && vowelFirst && !runAfter) codes += font.blank(1, `${mark} `);
    // pdf.js takes a vowel sign for Latin after a mark of direction in the same code.
    else if (vowelFirst && marks) codes += font.blank(0, marks);
    if (rtl && left === 'letter' && marks) codes += ledCodes(token.run, font, true, marks);
    // After the mark that a sign ends with, MuPDF would begin a new line at this jump.
    else if (at === 0 && !rtl && runBefore?.sign && begins === undefined) codes += ledCodes(token.run, font, false, RLM, marks);
    else codes += font.codes(token.run, rtl, vowelFirst ? '' : marks);
    marks = '';
    if (after) codes += font.blank(0, !rtl && runBefore?.sign ? PARTED : mark);
  }
  return codes;
}

/**
 * MuPDF takes the letter in the code of a left-to-right mark for one, and leaves it at the left. The mark has a code of its own there,
 * of the letter's width: beside a code without any, PDFium finds a space wherever places were rounded.
 */
function ledCodes(run: ShapedRun, font: PdfFont, rtl: boolean, first: string, marks = ''): string {
  const share = Math.min(run.clusters[0]?.advance ?? 0, Math.round(font.unitsPerEm / 50));
  if (share <= 0) return font.codes(run, rtl, first + marks);
  return font.blank(share, first) + font.codes(withoutStart(run, share), rtl, marks);
}

/** In ems: pdf.js tears the text at spaces narrower or wider than these, and leaves the parts from left to right. */
const [THIN, BROAD] = [0.11, 0.58];
const isTorn = (ems: number): boolean => ems < THIN || ems > BROAD;

const edgeOf = (character: string | undefined = ''): Edge =>
  /\p{L}/u.test(character) ? 'letter' : /\p{M}/u.test(character) ? 'vowel' : /[.:,،/+%٪#-]/u.test(character) ? 'sign' : 'other';

function edgesOf({ text, run }: SetToken, rtl: boolean): RunEdges {
  if (run.edges) return run.edges;
  const characters = [...text];
  const [first, end] = [edgeOf(characters[0]), edgeOf(characters.at(-1))];
  return (run.edges = rtl ? { left: end, right: first } : { left: first, right: end });
}

/**
 * A left-to-right mark follows a sign, because PDFium mirrors what it takes for right to left and the others do not. The
 * direction changes at every jump, or MuPDF begins a new line there.
 */
function signCodes({ tokens }: LineRun, font: PdfFont, lead: string, before: LineRun | undefined, after: LineRun | undefined): string {
  const start = before?.rtl || before?.sign ? LRM : RLM;
  const end = after?.rtl && !after.sign ? (before?.rtl === false ? PARTED : LRM) : LRM + RLM;
  const sign = tokens.map((token, at) => font.codes(clearOfNext(token.run, font.unitsPerEm), true, at === 0 ? lead + start : ''));
  return `${sign.join('')}${font.blank(0, end)}`;
}

/**
 * Poppler makes a word of its own of what begins within a tenth of an em of the character before it, as the marks after a narrow sign
 * do; and a new line of it, if it stands behind where the next run begins, as rounding may have it: the sign ends a hair before that.
 */
function clearOfNext(run: ShapedRun, unitsPerEm: number): ShapedRun {
  return run.advance < unitsPerEm / 5 ? withoutEnd(run, Math.round(unitsPerEm / 500)) : run;
}
