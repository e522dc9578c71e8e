// The contents of a volume: its articles and the pages on which they begin, each a link. Made when the pages are known, and put
// before them.
import { directionOf } from '#core/arabic/direction.ts';
import type { PageFrame } from '#core/typeset/page.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';
import type { PdfContainer, PdfReference, StructureElement } from './container.ts';
import { type DrawnLine, drawLines } from './draw-line.ts';
import type { PdfFont } from './pdf-font.ts';

export type ContentsEntry = { title: string; page: number; destination: PdfReference };
type Look = {
  frame: PageFrame;
  regular: PdfFont;
  bold: PdfFont;
  heading: string;
  language: string;
  digits: (value: number) => string;
};

/** Points. */
const [SIZE, LEADING, GAP, NUMBERS, HEADING] = [12, 20, 4, 48, 18];

/** Pages of contents are numbered apart from those of the articles, which begin with 1. */
export function addContents(doc: PdfContainer, root: StructureElement, entries: readonly ContentsEntry[], look: Look): void {
  const { frame, regular, bold, heading, language, digits } = look;
  const kids = doc._root.data['Pages'] as PdfReference & { data: { Kids: unknown[] } };
  const before = kids.data.Kids.length;
  const section = doc.struct('Sect');
  root.add(section);
  let y = 0;
  const newPage = (): void => {
    doc.addPage({ size: [frame.width, frame.height], margin: 0 });
    // Links are reached in the order of the structure (ISO 14289-1 7.18.3).
    doc.page.dictionary.data['Tabs'] = 'S';
    y = frame.top;
  };
  const lines = (font: PdfFont, text: string, size: number, measure: number) =>
    setParagraph(text, font.shaper, { size, measure, justify: false, direction: directionOf(text), language });
  newPage();
  const headingElement = doc.struct('H1');
  section.add(headingElement);
  headingElement.add(doc.markStructureContent('H1'));
  const [top] = lines(bold, heading, HEADING, frame.measure);
  if (top)
    drawLines(
      doc,
      bold,
      [{ line: top, x: directionOf(heading) === 'rtl' ? frame.right - top.width : frame.left, y: y + HEADING }],
      HEADING,
    );
  doc.endMarkedContent();
  headingElement.end();
  y += 2.5 * HEADING;
  const list = doc.struct('TOC');
  section.add(list);
  for (const { title, page, destination } of entries) {
    const rtl = directionOf(title) === 'rtl';
    const rows = lines(regular, title, SIZE, frame.measure - NUMBERS);
    const [number] = lines(regular, digits(page), SIZE, NUMBERS);
    if (!number || rows.length === 0) continue;
    if (y + rows.length * LEADING > frame.bottom) newPage();
    const first = y + LEADING * 0.7;
    const shown: DrawnLine[] = rows.map((line, at) => ({ line, x: rtl ? frame.right - line.width : frame.left, y: first + at * LEADING }));
    shown.push({ line: number, x: rtl ? frame.left : frame.right - number.width, y: first + (rows.length - 1) * LEADING });
    const [item, link] = [doc.struct('TOCI'), doc.struct('Link')];
    list.add(item);
    item.add(link);
    link.add(doc.markStructureContent('Link'));
    drawLines(doc, regular, shown, SIZE);
    doc.endMarkedContent();
    doc.annotate(frame.left, y, frame.measure, rows.length * LEADING, {
      Subtype: 'Link',
      Dest: [destination, 'XYZ', null, null, null],
      Contents: new String(`${title} ${digits(page)}`),
      structParent: link,
    });
    link.end();
    item.end();
    y += rows.length * LEADING + GAP;
  }
  list.end();
  section.end();
  const made = kids.data.Kids.splice(before);
  kids.data.Kids.unshift(...made);
  root._children.unshift(root._children.pop());
  const labels = doc.ref({ Nums: [0, { S: 'r' }, made.length, { S: 'D' }] });
  labels.end();
  doc._root.data['PageLabels'] = labels;
}
