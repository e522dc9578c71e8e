// A slice of a block drawn on its page and named in the structure: lines, labels, cells, links, pictures.
import { directionOf } from '#core/arabic/direction.ts';
import type { PageFrame } from '#core/typeset/page.ts';
import type { Slice } from '#core/typeset/paginate.ts';
import type { TextBlock } from './article.ts';
import type { PdfContainer } from './container.ts';
import { drawLinked, drawLines, type DrawnLine } from './draw-line.ts';
import type { LinkStretch } from './link-stretches.ts';
import { textString } from './objects.ts';
import type { Page } from './page.ts';
import type { PdfFont } from './pdf-font.ts';
import type { Pictures } from './pictures.ts';
import type { Row } from '#core/typeset/row.ts';
import type { SetBlock } from './set-blocks.ts';
import type { StructureElement } from './structure.ts';
import type { Part, TagTree } from './tag-tree.ts';
import { tintBoxes, tintInks } from './tints.ts';

export type SliceContext = {
  doc: PdfContainer;
  page: Page;
  tags: TagTree;
  frame: PageFrame;
  fontOf: (block: TextBlock) => PdfFont;
  pictures: Pictures;
  /** One more for each note of the document. */
  noteNumber: () => number;
};

/** Above the notes of a page; points. */
const NOTE_RULE = 110;

export function drawSlice(set: SetBlock, slice: Slice, context: SliceContext): void {
  const { page, tags, frame } = context;
  const { block, table, picture } = set;
  const rows = set.rows.slice(slice.from, slice.to);
  const top = frame.top + slice.y;
  const first = top + block.leading * 0.7;
  if (table) drawRules(set, slice, context);
  drawTints(set, slice, context);
  if (slice.again) {
    // It was read already, at the head of its table.
    page.openArtifact('Pagination');
    const lines = rows.flatMap(({ pieces }, at) =>
      pieces.map(({ line, x }) => ({ line, x: frame.left + x, y: first + at * block.leading })),
    );
    drawLines(page, context.fontOf(block), lines, block.size, block.grey);
    page.close();
    return;
  }
  if (set.aside) {
    const start = directionOf(block.text) === 'rtl' ? frame.right - NOTE_RULE : frame.left;
    if (slice.firstNote) rule(page, start, start + NOTE_RULE, top - 5, 0.4);
    tags.note(`note-${context.noteNumber()}`, () => drawParts(['text'], rows, first, block, context));
    return;
  }
  if (slice.from === 0) tags.begin(block, rows[0]?.pieces[0]?.part === 'label');
  if (picture) return drawPicture(set, top, context);
  const parts: Part[] = block.cells ? [...block.cells.keys()] : ['label', 'text'];
  drawParts(parts, rows, first, block, context);
}

function drawParts(parts: readonly Part[], rows: readonly Row[], first: number, block: TextBlock, context: SliceContext): void {
  for (const part of parts) {
    const lines: DrawnLine[] = [];
    rows.forEach(({ pieces }, at) => {
      for (const piece of pieces)
        if ((piece.part ?? 'text') === part)
          lines.push({ line: piece.line, x: context.frame.left + piece.x, y: first + at * block.leading });
    });
    if (lines.length > 0) drawPart(part, lines, block, context);
  }
}

/** One stretch of marked content for what is in no link, and one for each line of a link. */
function drawPart(part: Part, lines: readonly DrawnLine[], block: TextBlock, { page, tags, fontOf }: SliceContext): void {
  if (block.links.length === 0) {
    page.open(tags.element(part));
    drawLines(page, fontOf(block), lines, block.size, block.grey);
    page.close();
    return;
  }
  let open = false;
  let link: { at: number; element: StructureElement } | undefined;
  const close = (): void => {
    if (open) page.close();
    open = false;
  };
  const leave = (): void => {
    link?.element.end();
    link = undefined;
  };
  const enter = (y: number, { link: at, left, right }: LinkStretch): void => {
    const target = at === undefined ? undefined : block.links[at];
    if (!target || at === undefined) {
      if (open && !link) return;
      close();
      leave();
      page.open(tags.element(part));
      open = true;
      return;
    }
    close();
    if (link?.at !== at) leave();
    link ??= { at, element: tags.link(part, target.url === undefined ? 'Reference' : 'Link') };
    page.open(link.element);
    open = true;
    if (target.url === undefined) return;
    const box = { x: left, y: y - block.size * 0.8, width: right - left, height: block.size * 1.2 };
    page.link(link.element, box, `/A<</S/URI/URI ${textString(target.url)}>>`, target.url);
  };
  for (const line of lines) drawLinked(page, fontOf(block), line, block.size, block.grey, (stretch) => enter(line.y, stretch));
  close();
  leave();
}

function drawPicture({ block, picture }: SetBlock, top: number, { doc, page, tags, frame, pictures }: SliceContext): void {
  const image = block.picture && pictures.get(block.picture.sha256);
  if (!image || !picture) return;
  const { width, height } = picture;
  const left = frame.left + (frame.measure - width) / 2;
  tags.place([left, frame.height - top - height, left + width, frame.height - top]);
  if (!image.obj) image.embed(doc);
  page.open(tags.element('text'));
  page.picture(image.label, String(image.obj), { x: left, y: top, width, height }, image.orientation);
  page.close();
}

/** Colours are no part of what is read: what a highlight says is told behind the text. */
function drawTints({ block, rows }: SetBlock, { from, to, y }: Slice, { page, frame }: SliceContext): void {
  const boxes = tintBoxes(block, rows).filter(({ row }) => row >= from && row < to);
  if (boxes.length === 0) return;
  page.openArtifact('Layout');
  for (const [colour, some] of Map.groupBy(boxes, (box) => box.colour)) {
    const placed = some.map(({ row, left, right }) => ({
      x: frame.left + left,
      y: frame.top + y + (row - from) * block.leading + (block.leading * 0.7 - block.size * 0.95),
      width: right - left,
      height: block.size * 1.4,
    }));
    page.fill(placed, tintInks[colour]);
  }
  page.close();
}

/** Above a table or the part of it that a page begins with, and below each row; heavier round the head. */
function drawRules({ block, rows, table }: SetBlock, { from, to, y }: Slice, { page, frame }: SliceContext): void {
  if (!table) return;
  const [left, right] = [frame.left + table.left, frame.left + table.right];
  const top = frame.top + y;
  const strong = block.header === true;
  if (table.first || y === 0) rule(page, left, right, top - 1, 0.8);
  const bottom = top + (to - from) * block.leading;
  if (to === rows.length) rule(page, left, right, bottom + 1, strong ? 0.8 : 0.3);
}

/** A line across the page, which is no part of what is read; points. */
export function rule(page: Page, left: number, right: number, y: number, width = 0.5): void {
  page.openArtifact('Layout');
  page.rule(left, right, y, width);
  page.close();
}
