// A book of articles as a tagged PDF/A-2u; pdfkit is only the container.
import type { Item } from '#contract/item.ts';
import { directionOf } from '#core/arabic/direction.ts';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import { missingIn } from '#core/typeset/missing.ts';
import { type PageFrame, pageFrame } from '#core/typeset/page.ts';
import { paginate } from '#core/typeset/paginate.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';
import { printAr } from '#i18n/print.ar.ts';
import { printEn } from '#i18n/print.en.ts';
import type { ExportContext } from '../format.types.ts';
import { loadFonts } from '../fonts.ts';
import { articleBlocks, labelsFor, printable, type TextBlock } from './article.ts';
import { openContainer, type PdfContainer } from './container.ts';
import { addContents, type ContentsEntry } from './contents.ts';
import { type DrawnLine, drawLines } from './draw-line.ts';
import { PdfFont } from './pdf-font.ts';
import { setBlocks } from './set-blocks.ts';
import { TagTree } from './tag-tree.ts';
import { readTrueType } from './true-type.ts';

export async function* writeBook(
  items: AsyncIterable<Item>,
  { options, signal, onItem, onMissing, now }: ExportContext,
): AsyncGenerator<Uint8Array> {
  const faces = await loadFonts();
  const labels = options.language === 'ar' ? printAr : printEn;
  const frame = pageFrame(options.size);
  const iterator = items[Symbol.asyncIterator]();
  let next = await iterator.next();
  const title = next.done ? labels.archive : printable(next.value.title);
  const language = next.done ? options.language : next.value.language;
  const doc = openContainer({ now, title, author: labels.archive, language });
  const fonts = (
    [
      ['FR', faces.regular],
      ['FB', faces.bold],
    ] as const
  ).map(([id, bytes]) => {
    const face = readTrueType(bytes);
    return new PdfFont(doc, id, face, harfbuzzShaper(bytes, face.unitsPerEm));
  }) as [PdfFont, PdfFont];
  const [regular, bold] = fonts;
  const fontOf = (block: TextBlock): PdfFont => (block.bold ? bold : regular);
  const root = doc.struct('Document', { lang: language });
  doc.addStructure(root);
  const digits = (value: number): string =>
    options.digits === 'arab' ? String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : String(value);
  const set = (text: string, size: number) =>
    setParagraph(text, regular.shaper, { size, measure: frame.measure, justify: false, direction: directionOf(text), language });
  const entries: ContentsEntry[] = [];
  let pages = 0;
  const headOf = (item: Item): DrawnLine[] => {
    const running = shortened(printable(`${item.source ?? labelsFor(item, options).archive} · ${item.title}`));
    return set(running, 9.5)
      .slice(0, 1)
      .map((line) => ({ line, x: directionOf(running) === 'rtl' ? frame.right - line.width : frame.left, y: frame.top - 30 }));
  };
  const furniture = (head: readonly DrawnLine[]): void => {
    doc.addPage({ size: [frame.width, frame.height], margin: 0 });
    pages++;
    doc.markContent('Artifact', { type: 'Pagination' });
    if (head.length > 0) drawLines(doc, regular, head, 9.5, 0.5);
    const [folio] = set(digits(pages), 10);
    if (folio) drawLines(doc, regular, [{ line: folio, x: (frame.width - folio.width) / 2, y: frame.bottom + 36 }], 10, 0.4);
    doc.endMarkedContent();
  };
  for (; !next.done; next = await iterator.next()) {
    signal?.throwIfAborted();
    const item = next.value;
    const before = pages;
    const { blocks, ruleAfter } = articleBlocks(item, options);
    const rows = setBlocks(blocks, { shaperOf: (block) => fontOf(block).shaper, measure: frame.measure, language, kashida: faces.kashida });
    for (const [at, block] of blocks.entries()) {
      const lines = (rows[at] ?? []).flatMap(({ pieces }) => pieces.map(({ line }) => line));
      for (const character of missingIn(lines, fontOf(block).shaper)) onMissing?.(character);
    }
    const slices = paginate(
      blocks.map((block, at) => ({
        lines: rows[at]?.length ?? 0,
        leading: block.leading,
        spaceAfter: at === ruleAfter ? 30 : block.spaceAfter,
        keepWithNext: block.tag.startsWith('H'),
      })),
      frame.bottom - frame.top,
    );
    const head = headOf(item);
    furniture(head);
    const entry = { title: printable(item.title), page: pages, destination: doc.page.dictionary };
    doc.outline.addItem(entry.title);
    entries.push(entry);
    const tags = new TagTree(doc, root);
    let page = 0;
    for (const slice of slices) {
      for (; page < slice.page; page++) furniture(head);
      const block = blocks[slice.block];
      if (!block) continue;
      const taken = rows[slice.block]?.slice(slice.from, slice.to) ?? [];
      if (slice.from === 0) tags.begin(block, taken[0]?.pieces[0]?.label ?? false);
      const first = frame.top + slice.y + block.leading * 0.7;
      const draw = (label: boolean): void => {
        const shown = taken.flatMap(({ pieces }, at) =>
          pieces
            .filter((piece) => (piece.label ?? false) === label)
            .map(({ line, x }) => ({ line, x: frame.left + x, y: first + at * block.leading })),
        );
        if (shown.length === 0) return;
        tags.open(label);
        drawLines(doc, fontOf(block), shown, block.size, block.grey);
        tags.close();
      };
      draw(true);
      draw(false);
      if (slice.block === ruleAfter) rule(doc, frame, first + taken.length * block.leading - 4);
    }
    tags.end();
    onItem(pages - before);
    for (let chunk = doc.read(); chunk; chunk = doc.read()) yield chunk;
  }
  if (pages === 0) doc.addPage({ size: [frame.width, frame.height], margin: 0 });
  if (entries.length > 1) addContents(doc, root, entries, { frame, regular, bold, heading: labels.contents, language, digits });
  root.end();
  // pdfkit points every outline entry at the page then open, and leaves the Count out (ISO 32000-2 12.3.3).
  for (const [at, entry] of doc.outline.children.entries())
    entry.dictionary.data['Dest'] = [entries[at]?.destination, 'XYZ', null, null, null];
  doc.outline.dictionary.data['Count'] = entries.length;
  for (const font of fonts) font.end();
  doc.end();
  for await (const chunk of doc) yield chunk;
}

function rule(doc: PdfContainer, { left, right }: PageFrame, y: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save().lineWidth(0.5).strokeColor('#999999').moveTo(left, y).lineTo(right, y).stroke().restore();
  doc.endMarkedContent();
}

const HEAD_LENGTH = 90;

/** A running head stays on one line: cut at a word. */
function shortened(text: string): string {
  return text.length <= HEAD_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', HEAD_LENGTH) + 1 || HEAD_LENGTH).trim()} …`;
}
