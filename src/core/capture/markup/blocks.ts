// A document's elements as blocks, in the order they are read.
import type { Block, BlockPicture } from '#contract/item.ts';
import { webAddress } from '../finish.ts';
import { isWayBack, nameNote, noteMarks } from './notes.ts';
import { BlockWriter, pictureBlock, rowText, type Style } from './block-writer.ts';
import { type DomElement, type DomNode, isElement, isText } from './dom.ts';

const breaking = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
  h6 header hgroup hr legend li main menu nav ol option p pre search section select summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);
/** Buttons, fields and what stands in for pictures are no text of an article. */
const passedOver = new Set('script style template button input select option textarea meta link title head base'.split(' '));
const verse = /(?:^|[\s_-])(?:verse|poem|poetry|bayt|beit|poet|شعر|بيت)(?:$|[\s_-])/iu;

export type BlocksOptions = {
  readonly base?: string | undefined;
  /** False leaves an element and all in it out. */
  readonly keep?: (element: DomElement) => boolean;
  /** The picture of an `img`, when it came along. */
  readonly picture?: ((image: DomElement) => BlockPicture | undefined) | undefined;
};

export type PlacedPicture = { readonly picture: BlockPicture; readonly element: DomElement };

/** A block, the element its text stands in, how many characters of it are links, and the pictures before it. */
export type PlacedBlock = {
  readonly block: Block;
  readonly element: DomElement;
  readonly linked: number;
  readonly pictures: readonly PlacedPicture[];
};

export function blocksOf(root: DomElement, options: BlocksOptions = {}): Block[] {
  return placedBlocksOf(root, options)
    .flatMap(({ block, pictures }) => [...pictures.map(({ picture }) => pictureBlock(picture)), block])
    .filter(({ text, picture }) => text !== '' || picture);
}

/** Pictures behind the last block stand before an empty one. */
export function placedBlocksOf(root: DomElement, { base, keep, picture }: BlocksOptions = {}): PlacedBlock[] {
  const shown = new Map<BlockPicture, DomElement>();
  const writer = new BlockWriter();
  const places: DomElement[] = [];
  const marks = noteMarks(root);
  const end = (style: Style, at: DomElement, more?: Record<string, unknown>): void => {
    writer.end(style, more);
    while (places.length < writer.blocks.length) places.push(at);
  };
  const walk = (node: DomNode, style: Style, at: DomElement): void => {
    if (isText(node)) {
      if (at.localName === 'pre') writeLines(node.textContent, style, at);
      else writer.add(node.textContent);
      return;
    }
    if (!isElement(node) || passedOver.has(node.localName) || isWayBack(node) || (keep && !keep(node))) return;
    const name = node.localName;
    if (name === 'img') return show(node);
    if (name === 'br' || name === 'hr') return end(style, at);
    const breaks = breaking.has(name);
    if (breaks) end(style, at);
    const row = name === 'tr' ? cellsOf(node) : undefined;
    if (row) {
      writer.add(rowText(row));
      return end({ kind: 'paragraph' }, node, { cells: row, ...(namesColumns(node) ? { header: true } : {}) });
    }
    const inner = styleOf(node, style);
    const place = writer.place;
    const preformatted = at.localName === 'pre' && !breaks ? at : node;
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child, inner, breaks ? node : preformatted);
    const mark = marks.get(node);
    if (mark) writer.mark(place, mark.id);
    if (name === 'a' && node.hasAttribute('href')) writer.link(place, webAddress(node.getAttribute('href') ?? undefined, base));
    if (breaks) end(inner, node);
  };
  const show = (image: DomElement): void => {
    const found = picture?.(image);
    if (!found) return;
    shown.set(found, image);
    writer.show(found);
  };
  const writeLines = (text: string, style: Style, at: DomElement): void => {
    for (const [i, line] of text.split('\n').entries()) {
      if (i > 0) end(style, at);
      writer.add(line);
    }
  };
  walk(root, { kind: 'paragraph' }, root);
  end({ kind: 'paragraph' }, root);
  for (const note of new Set(marks.values())) nameNote(note, writer.blocks, places);
  const placed = (pictures: readonly BlockPicture[]): PlacedPicture[] =>
    pictures.map((one) => ({ picture: one, element: shown.get(one)! }));
  const all = writer.blocks.map(
    (block, i): PlacedBlock => ({ block, element: places[i]!, linked: writer.linked[i]!, pictures: placed(writer.pictures[i] ?? []) }),
  );
  if (writer.left.length > 0) all.push({ block: { kind: 'paragraph', text: '' }, element: root, linked: 0, pictures: placed(writer.left) });
  return all;
}

function styleOf(element: DomElement, outer: Style): Style {
  const name = element.localName;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) return { kind: 'heading', level: Number(heading[1]) };
  if (name === 'blockquote') return { kind: 'quote' };
  if (name === 'li' || name === 'dd' || name === 'dt') return outer.kind === 'quote' ? outer : { kind: 'list-item' };
  if (name === 'figcaption' || name === 'caption') return { kind: 'caption' };
  if (verse.test(element.className)) return { kind: 'verse' };
  return outer;
}

/** A cell with more lines and characters than this is a column of a page, not a value. */
const VALUE = { breaks: 2, characters: 300 };

/** More than one block, a block among words, or paragraphs parted by line breaks. */
function hasBlocks(cell: DomElement): boolean {
  if (cell.textContent.length > VALUE.characters && [...cell.querySelectorAll('br')].length >= VALUE.breaks) return true;
  const blocks = [...cell.childNodes].filter((node): node is DomElement => isElement(node) && breaking.has(node.localName));
  return blocks.length > 1 || (blocks.length === 1 && hasBlocks(blocks[0]!));
}

const namesColumns = (row: DomElement): boolean =>
  row.parentNode?.localName === 'thead' || [...row.childNodes].every((node) => !isElement(node) || node.localName !== 'td');

/** Cells of a row of data; tables that lay out a page hold blocks, or one cell a row. */
function cellsOf(row: DomElement): string[] | undefined {
  const cells = [...row.childNodes].filter((node): node is DomElement => isElement(node) && /^t[dh]$/.test(node.localName));
  if (cells.length < 2 || cells.some(hasBlocks)) return undefined;
  return cells.map((cell) => wordsOf(cell).replace(/\s+/gu, ' ').trim());
}

/** Words that a line break parts are two. */
function wordsOf(node: DomNode): string {
  if (!isElement(node)) return node.textContent;
  return node.localName === 'br' ? ' ' : [...node.childNodes].map(wordsOf).join('');
}
