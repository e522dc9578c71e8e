// What can be measured of set paragraphs.
import type { Line } from '#core/typeset/line.ts';
import { visualOrder } from '#core/typeset/bidi.ts';

export type Setting = { lines: number; widest: number; loose: number; short: number; stretched: number; twice: number; rivers: number };

/** `widest`: space by its natural width; `loose`: lines over 1.6 of it; `short`: justified lines that do not fill the measure;
 * `stretched`: words with strokes drawn out; `twice`: with more than one; `rivers`: spaces under two others. */
export function sumUp(paragraphs: readonly Line[][], measure: number): Setting {
  const sum: Setting = { lines: 0, widest: 1, loose: 0, short: 0, stretched: 0, twice: 0, rivers: 0 };
  for (const lines of paragraphs) {
    sum.lines += lines.length;
    lines.forEach((line, at) => {
      // That of the face: between some letters it draws the space together.
      const natural = Math.max(0, ...line.tokens.filter((token) => token.kind !== 'word').map((token) => token.width));
      const ratio = natural > 0 ? (natural + line.extra) / natural : 1;
      sum.widest = Math.max(sum.widest, ratio);
      if (ratio > 1.6) sum.loose++;
      for (const { drawn = [] } of line.tokens) {
        if (drawn.length > 0) sum.stretched++;
        if (drawn.length > 1) sum.twice++;
      }
      if (at < lines.length - 1 && line.width < measure - 0.5) sum.short++;
    });
    sum.rivers += rivers(lines, measure);
  }
  return { ...sum, widest: Math.round(sum.widest * 1000) / 1000 };
}

/** Wide spaces that stand within their width of one in each of the two lines above. */
function rivers(lines: readonly Line[], measure: number): number {
  const rows = lines.map((line) => {
    let x = measure - line.width;
    const places: { from: number; to: number }[] = [];
    for (const token of visualOrder(line.tokens)) {
      const width = token.width + (token.kind === 'word' ? 0 : line.extra);
      if (token.kind !== 'word' && line.extra > 0.2 * token.width) places.push({ from: x, to: x + width });
      x += width;
    }
    return places;
  });
  const under = (place: { from: number; to: number }, row: (typeof rows)[number]) =>
    row.find((one) => one.from < place.to && place.from < one.to);
  let found = 0;
  for (let at = 2; at < rows.length; at++)
    for (const place of rows[at]!) {
      const above = under(place, rows[at - 1]!);
      if (above && under(above, rows[at - 2]!)) found++;
    }
  return found;
}
