// A book of articles as a tagged PDF/A-2u; pdfkit is only the container.
import type { Item } from '#contract/item.ts';
import { directionOf } from '#core/arabic/direction.ts';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import { missingIn } from '#core/typeset/missing.ts';
import { pageFrame } from '#core/typeset/page.ts';
import { paginate } from '#core/typeset/paginate.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';
import { printAr } from '#i18n/print.ar.ts';
import { printEn } from '#i18n/print.en.ts';
import type { ExportContext } from '../format.types.ts';
import { loadFonts } from '../fonts.ts';
import { articleBlocks, labelsFor, printable } from './article.ts';
import { openContainer, type PdfReference, type StructureElement } from './container.ts';
import { drawLine } from './draw-line.ts';
import { PdfFont } from './pdf-font.ts';
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
  const root = doc.struct('Document', { lang: language });
  doc.addStructure(root);
  const digits = (value: number): string =>
    options.digits === 'arab' ? String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : String(value);
  const set = (text: string, size: number, measure: number, font: PdfFont, justify: boolean) =>
    setParagraph(text, font.shaper, { size, measure, justify, direction: directionOf(text), language, kashida: faces.kashida });
  const startOf = (text: string, width: number, indent: number): number =>
    directionOf(text) === 'rtl' ? frame.right - indent - width : frame.left + indent;
  const destinations: PdfReference[] = [];
  let pages = 0;
  const furniture = (item: Item): void => {
    doc.addPage({ size: [frame.width, frame.height], margin: 0 });
    pages++;
    doc.markContent('Artifact', { type: 'Pagination' });
    const running = shortened(printable(`${item.source ?? labelsFor(item, options).archive} · ${item.title}`));
    const [head] = set(running, 9.5, frame.measure, regular, false);
    if (head) drawLine(doc, regular, head, 9.5, startOf(running, head.width, 0), frame.top - 30, 0.5);
    const [folio] = set(digits(pages), 10, frame.measure, regular, false);
    if (folio) drawLine(doc, regular, folio, 10, (frame.width - folio.width) / 2, frame.bottom + 36, 0.4);
    doc.endMarkedContent();
  };
  for (; !next.done; next = await iterator.next()) {
    signal?.throwIfAborted();
    const item = next.value;
    const before = pages;
    const { blocks, ruleAfter } = articleBlocks(item, options);
    const lines = blocks.map((block) =>
      set(block.text, block.size, frame.measure - block.indent, block.bold ? bold : regular, block.align === 'justify'),
    );
    for (const [at, block] of blocks.entries()) {
      const { shaper } = block.bold ? bold : regular;
      for (const character of missingIn(lines[at] ?? [], shaper)) onMissing?.(character);
    }
    const slices = paginate(
      blocks.map((block, at) => ({
        lines: lines[at]?.length ?? 0,
        leading: block.leading,
        spaceAfter: at === ruleAfter ? 30 : block.spaceAfter,
        keepWithNext: block.tag.startsWith('H'),
      })),
      frame.bottom - frame.top,
    );
    furniture(item);
    doc.outline.addItem(printable(item.title));
    destinations.push(doc.page.dictionary);
    const section = doc.struct('Sect');
    root.add(section);
    let page = 0;
    let element: StructureElement | undefined;
    for (const slice of slices) {
      for (; page < slice.page; page++) furniture(item);
      const block = blocks[slice.block];
      if (!block) continue;
      if (slice.from === 0) {
        element?.end();
        element = doc.struct(block.tag);
        section.add(element);
      }
      element?.add(doc.markStructureContent(block.tag));
      let baseline = frame.top + slice.y + block.leading * 0.7;
      for (const line of lines[slice.block]?.slice(slice.from, slice.to) ?? []) {
        const x = block.align === 'center' ? (frame.width - line.width) / 2 : startOf(block.text, line.width, block.indent);
        drawLine(doc, block.bold ? bold : regular, line, block.size, x, baseline, block.grey);
        baseline += block.leading;
      }
      doc.endMarkedContent();
      if (slice.block !== ruleAfter) continue;
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .save()
        .lineWidth(0.5)
        .strokeColor('#999999')
        .moveTo(frame.left, baseline - 4)
        .lineTo(frame.right, baseline - 4)
        .stroke()
        .restore();
      doc.endMarkedContent();
    }
    element?.end();
    section.end();
    onItem(pages - before);
    for (let chunk = doc.read(); chunk; chunk = doc.read()) yield chunk;
  }
  if (pages === 0) doc.addPage({ size: [frame.width, frame.height], margin: 0 });
  root.end();
  // pdfkit points every outline entry at the page then open, and leaves the Count out (ISO 32000-2 12.3.3).
  for (const [at, entry] of doc.outline.children.entries()) entry.dictionary.data['Dest'] = [destinations[at], 'XYZ', null, null, null];
  doc.outline.dictionary.data['Count'] = destinations.length;
  for (const font of fonts) font.end();
  doc.end();
  for await (const chunk of doc) yield chunk;
}

const HEAD_LENGTH = 90;

/** A running head stays on one line: cut at a word. */
function shortened(text: string): string {
  return text.length <= HEAD_LENGTH ? text : `${text.slice(0, text.lastIndexOf(' ', HEAD_LENGTH) + 1 || HEAD_LENGTH).trim()} …`;
}
