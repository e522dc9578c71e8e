import type { PdfContainer } from './container.ts';
import type { Line } from '#core/typeset/line.ts';
import { type LineRun, runsOf } from '#core/typeset/runs.ts';
import { type LinkStretch, linkStretches } from './link-stretches.ts';
import type { PdfFont } from './pdf-font.ts';

const number = (value: number): string => String(Math.round(value * 1000) / 1000 + 0);

/** Left-to-right and right-to-left mark (UAX #9 2.6). */
const LRM = '\u200e';
const RLM = '\u200f';
/** Between a sign and what is left to right at its side, which Poppler would take together. */
const PARTED = LRM + RLM + LRM;

/** A line to be drawn: `x` of its left edge, `y` of its baseline from the top of the page; points. */
export type DrawnLine = { line: Line; x: number; y: number };

/** Lines of one face, size and grey (0 black, 1 white), in the order in which they are read. */
export function drawLines(doc: PdfContainer, font: PdfFont, lines: readonly DrawnLine[], size: number, grey = 0): void {
  const shown = lines.map(({ line, x, y }) => lineCodes(font, line, size, x, doc.page.height - y).join(' '));
  show(doc, font, size, shown.join('\n'), [grey, grey, grey]);
}

/** A line that may have links in it: `enter` is told of each stretch before it is drawn. */
export function drawLinked(
  doc: PdfContainer,
  font: PdfFont,
  { line, x, y }: DrawnLine,
  size: number,
  grey: number,
  enter: (stretch: LinkStretch) => void,
): void {
  const shown = lineCodes(font, line, size, x, doc.page.height - y);
  for (const stretch of linkStretches(runsOf(line), line.extra)) {
    enter({ ...stretch, left: stretch.left + x, right: stretch.right + x });
    show(doc, font, size, shown.slice(stretch.from, stretch.to).join(' '), stretch.link === undefined ? [grey, grey, grey] : LINKED);
  }
}

/** Red, green and blue of what leads elsewhere: dark enough for 7:1 on white (WCAG 2.2 1.4.6). */
const LINKED = [0.07, 0.2, 0.5];

function show(doc: PdfContainer, font: PdfFont, size: number, shown: string, colour: readonly number[]): void {
  doc.page.fonts[font.id] ??= font.ref;
  const ink = colour.some((part) => part > 0) ? `${colour.map(number).join(' ')} rg ` : '';
  doc.addContent(`q 1 0 0 -1 0 ${number(doc.page.height)} cm ${ink}BT /${font.id} ${number(size)} Tf\n${shown}\nET Q`);
}

/**
 * One line, a TJ for each level run in logical order, so that readers which follow the content stream find the runs in
 * their order; within a run glyphs go left to right.
 */
function lineCodes(font: PdfFont, line: Line, size: number, x: number, y: number): string[] {
  const runs = runsOf(line);
  return runs.map((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    // PDFBox takes a line for right to left if its first letter is, and turns its runs round: they stand in order already.
    const lead = at === 0 && after ? LRM : '';
    const codes = run.sign ? signCodes(run, font, lead, before, after) : runCodes(run, line, font, size, lead, before, after);
    return `1 0 0 1 ${number(x + run.x)} ${number(y)} Tm [${codes}] TJ`;
  });
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
  run: LineRun,
  { extra, mixed }: Line,
  font: PdfFont,
  size: number,
  lead: string,
  runBefore?: LineRun,
  runAfter?: LineRun,
): string {
  const { tokens, rtl } = run;
  const plain = (!rtl || !mixed) && !runBefore && !runAfter;
  const mark = rtl ? RLM : LRM;
  const needsMark = (character: string | undefined): boolean => !plain && !(rtl && /\p{L}/u.test(character ?? ''));
  const stretch = number((-extra * 1000) / size);
  let shown = '';
  let codes = '';
  const move = (): void => {
    shown += codes ? `<${codes}> ${stretch} ` : `${stretch} `;
    codes = '';
  };
  let marks = lead;
  tokens.forEach((token, at) => {
    const seen = [...token.text];
    if (rtl) seen.reverse();
    const before = at === 0 && needsMark(seen[0]);
    const after = at === tokens.length - 1 && needsMark(seen.at(-1));
    if (token.kind !== 'word') {
      const next = tokens[at + 1]?.text ?? '';
      const vowelNext = rtl && /\p{M}$/u.test(next);
      // Poppler takes these for parts of numbers, and a space beside one for part of it too.
      const signNext = rtl && /[.:,،/+%٪#-]$/u.test(next);
      // MuPDF drops a space that is the third character of a code.
      const room = marks === '' ? 0 : Math.round(token.run.advance / 2);
      if (room > 0) codes += font.blank(room, marks);
      const text = `${before || vowelNext || signNext ? mark : ''} ${after ? mark : ''}`;
      marks = signNext ? mark : '';
      // PDFBox takes a sign that is drawn over a space for one upon it.
      if (extra < 0) move();
      codes += text === ' ' && room === 0 ? font.codes(token.run, rtl) : font.blank(token.run.advance - room, text);
      if (extra > 0) move();
      return;
    }
    const vowelFirst = rtl && /\p{M}/u.test(seen[0] ?? '');
    const signEnds = at === 0 && rtl && plain && !/[\p{L}\p{M}]/u.test(seen[0] ?? '');
    if (before || signEnds) marks += mark;
    if (at === 0 && vowelFirst && !runAfter) codes += font.blank(1, `${mark} `);
    // pdf.js takes a vowel sign for Latin after a mark of direction in the same code.
    else if (vowelFirst && marks) codes += font.blank(0, marks);
    codes += font.codes(token.run, rtl, vowelFirst ? '' : marks);
    marks = '';
    if (after) codes += font.blank(0, !rtl && runBefore?.sign ? PARTED : mark);
  });
  return codes ? `${shown}<${codes}>` : shown;
}

/**
 * A left-to-right mark follows a sign, because PDFium mirrors what it takes for right to left and the others do not. The
 * direction changes at every jump, or MuPDF begins a new line there.
 */
function signCodes({ tokens }: LineRun, font: PdfFont, lead: string, before: LineRun | undefined, after: LineRun | undefined): string {
  const start = before?.rtl || before?.sign ? LRM : RLM;
  const end = after?.rtl && !after.sign ? (before?.rtl === false ? PARTED : LRM) : LRM + RLM;
  const sign = tokens.map((token, at) => font.codes(token.run, true, at === 0 ? lead + start : ''));
  return `<${sign.join('')}${font.blank(0, end)}>`;
}
