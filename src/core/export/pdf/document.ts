// A book of articles as a tagged PDF/A-2u; pdfkit is only the container.
import type { Item } from '#contract/item.ts';
import { directionOf } from '#core/arabic/direction.ts';
import type { Line } from '#core/typeset/line.ts';
import { missingIn } from '#core/typeset/missing.ts';
import { pageFrame } from '#core/typeset/page.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';
import { annotatedItem } from '../annotated.ts';
import { labelsFor, labelsIn } from '../labels.ts';
import type { ExportContext } from '../format.types.ts';
import { loadFaces } from '../faces/load-faces.ts';
import { articleBlocks, printable, titleDirection, type TextBlock } from './article.ts';
import { writeBookmarks } from './bookmarks.ts';
import { openContainer } from './container.ts';
import { type ContentsEntry, writeContents } from './contents.ts';
import { drawLines, shownLines } from './draw-line.ts';
import { drawSlice, rule } from './draw-slice.ts';
import { layOut } from './lay-out.ts';
import { Indirect, Objects } from './objects.ts';
import { openFace } from './open-face.ts';
import { Page, type ShownText } from './page.ts';
import { PdfFont } from './pdf-font.ts';
import { openPictures } from './pictures.ts';
import { Structure } from './structure.ts';
import { TagTree } from './tag-tree.ts';

