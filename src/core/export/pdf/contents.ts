// The contents of a volume: its articles and the pages on which they begin, each a link. Made when the pages are known, and put
// before them.
import { directionOf } from '#core/arabic/direction.ts';
import type { PageFrame } from '#core/typeset/page.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';
import { titleDirection } from './article.ts';
import { type DrawnLine, drawLines } from './draw-line.ts';
import type { Reference } from './objects.ts';
import type { Page } from './page.ts';
import type { PdfFont } from './pdf-font.ts';
import type { StructureElement } from './structure.ts';

export type ContentsEntry = { title: string; page: number; destination: Reference };
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

/** Written with `newPage`, which gives the page that follows. */
export function writeContents(newPage: () => Page, root: StructureElement, entries: readonly ContentsEntry[], look: Look): void {
  const { frame, regular, bold, heading, language, digits } = look;
  const section = root.child('Sect');
  root.lastToFront();
  let page = newPage();
  let y = frame.top;
  const lines = (font: PdfFont, text: string, size: number, measure: number, direction = directionOf(text)) =>
    setParagraph(text, font.shaper, { size, measure, justify: false, direction, language });
  const headingElement = section.child('H1');
  page.open(headingElement);
  const [top] = lines(bold, heading, HEADING, frame.measure);
  if (top)
    drawLines(
      page,
      bold,
      [{ line: top, x: directionOf(heading) === 'rtl' ? frame.right - top.width : frame.left, y: y + HEADING }],
      HEADING,
    );
  page.close();
  headingElement.end();
  y += 2.5 * HEADING;
  const list = section.child('TOC');
  for (const { title, page: place, destination } of entries) {
    const direction = titleDirection(title);
    const rtl = direction === 'rtl';
    const rows = lines(regular, title, SIZE, frame.measure - NUMBERS, direction);
    const [number] = lines(regular, digits(place), SIZE, NUMBERS);
    if (!number || rows.length === 0) continue;
    if (y + rows.length * LEADING > frame.bottom) {
      page = newPage();
      y = frame.top;
    }
    const first = y + LEADING * 0.7;
    const shown: DrawnLine[] = rows.map((line, at) => ({ line, x: rtl ? frame.right - line.width : frame.left, y: first + at * LEADING }));
    shown.push({ line: number, x: rtl ? frame.left : frame.right - number.width, y: first + (rows.length - 1) * LEADING });
    const item = list.child('TOCI');
    const link = item.child('Link');
    page.open(link);
    drawLines(page, regular, shown, SIZE);
    page.close();
    const box = { x: frame.left, y, width: frame.measure, height: rows.length * LEADING };
    page.link(link, box, `/Dest[${destination}/XYZ null null null]`, `${title} ${digits(place)}`);
    link.end();
    item.end();
    y += rows.length * LEADING + GAP;
  }
  list.end();
  section.end();
}
