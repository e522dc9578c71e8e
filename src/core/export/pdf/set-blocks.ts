// The blocks of an article as rows of lines.
import { directionOf } from '#core/arabic/direction.ts';
import { cellPlaces } from '../cells.ts';
import { labelled } from '#core/typeset/list-label.ts';
import type { BlockHeight } from '#core/typeset/paginate.ts';
import { type ParagraphStyle, setParagraph } from '#core/typeset/paragraph.ts';
import type { Row } from '#core/typeset/row.ts';
import type { Shaper } from '#core/typeset/shape.types.ts';
import { setTable } from '#core/typeset/table.ts';
import { hemistichWidth, setVerse, type Verse, verseOf } from '#core/typeset/verse.ts';
import { printable, type TextBlock } from './article.ts';
import { linksAfter, linksWithin, type PrintedLink } from './links.ts';
import { pictureSize, type Pictures } from './pictures.ts';

export type Setting = {
  shaperOf: (block: TextBlock) => Shaper;
  /** Of the text area; points. */
  measure: number;
  height: number;
  language: string;
  kashida: boolean;
  pictures: Pictures;
};

/** Of a row of a table: its edges from that of the text area, and the first rows of the table, to be shown again. */
type TablePlace = { left: number; right: number; heads: readonly number[]; first: boolean };
export type SetBlock = {
  block: TextBlock;
  rows: Row[];
  table?: TablePlace;
  /** A note at the foot of a page. */
  aside?: boolean;
  /** Of each row, the places among the blocks of the notes whose marks stand in it. */
  notes?: number[][];
  /** Of a picture that can be shown; points. */
  picture?: { width: number; height: number };
};

export function setBlocks(blocks: readonly TextBlock[], setting: Setting): SetBlock[] {
  const out: SetBlock[] = [];
  while (out.length < blocks.length) {
    const { kind } = blocks[out.length]!;
    const other = blocks.findIndex((block, at) => at > out.length && block.kind !== kind);
    const alike = blocks.slice(out.length, other < 0 ? blocks.length : other);
    if (kind === 'verse') out.push(...withRows(alike, setPoem(alike, setting)));
    else if (kind === 'list-item') out.push(...setList(alike, setting));
    else if (kind === 'row') for (const table of tablesOf(alike)) out.push(...setRows(table, out.length, setting));
    else if (kind === 'picture') out.push(...alike.map((block) => setPicture(block, setting)));
    else out.push(...alike.map((block) => ({ block, rows: setText(block, block.text, setting) })));
  }
  return withFeet(out, setting.height);
}

/** Notes go to the foot of the page of their mark; those that would take much of it stay where they stood. */
function withFeet(set: readonly SetBlock[], height: number): SetBlock[] {
  const places = new Map<string, number[]>();
  set.forEach(({ block, rows }, at) => {
    if (block.kind !== 'note' || block.note === undefined || rows.length * block.leading > height / 3) return;
    places.set(block.note, [...(places.get(block.note) ?? []), at]);
  });
  if (places.size === 0) return [...set];
  const placed = new Set<string>();
  const notesIn = (row: Row, { links }: TextBlock): number[] =>
    row.pieces.flatMap(({ line }) =>
      line.tokens.flatMap(({ link }) => {
        const note = link === undefined ? undefined : links[link]?.note;
        if (note === undefined || placed.has(note) || !places.has(note)) return [];
        placed.add(note);
        return places.get(note)!;
      }),
    );
  const marked = set.map((one) => (one.block.kind === 'note' ? one : { ...one, notes: one.rows.map((row) => notesIn(row, one.block)) }));
  return marked.map((one, at) =>
    placed.has(one.block.note ?? '') && places.get(one.block.note!)?.includes(at) ? { ...one, aside: true } : one,
  );
}

/** What pagination needs to know of a block. */
export const heightOf = ({ block, rows, table, aside, notes }: SetBlock): BlockHeight => ({
  lines: rows.length,
  leading: block.leading,
  spaceAfter: block.spaceAfter,
  keepWithNext: block.tag.startsWith('H') || block.header === true || block.kind === 'picture',
  ...(aside ? { aside } : {}),
  ...(notes ? { notes } : {}),
  ...(table ? { together: true, heads: block.header ? [] : table.heads } : {}),
});

const withRows = (blocks: readonly TextBlock[], rows: readonly Row[][]): SetBlock[] =>
  blocks.map((block, at) => ({ block, rows: rows[at] ?? [] }));

const styleOf = (block: TextBlock, text: string, { measure, language, kashida }: Setting): ParagraphStyle => ({
  size: block.size,
  measure: measure - block.indent - block.outdent,
  justify: block.justify,
  direction: block.direction ?? directionOf(text),
  language,
  kashida,
  links: block.links,
});

