import type { PdfContainer } from './container.ts';
import type { Line } from '#core/typeset/line.ts';
import { type LineRun, runsOf } from '#core/typeset/runs.ts';
import { type LinkStretch, linkStretches } from './link-stretches.ts';
import type { PdfFont } from './pdf-font.ts';

const number = (value: number): string => String(Math.round(value * 1000) / 1000 + 0);

/** Left-to-right and right-to-left mark (UAX #9 2.6). */
const LRM = '\u200e';
const RLM = '\u200f';

/**
 * One line, a TJ for each level run in logical order, so that readers which follow the content stream find the runs in
 * their order; within a run glyphs go left to right. `x` is its left edge and `y` its baseline from the top, in points.
 */
export function drawLine(
  doc: PdfContainer,
  font: PdfFont,
  line: Line,
  size: number,
  x: number,
  y: number,
  grey = 0,
  enter?: (stretch: LinkStretch) => void,
): void {
  doc.page.fonts[font.id] ??= font.ref;
  const runs = runsOf(line);
  const shown = runs.map((run, at) => {
    const [before, after] = [runs[at - 1], runs[at + 1]];
    const codes = run.sign ? signCodes(run, font, before, after) : runCodes(run, line, font, size, before, after);
    return `1 0 0 1 ${number(x + run.x)} ${number(doc.page.height - y)} Tm [${codes}] TJ`;
  });
  const flip = `1 0 0 -1 0 ${number(doc.page.height)} cm`;
  for (const stretch of linkStretches(runs, line.extra)) {
    enter?.({ ...stretch, left: stretch.left + x, right: stretch.right + x });
    const colour = stretch.link === undefined ? [grey, grey, grey] : LINKED;
    const some = shown.slice(stretch.from, stretch.to).join(' ');
    doc.addContent(`q ${flip} ${colour.map(number).join(' ')} rg BT /${font.id} ${number(size)} Tf ${some} ET Q`);
  }
}

/** Red, green and blue of what leads elsewhere: dark enough for 7:1 on white (WCAG 2.2 1.4.6). */
const LINKED = [0.07, 0.2, 0.5];

/**
 * Readers guess directions from the letters of what they find and know nothing of rule N0. So runs are fenced with invisible
 * marks of their direction, except at a right-to-left letter and in paragraphs of one direction. A space carries its mark in its own text, because pdf.js drops
 * what reads as nothing but a space before a jump. It also misplaces a vowel sign that is the first thing seen of a word:
 * there the space, at a line's end one a unit wide, carries a mark too. MuPDF takes a sign at the left end to the right one,
 * unless a mark stands before it.
 */
function runCodes(run: LineRun, { extra, mixed }: Line, font: PdfFont, size: number, runBefore?: LineRun, runAfter?: LineRun): string {
  const { tokens, rtl } = run;
  const plain = (!rtl || !mixed) && !runBefore && !runAfter;
  const mark = rtl ? RLM : LRM;
  const needsMark = (character: string | undefined): boolean => !plain && !(rtl && /\p{L}/u.test(character ?? ''));
  let shown = '';
  let codes = '';
  tokens.forEach((token, at) => {
    const seen = [...token.text];
    if (rtl) seen.reverse();
    const before = at === 0 && needsMark(seen[0]);
    const after = at === tokens.length - 1 && needsMark(seen.at(-1));
    const space = token.kind !== 'word';
    const vowelNext = rtl && /\p{M}$/u.test(tokens[at + 1]?.text ?? '');
    const vowelEnds = rtl && !runAfter && /\p{M}$/u.test(token.text);
    // Poppler takes these for parts of numbers, and a space beside one for part of it too.
    const signNext = rtl && /[.:,،/+%٪#-]$/u.test(tokens[at + 1]?.text ?? '');
    if (space && signNext && !before && !after) codes += font.blank(token.run.advance, ` ${mark}`);
    else if (space && (before || after || vowelNext)) codes += font.blank(token.run.advance, `${mark} `);
    else {
      if (at === 0 && rtl && plain && /[^\p{L}\p{M}]$/u.test(token.text)) codes += font.blank(0, RLM);
      if (at === 0 && vowelEnds) codes += font.blank(1, `${mark} `);
      else if (before) codes += font.blank(0, mark);
      codes += font.codes(token.run, rtl);
      if (after) codes += font.blank(0, mark);
    }
    if (!space || extra === 0) return;
    shown += `<${codes}> ${number((-extra * 1000) / size)} `;
    codes = '';
  });
  return codes ? `${shown}<${codes}>` : shown;
}

/**
 * A left-to-right mark follows a sign, because PDFium mirrors what it takes for right to left and the others do not.
 * The direction changes at every jump, or MuPDF begins a new line there.
 */
function signCodes({ tokens }: LineRun, font: PdfFont, before: LineRun | undefined, after: LineRun | undefined): string {
  const start = before?.rtl || before?.sign ? LRM : RLM;
  const end = after?.rtl && !after.sign ? [LRM] : [LRM, RLM];
  const fence = end.map((mark) => font.blank(0, mark)).join('');
  return `<${font.blank(0, start)}${tokens.map((token) => font.codes(token.run, true)).join('')}${fence}>`;
}