export async function* writeBook(
  items: AsyncIterable<Item>,
  { options, signal, onItem, onMissing, readPicture, now, faces: given }: ExportContext,
): AsyncGenerator<Uint8Array> {
  const faces = given ?? (await loadFaces(options.face));
  const kashida = options.kashida === undefined ? faces.kashida : options.kashida === 'on';
  const labels = labelsIn(options.language);
  const frame = pageFrame(options.size);
  const iterator = items[Symbol.asyncIterator]();
  let next = await iterator.next();
  const title = next.done ? labels.archive : printable(annotatedItem(next.value, options).title);
  const author = next.done ? '' : printable(next.value.creators.join('؛ '));
  const language = next.done ? options.language : next.value.language;
  const doc = openContainer({ now, title, author, language, profile: options.profile });
  const objects = new Objects(doc, options.profile !== 'a-1b');
  const structure = new Structure(doc, objects);
  const fonts = (
    [
      ['FR', 'regular'],
      ['FB', 'bold'],
    ] as const
  ).map(([id, weight]) => new PdfFont(doc, id, openFace(faces[weight], faces.companions[weight]))) as [PdfFont, PdfFont];
  const [regular, bold] = fonts;
  const fontOf = (block: TextBlock): PdfFont => (block.bold ? bold : regular);
  const resources = { fonts: `/Font<<${fonts.map(({ id, ref }) => `/${id} ${ref.toString()}`).join('')}>>`, shared: objects.reference() };
  objects.write(resources.shared, `<<${resources.fonts}>>`);
  const root = structure.document(language);
  const pageTree = doc._root.data.Pages;
  let page: Page | undefined;
  const newPage = (): Page => {
    page?.end(pageTree.toString());
    page = new Page(structure, [frame.width, frame.height], resources);
    pageTree.data.Count = pageTree.data.Kids.push(new Indirect(page.reference));
    return page;
  };
  const digits = (value: number): string =>
    options.digits === 'arab' ? String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : String(value);
  const furnish = (text: string, size: number, direction = directionOf(text)) =>
    setParagraph(text, regular.shaper, { size, measure: frame.measure, justify: false, direction, language });
  const entries: ContentsEntry[] = [];
  let pages = 0;
  let told = 0;
  /** Of an article; `more`: pages that are of none. */
  const tell = (more = 0): void => {
    onItem(pages + more - told);
    told = pages + more;
  };
  let notes = 0;
  const headOf = (item: Item): ShownText[] => {
    const direction = titleDirection(item.title);
    const lines = furnish(runningHead(item.source ?? labelsFor(item, options).archive, item.title), 9.5, direction).slice(0, 1);
    const start = (line: Line): number => (direction === 'rtl' ? frame.right - line.width : frame.left);
    return shownLines(
      regular,
      lines.map((line) => ({ line, x: start(line), y: frame.top - 30 })),
      9.5,
    );
  };
  // Digits do not join: each is set once for all pages.
  const set = new Map<string, Line>();
  const folioOf = (number: string): Line => {
    const lines = [...number].map((digit) => {
      const line = set.get(digit) ?? furnish(digit, 10)[0]!;
      set.set(digit, line);
      return line;
    });
    return { ...lines[0]!, tokens: lines.flatMap(({ tokens }) => tokens), width: lines.reduce((sum, { width }) => sum + width, 0) };
  };
  const furnished = (head: readonly ShownText[]): Page => {
    const made = newPage();
    pages++;
    made.openArtifact('Pagination');
    if (head.length > 0) made.text(regular.id, 9.5, 0.5, head);
    const folio = folioOf(digits(pages));
    drawLines(made, regular, [{ line: folio, x: (frame.width - folio.width) / 2, y: frame.bottom + 36 }], 10, 0.4);
    made.close();
    return made;
  };
  while (!next.done) {
    signal?.throwIfAborted();
    const item = annotatedItem(next.value, options);
    const { blocks, ruleAfter } = articleBlocks(item, options, faces.scale);
    const pictures = await openPictures(doc, item, readPicture, options.profile !== 'a-1b');
    const shaperOf = (block: TextBlock) => fontOf(block).shaper;
    const layout = { columns: options.columns ?? 1, rtl: directionOf(printable(item.title)) === 'rtl', headEnds: ruleAfter };
    const slices = layOut(blocks, frame, { shaperOf, language, kashida, pictures }, layout);
    const whole = new Set(slices.map(({ set }) => set));
    const lines = [...whole].flatMap(({ rows }) => rows.flatMap(({ pieces }) => pieces.map(({ line }) => line)));
    for (const character of missingIn(lines)) onMissing?.(character);
    const head = headOf(item);
    let open = furnished(head);
    entries.push({ title: printable(item.title), page: pages, destination: open.reference });
    const tags = new TagTree(root);
    let page = 0;
    for (const { set, slice, frame: column } of slices) {
      for (; page < slice.page; page++) open = furnished(head);
      drawSlice(set, slice, { doc, page: open, tags, frame: column, fontOf, pictures, noteNumber: () => ++notes });
      if (set.block === blocks[ruleAfter])
        rule(
          open,
          frame.left,
          frame.right,
          frame.top + slice.y + (slice.to - slice.from) * set.block.leading + set.block.spaceAfter * 0.45,
        );
    }
    tags.end();
    await objects.written(PACKED_BESIDE);
    for (let chunk = doc.read(); chunk; chunk = doc.read()) yield chunk;
    next = await iterator.next();
    // The last one is told with the contents.
    if (!next.done) tell();
  }
  if (pages === 0) newPage();
  if (entries.length > 1) {
    writeContents(newPage, root, entries, { frame, regular, bold, heading: labels.contents, language, digits });
    const { Kids } = pageTree.data;
    const contents = Kids.splice(pages);
    Kids.unshift(...contents);
    // Pages of contents are numbered apart from those of the articles, which begin with 1.
    const numbers = objects.reference();
    objects.write(numbers, `<</Nums[0<</S/r>>${contents.length}<</S/D>>]>>`);
    doc._root.data['PageLabels'] = new Indirect(numbers);
    doc.info['Title'] = `${labels.volume} (${digits(entries.length)})`;
    delete doc.info['Author'];
    tell(contents.length);
  } else if (entries.length > 0) tell();
  page?.end(pageTree.toString());
  root.end();
  structure.end();
  if (entries.length > 0)
    Object.assign(doc._root.data, { Outlines: new Indirect(writeBookmarks(objects, entries)), PageMode: 'UseOutlines' });
  objects.flush();
  await objects.written();
  for (const font of fonts) font.end();
  doc.end();
  for await (const chunk of doc) yield chunk;
}

/** So many pages may be packed while the next article is set. */
const PACKED_BESIDE = 8;

const HEAD_LENGTH = 90;

/** The source and the title, neither of which turns the other round (UAX #9 2.4.2). */
function runningHead(source: string, title: string): string {
  const first = shortened(printable(source));
  return `\u2068${first}\u2069 · ${titleDirection(title) === 'rtl' ? '\u2067' : '\u2066'}${shortened(printable(title), HEAD_LENGTH - first.length)}\u2069`;
}

/** A running head stays on one line: cut at a word. */
function shortened(text: string, most = HEAD_LENGTH / 2): string {
  return text.length <= most ? text : `${text.slice(0, text.lastIndexOf(' ', most) + 1 || most).trim()} …`;
}
