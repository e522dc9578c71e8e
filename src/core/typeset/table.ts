// A table set: columns as wide as their contents ask for, from the right where the table is read so.
import type { LinkPlace } from './itemize.ts';
import { type ParagraphStyle, setParagraph } from './paragraph.ts';
import type { Row } from './row.ts';
import type { Shaper } from './shape.types.ts';

/** `links` in each cell, all of a row at their own indexes. */
export type TableRow = { cells: readonly string[]; shaper: Shaper; links?: readonly (readonly LinkPlace[])[] };
export type SetTable = {
  /** Of each row, its lines; pieces are told by their cell. */
  rows: Row[][];
  /** Of the face; smaller where the columns would not fit otherwise. */
  size: number;
  /** Edges from that of the text area; points. */
  left: number;
  right: number;
};

/** Space on either side of a cell's text, in sizes of the face. */
const PADDING = 0.45;
const SIZES = [1, 0.9, 0.8, 0.7];

export function setTable(
  rows: readonly TableRow[],
  style: ParagraphStyle,
  directionOf: (text: string) => ParagraphStyle['direction'],
): SetTable {
  const count = Math.max(...rows.map(({ cells }) => cells.length));
  const room = (size: number): number => style.measure - 2 * PADDING * size * count;
  const contents = (size: number) => columnsOf(rows, count, { ...style, size, justify: false }, directionOf);
  const fits = (factor: number): boolean => sum(contents(style.size * factor).map(({ least }) => least)) <= room(style.size * factor);
  const size = style.size * (SIZES.find(fits) ?? SIZES.at(-1)!);
  const widths = widthsOf(contents(size), room(size));
  const padding = PADDING * size;
  const starts = widths.map((_, at) => sum(widths.slice(0, at)) + 2 * padding * at);
  const width = sum(widths) + 2 * padding * count;
  const rtl = style.direction === 'rtl';
  const set = ({ cells, shaper, links }: TableRow): Row[] => {
    const columns = cells.map((text, at) =>
      setParagraph(text, shaper, {
        ...style,
        size,
        measure: widths[at]! + 0.01,
        justify: false,
        direction: directionOf(text),
        links: links?.[at] ?? [],
      }),
    );
    const lines = Math.max(1, ...columns.map(({ length }) => length));
    return Array.from({ length: lines }, (_, line) => ({
      pieces: columns.flatMap((column, part) => {
        const found = column[line];
        if (!found) return [];
        const start = starts[part]! + padding;
        return [{ line: found, x: rtl ? style.measure - start - found.width : start, part }];
      }),
    }));
  };
  return { rows: rows.map(set), size, ...(rtl ? { left: style.measure - width, right: style.measure } : { left: 0, right: width }) };
}

/** What a column's cells need when no line is broken, and when each line is. */
type Need = { most: number; least: number };

function columnsOf(
  rows: readonly TableRow[],
  count: number,
  style: ParagraphStyle,
  directionOf: (text: string) => ParagraphStyle['direction'],
): Need[] {
  const columns = Array.from({ length: count }, () => ({ most: 0, least: 0 }));
  for (const { cells, shaper } of rows)
    for (const [at, text] of cells.entries()) {
      const column = columns[at]!;
      const lines = setParagraph(text, shaper, { ...style, measure: 1e6, direction: directionOf(text) });
      for (const { width, tokens } of lines) {
        column.most = Math.max(column.most, width);
        let word = 0;
        for (const token of tokens) {
          word = token.kind === 'space' ? 0 : word + token.width;
          column.least = Math.max(column.least, word);
          if (token.breakAfter) word = 0;
        }
      }
    }
  return columns;
}

/** As CSS 2.2 17.5.2.2 has it: what is left is shared by what the columns could use. */
function widthsOf(columns: readonly Need[], room: number): number[] {
  const [most, least] = [sum(columns.map((column) => column.most)), sum(columns.map((column) => column.least))];
  if (most <= room) return columns.map((column) => column.most);
  if (least >= room) return columns.map((column) => (column.least * room) / least);
  return columns.map((column) => column.least + ((column.most - column.least) * (room - least)) / (most - least));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
