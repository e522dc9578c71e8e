// A book of articles as a tagged PDF/A-2u; pdfkit is only the container.
import PDFDocument from 'pdfkit';
import type { Item } from '#contract/item.ts';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import { pageFrame } from '#core/typeset/page.ts';
import { paginate } from '#core/typeset/paginate.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';
import { printAr } from '#i18n/print.ar.ts';
import { printEn } from '#i18n/print.en.ts';
import type { ExportFormat } from '../format.types.ts';
import { loadFonts } from '../fonts.ts';
import { articleBlocks, printable } from './article.ts';
import { drawLine } from './draw-line.ts';
import { PdfFont } from './pdf-font.ts';
import { readTrueType } from './true-type.ts';

const UA =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description><rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of ISO 14289 followed</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>';

export const pdfFormat: ExportFormat = {
  id: 'pdf',
  extension: '.pdf',
  mediaType: 'application/pdf',
  options: ['digits', 'size', 'language'],
  async *write(items, { options, signal, onItem, now }) {
    const faces = await loadFonts();
    const labels = options.language === 'ar' ? printAr : printEn;
    const frame = pageFrame(options.size);
    const iterator = items[Symbol.asyncIterator]();
    let next = await iterator.next();
    const title = next.done ? labels.archive : printable(next.value.title);
    const doc = open(now, title, labels.archive, options.language);
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
    const root = doc.struct('Document', { lang: options.language });
    doc.addStructure(root);
    const digits = (value: number): string =>
      options.digits === 'arab' ? String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : String(value);
    const set = (text: string, size: number, measure: number, font: PdfFont, justify: boolean) =>
      setParagraph(text, font.shaper, { size, measure, justify, direction: 'rtl', language: 'ar' });
    const destinations: any[] = [];
    let pages = 0;
    const furniture = (item: Item): void => {
      doc.addPage({ size: [frame.width, frame.height], margin: 0 });
      pages++;
      doc.markContent('Artifact', { type: 'Pagination' });
      const [head] = set(printable(`${item.source ?? labels.archive} · ${item.title}`), 9.5, frame.measure, regular, false);
      if (head) drawLine(doc, regular, head, 9.5, frame.right - head.width, frame.top - 30, 0.5);
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
      let element: any;
      for (const slice of slices) {
        for (; page < slice.page; page++) furniture(item);
        const block = blocks[slice.block];
        if (!block) continue;
        if (slice.from === 0) {
          element?.end();
          element = doc.struct(block.tag);
          section.add(element);
        }
        element.add(doc.markStructureContent(block.tag));
        let baseline = frame.top + slice.y + block.leading * 0.7;
        for (const line of lines[slice.block]?.slice(slice.from, slice.to) ?? []) {
          const x = block.align === 'center' ? (frame.width - line.width) / 2 : frame.right - block.indent - line.width;
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
      for (let chunk = doc.read(); chunk; chunk = doc.read()) yield chunk as Uint8Array;
    }
    if (pages === 0) doc.addPage({ size: [frame.width, frame.height], margin: 0 });
    root.end();
    doc.outline.children.forEach((child: any, at: number) => {
      child.dictionary.data.Dest = [destinations[at], 'XYZ', null, null, null];
    });
    doc.outline.dictionary.data.Count = destinations.length;
    for (const font of fonts) font.end();
    doc.end();
    for await (const chunk of doc) yield chunk as Uint8Array;
  },
};

function open(now: Date, title: string, author: string, lang: string): any {
  const settings = {
    size: [10, 10],
    margin: 0,
    font: null,
    autoFirstPage: false,
    lang,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    info: { Title: title, Author: author, CreationDate: now },
  };
  const doc = new (PDFDocument as any)(settings);
  doc.subset_conformance = 'U';
  doc.appendXML(UA);
  doc._root.data.ViewerPreferences ??= doc.ref({});
  doc._root.data.ViewerPreferences.data.Direction = 'R2L';
  return doc;
}