function setText(block: TextBlock, text: string, setting: Setting): Row[] {
  const style = styleOf(block, text, setting);
  const start = (width: number): number => (style.direction === 'rtl' ? setting.measure - block.indent - width : block.indent);
  return setParagraph(text, setting.shaperOf(block), style).map((line) => ({ pieces: [{ line, x: start(line.width) }] }));
}

/** Labels hang before the first lines of their items, in an indent wide enough for all of them. */
function setList(list: readonly TextBlock[], setting: Setting): SetBlock[] {
  const items = list.map((block) => {
    const { label, text } = labelled(block.text);
    const [line] = setParagraph(label, setting.shaperOf(block), { ...styleOf(block, text, setting), justify: false, links: [] });
    return { block: { ...block, links: linksAfter(block.links, block.text.length - text.length) }, text, line };
  });
  const indent = Math.max(...items.map(({ block, line }) => Math.max(block.indent, (line?.width ?? 0) + block.size * 0.5)));
  return items.map(({ block, text, line }) => {
    const rows = setText({ ...block, indent }, text, setting);
    if (line) rows[0]?.pieces.unshift({ line, x: directionOf(text) === 'rtl' ? setting.measure - line.width : 0, part: 'label' });
    return { block, rows };
  });
}

/** A row that names columns begins a table, unless only such rows stand before it. */
function tablesOf(rows: readonly TextBlock[]): TextBlock[][] {
  const tables: TextBlock[][] = [];
  for (const [at, row] of rows.entries()) {
    if (at === 0 || (row.header && !rows[at - 1]!.header)) tables.push([]);
    tables.at(-1)!.push(row);
  }
  return tables;
}

/** Marks of notes in each cell; what leads to the web is told in no table yet. */
function linksOfCells({ text, cells = [], links }: TextBlock): (readonly PrintedLink[])[] {
  const marks = links.map((link) => (link.note === undefined ? { ...link, start: -1, end: -1 } : link));
  if (links.every(({ note }) => note === undefined)) return cells.map(() => []);
  return cellPlaces(text, cells).map((place) => (place ? linksWithin(marks, place) : []));
}

/** `from` is the place of the table's first row among all blocks. */
function setRows(table: readonly TextBlock[], from: number, setting: Setting): SetBlock[] {
  const [block] = table;
  if (!block) return [];
  const rows = table.map((row) => ({ cells: row.cells ?? [], shaper: setting.shaperOf(row), links: linksOfCells(row) }));
  const style = styleOf({ ...block, links: [] }, rows.flatMap(({ cells }) => cells).join(' '), setting);
  const set = setTable(rows, style, directionOf);
  const heads = table.findIndex((row) => !row.header) > 0 ? table.flatMap((row, at) => (row.header ? [from + at] : [])) : [];
  const leading = (block.leading * set.size) / block.size;
  return table.map((row, at) => ({
    block: { ...row, size: set.size, leading },
    rows: set.rows[at] ?? [],
    table: { left: set.left, right: set.right, heads, first: at === 0 },
  }));
}

/** One that cannot be shown is stood for by its words. */
function setPicture(block: TextBlock, setting: Setting): SetBlock {
  const image = block.picture && setting.pictures.get(block.picture.sha256);
  if (!image) return { block, rows: setText({ ...block, grey: 0.35 }, `[${block.picture?.alt}]`, setting) };
  const picture = pictureSize(image, setting.measure, setting.height);
  return { block: { ...block, leading: picture.height }, rows: [{ pieces: [] }], picture };
}

function setPoem(poem: readonly TextBlock[], setting: Setting): Row[][] {
  const verses = poem.map(({ text }) =>
    text
      .split(/[\n\r\u2028\u2029]+/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ line: printable(line), verse: cleaned(verseOf(line)) })),
  );
  const [block] = poem;
  if (!block) return [];
  const all = verses.flat();
  const style = { ...styleOf(block, all.map(({ line }) => line).join(' '), setting), justify: false, links: [] };
  const shaper = setting.shaperOf(block);
  const width = hemistichWidth(
    all.flatMap(({ verse }) => verse ?? []),
    shaper,
    style,
  );
  const centred = (text: string): Row[] =>
    setParagraph(text, shaper, style).map((line) => ({ pieces: [{ line, x: (setting.measure - line.width) / 2 }] }));
  return verses.map((lines) => lines.flatMap(({ line, verse }) => (verse ? setVerse(verse, width, shaper, style) : centred(line))));
}

const cleaned = (verse: Verse | undefined): Verse | undefined =>
  verse && { ...verse, first: printable(verse.first), second: printable(verse.second) };
