// Highlights behind the text: where each lies in the lines of a block. What is read of the page knows nothing of them.
import type { AnnotationColour } from '#contract/annotation.ts';
import { visualOrder } from '#core/typeset/bidi.ts';
import { type Line, type SetToken, widthOf } from '#core/typeset/line.ts';
import type { PlacedLine, Row } from '#core/typeset/row.ts';
import type { Tint } from '../annotated.ts';
import type { TextBlock } from './article.ts';
import type { Ink } from './page.ts';

/** Light enough for black and for the grey of small print (7:1 and 4.5:1, WCAG 2.2 1.4.6 and 1.4.3). */
export const tintInks: Readonly<Record<AnnotationColour, Ink>> = {
  yellow: [0.98, 0.9, 0.62],
  green: [0.8, 0.92, 0.78],
  blue: [0.8, 0.88, 0.97],
  red: [0.98, 0.82, 0.79],
  violet: [0.9, 0.83, 0.96],
};

/** In a row of a block: edges from that of the text area; points. */
export type TintBox = { readonly row: number; readonly left: number; readonly right: number; readonly colour: AnnotationColour };

/** Words stand in lines in the order of the text, cell after cell, so that each is found behind the one before it. */
export function tintBoxes({ text, tints = [], cells }: TextBlock, rows: readonly Row[]): TintBox[] {
  if (tints.length === 0) return [];
  const parts = cells ? [...cells.keys()] : [undefined];
  let from = 0;
  return parts.flatMap((part) =>
    rows.flatMap(({ pieces }, row) =>
      pieces
        .filter((piece) => part === undefined || piece.part === part)
        .flatMap((piece) => {
          const placed = placesOf(piece.line, text, from);
          from = placed.end;
          return boxesIn(piece, placed.starts, tints).map((box) => ({ row, ...box }));
        }),
    ),
  );
}

/** Where each token of a line begins in the text; below nought where it is not found. */
function placesOf({ tokens }: Line, text: string, from: number): { starts: readonly number[]; end: number } {
  let end = from;
  const starts = tokens.map((token) => {
    const at = token.kind === 'word' ? text.indexOf(token.text, end) : end;
    if (at >= 0) end = at + token.text.length;
    return at;
  });
  return { starts, end };
}

type Span = Omit<TintBox, 'row'>;

function boxesIn({ line, x }: PlacedLine, starts: readonly number[], tints: readonly Tint[]): Span[] {
  const out: Span[] = [];
  let left = x;
  for (const { token, start } of visualOrder(line.tokens.map((one, at) => ({ level: one.level, token: one, start: starts[at]! })))) {
    const width = widthOf(token, line.extra);
    for (const span of start < 0 ? [] : spansOf(token, start, left, width, tints)) {
      const last = out.at(-1);
      if (last && last.colour === span.colour && span.left - last.right < 0.1) out[out.length - 1] = { ...last, right: span.right };
      else out.push(span);
    }
    left += width;
  }
  return out;
}

/** Of a token, from left to right: whole, or the clusters that a highlight holds of it. The last highlight lies over the others. */
function spansOf(token: SetToken, start: number, left: number, width: number, tints: readonly Tint[]): Span[] {
  const end = start + token.text.length;
  const over = tints.filter((tint) => tint.start < end && tint.end > start);
  const whole = over.findLast((tint) => tint.start <= start && tint.end >= end);
  if (over.length === 0) return [];
  if (whole && over.at(-1) === whole) return [{ left, right: left + width, colour: whole.colour }];
  const clusters = token.run.clusters;
  const length = clusters.reduce((sum, { text }) => sum + text.length, 0);
  if (length !== token.text.length || token.run.advance === 0) return [{ left, right: left + width, colour: over.at(-1)!.colour }];
  const rtl = (token.level & 1) === 1;
  let at = rtl ? end : start;
  let edge = left;
  return clusters.flatMap(({ text, advance }): Span[] => {
    const [from, to] = rtl ? [at - text.length, at] : [at, at + text.length];
    at = rtl ? from : to;
    const right = edge + (advance * width) / token.run.advance;
    const tint = over.findLast((one) => one.start < to && one.end > from);
    const span = tint ? [{ left: edge, right, colour: tint.colour }] : [];
    edge = right;
    return span;
  });
}
