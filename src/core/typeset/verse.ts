// A verse of two hemistichs: side by side with a gap between them, both filled to one width; or, where they are too long, one
// below the other in stairs.
import type { Line } from './line.ts';
import { fillLine, type ParagraphStyle, setParagraph } from './paragraph.ts';
import type { Row } from './row.ts';
import type { Shaper } from './shape.types.ts';

export interface Verse {
  first: string;
  second: string;
  /** The sign that the source puts between them, if one is seen. */
  between: string;
}

/** What sources put between hemistichs: stars, dots, strokes, a tab or a row of spaces. */
const separator = /\s*(?:(\*+|\.{3,}|…+|\/{1,2}|\|{1,2}|#|=+|–|—)|\t|\u00a0{2,}|\s{3,})\s*/gu;

/** None where the text is not in two halves that could be of one metre: neither may be over twice the other. */
export function verseOf(text: string): Verse | undefined {
  const line = text.trim();
  const middle = line.length / 2;
  let best: { verse: Verse; off: number } | undefined;
  for (const found of line.matchAll(separator)) {
    const [first, second] = [line.slice(0, found.index), line.slice(found.index + found[0].length)];
    if (first.length * 2 < second.length || second.length * 2 < first.length) continue;
    const off = Math.abs(found.index - middle);
    if (!best || off < best.off) best = { verse: { first, second, between: found[1] ?? '' }, off };
  }
  return best?.verse;
}

/** Of a hemistich set on one line, or more than the measure if it needs more than one; in points. */
function naturalWidth(text: string, shaper: Shaper, style: ParagraphStyle): number {
  const lines = setParagraph(text, shaper, { ...style, justify: false });
  return lines.length === 1 ? lines[0]!.width : Infinity;
}

/** Gap between hemistichs, in sizes of the face. */
const GAP = 2.5;

/** One width for the hemistichs of a poem: that of the widest, if two fit beside each other; in points. */
export function hemistichWidth(verses: readonly Verse[], shaper: Shaper, style: ParagraphStyle): number {
  const most = (style.measure - GAP * style.size) / 2;
  const widths = verses
    .flatMap(({ first, second }) => [first, second])
    .map((text) => naturalWidth(text, shaper, { ...style, measure: most }));
  return Math.max(0, ...widths.filter((width) => width <= most));
}

/** Rows of one verse; `x` from the left edge of the text area. */
export function setVerse(verse: Verse, width: number, shaper: Shaper, style: ParagraphStyle): Row[] {
  const { measure, direction, size } = style;
  const rtl = direction === 'rtl';
  const side = (line: Line, start: number): number => (rtl ? measure - start - line.width : start);
  const column = (text: string): Line | undefined => {
    const lines = setParagraph(text, shaper, { ...style, measure: width + 0.01, justify: false });
    return lines.length === 1 ? fillLine(lines[0]!, shaper, { ...style, measure: width }) : undefined;
  };
  const [first, second] = [column(verse.first), column(verse.second)];
  if (first && second) {
    const gap = GAP * size;
    const margin = (measure - 2 * width - gap) / 2;
    const sign = setParagraph(verse.between, shaper, { ...style, justify: false })[0];
    const start = margin + width + gap;
    const pieces = [{ line: first, x: side(first, margin) }];
    if (sign && sign.width < gap) pieces.push({ line: sign, x: (measure - sign.width) / 2 });
    // The second ends where its column does, or the poem would have a ragged edge.
    pieces.push({ line: second, x: side(second, start + width - second.width) });
    return [{ pieces }];
  }
  const stair = (text: string, end: boolean): Row[] =>
    setParagraph(text, shaper, { ...style, justify: false }).map((line) => ({
      pieces: [{ line, x: side(line, end ? measure - line.width : 0) }],
    }));
  return [...stair(verse.between ? `${verse.first} ${verse.between}` : verse.first, false), ...stair(verse.second, true)];
}
