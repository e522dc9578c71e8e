// Word documents (ECMA-376): paragraphs by their styles, lists, tables, notes, links. Macros, fields and templates are left alone.
import type { BlockPicture } from '#contract/item.ts';
import { type OfficeParts, officeParts } from '../containers/zip.ts';
import { BlockWriter, type Style } from '../markup/block-writer.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  elementsOf,
  isNamed,
  parseXml,
  textOf,
  wordsOf,
  type Xml,
} from '../markup/xml.ts';
import { documentDraft } from '../document.ts';
import { webAddress } from '../finish.ts';
import { oneLine } from '../legible.ts';
import { nameIn, openShelf, type PictureShelf } from '../pictures.ts';
import type { Draft, Source } from './format.types.ts';

const FORMAT = 'DOCX';

export const read = async ({ bytes, path }: Source): Promise<Draft[]> => {
  const part = await officeParts(bytes, path, FORMAT, 'word/document.xml');
  const xml = async (name: string): Promise<Xml> => parseXml((await part(name)) ?? '');
  const body = childOf(childOf(await xml('word/document.xml'), 'document'), 'body');
  const relations = await xml('word/_rels/document.xml.rels');
  const shelf = openShelf();
  const reading: Reading = {
    writer: new BlockWriter(),
    styles: stylesOf(await xml('word/styles.xml')),
    links: targetsOf(relations, '/hyperlink'),
    pictures: await picturesOf(targetsOf(relations, '/image'), part.bytes, shelf),
  };
  if (body) writeAll(body, reading);
  for (const notes of ['footnotes', 'endnotes'])
    for (const note of descendantsOf(await xml(`word/${notes}.xml`), notes.slice(0, -1))) writeNote(note, reading);
  const core = childOf(await xml('docProps/core.xml'), 'coreProperties');
  const blocks = reading.writer.whole();
  const first = blocks.find(({ picture }) => !picture);
  const titled = first && (first['role'] === 'title' || (first.kind === 'heading' && first.level === 1)) ? first.text : undefined;
  const named = wordsOf(core, 'title');
  return [
    documentDraft({
      title: titled ?? named,
      body: titled === undefined ? blocks : blocks.filter((block) => block !== first),
      creators: [wordsOf(core, 'creator') ?? ''],
      tags: (wordsOf(core, 'keywords') ?? '').split(/[,،;؛]/),
      language: wordsOf(core, 'language'),
      pictures: shelf.pictures,
    }),
  ];
};

type Reading = {
  writer: BlockWriter;
  styles: ReadonlyMap<string, Style & { role?: string }>;
  links: ReadonlyMap<string, string>;
  pictures: ReadonlyMap<string, BlockPicture>;
};

/** Pictures within the document only: those that it names elsewhere are not fetched. */
async function picturesOf(targets: ReadonlyMap<string, string>, bytesOf: OfficeParts['bytes'], shelf: PictureShelf) {
  const found = new Map<string, BlockPicture>();
  for (const [id, target] of targets) {
    const bytes = await bytesOf(target.startsWith('/') ? target.slice(1) : `word/${target}`);
    const picture = bytes && shelf.put(bytes, nameIn(target));
    if (picture) found.set(id, picture);
  }
  return found;
}

function targetsOf(relations: Xml, kind: string): Map<string, string> {
  const links = descendantsOf(relations, 'Relationship').filter((one) => attributeOf(one, 'Type')?.endsWith(kind));
  return new Map(links.map((one) => [attributeOf(one, 'Id') ?? '', attributeOf(one, 'Target') ?? '']));
}

function stylesOf(styles: Xml): Map<string, Style & { role?: string }> {
  const found = new Map<string, Style & { role?: string }>();
  for (const style of descendantsOf(styles, 'style')) {
    const name = (attributeOf(childOf(style, 'name'), 'val') ?? '').toLowerCase();
    const level = attributeOf(childOf(childOf(style, 'pPr'), 'outlineLvl'), 'val');
    const id = attributeOf(style, 'styleId') ?? '';
    const heading = /^heading (\d)$/.exec(name)?.[1] ?? (level === undefined ? undefined : String(Number(level) + 1));
    if (name === 'title') found.set(id, { kind: 'heading', level: 1, role: 'title' });
    else if (heading && Number(heading) <= 6) found.set(id, { kind: 'heading', level: Number(heading) });
    else if (/quot/.test(name)) found.set(id, { kind: 'quote' });
    else if (name === 'caption') found.set(id, { kind: 'caption' });
    else if (name.startsWith('list ')) found.set(id, { kind: 'list-item' });
  }
  return found;
}

function writeAll(parent: Xml, reading: Reading): void {
  for (const child of elementsOf(parent)) {
    if (child.name === 'p') writeParagraph(child, reading);
    else if (child.name === 'tbl') for (const row of childrenOf(child, 'tr')) writeRow(row, reading);
    else if (/^(?:sdt|sdtContent|ins|smartTag|customXml|moveTo)$/.test(child.name)) writeAll(child, reading);
  }
}

function writeParagraph(paragraph: Xml, reading: Reading): void {
  const properties = childOf(paragraph, 'pPr');
  const named = reading.styles.get(attributeOf(childOf(properties, 'pStyle'), 'val') ?? '');
  const listed = attributeOf(childOf(childOf(properties, 'numPr'), 'numId'), 'val');
  const style = named ?? { kind: listed !== undefined && listed !== '0' ? 'list-item' : 'paragraph' };
  writeRuns(paragraph, reading, style);
  reading.writer.end(style, named?.role === undefined ? {} : { role: named.role });
}

/** Deleted words and instructions of fields are no text; boxes of text come after the words they are anchored in. */
function writeRuns(parent: Xml, reading: Reading, style: Style): void {
  const { writer, links, pictures } = reading;
  const boxes: Xml[] = [];
  const walk = (xml: Xml): void => {
    for (const child of xml.children) {
      if (typeof child === 'string') continue;
      if (child.name === 't') writer.add(textOf(child));
      else if (child.name === 'tab' && xml.name === 'r') writer.add(' ');
      else if (child.name === 'br' || child.name === 'cr') writer.end(style);
      else if (/^(?:foot|end)noteReference$/.test(child.name)) writer.mark(writer.place, noteName(child.name, child));
      else if (child.name === 'noBreakHyphen') writer.add('\u2011');
      else if (child.name === 'txbxContent') boxes.push(child);
      else if (child.name === 'drawing' || child.name === 'pict') {
        const picture = pictureOf(child, pictures);
        if (picture) writer.show(picture);
        for (const box of descendantsOf(child, 'txbxContent')) boxes.push(box);
      } else if (child.name === 'hyperlink') {
        const start = writer.place;
        walk(child);
        writer.link(start, webAddress(links.get(attributeOf(child, 'id') ?? '')));
      } else if (child.name === 'AlternateContent') walk(childOf(child, 'Choice') ?? child);
      else if (!/^(?:pPr|rPr|del|instrText|moveFrom|delText)$/.test(child.name)) walk(child);
    }
  };
  walk(parent);
  if (boxes.length > 0) writer.end(style);
  for (const box of boxes) writeAll(box, reading);
}

/** Its words for those who do not see it are `descr` of its properties. */
function pictureOf(drawing: Xml, pictures: Reading['pictures']): BlockPicture | undefined {
  const blip = descendantsOf(drawing, 'blip', 'imagedata')[0];
  const picture = pictures.get(attributeOf(blip, 'embed') ?? attributeOf(blip, 'id') ?? '');
  const alt = oneLine(attributeOf(descendantsOf(drawing, 'docPr')[0], 'descr') ?? '');
  return picture && { ...picture, ...(alt ? { alt } : {}) };
}

function writeRow(row: Xml, reading: Reading): void {
  const cells = descendantsOf(row, 'tc').map((cell) => {
    const inner: Reading = { ...reading, writer: new BlockWriter() };
    writeAll(cell, inner);
    return inner.writer.whole();
  });
  reading.writer.row(cells, descendantsOf(row, 'tblHeader').length > 0);
}

/** Separators are notes of other types. */
function writeNote(note: Xml, reading: Reading): void {
  if (attributeOf(note, 'type') === undefined || note.children.some((child) => isNamed(child, 'p') && descendantsOf(child, 't').length > 0))
    writeNoted(note, reading);
}

/** `footnote-2`, of the note itself and of what refers to it. */
const noteName = (name: string, xml: Xml): string => `${name.replace(/Reference$/, '')}-${attributeOf(xml, 'id')}`;

function writeNoted(note: Xml, reading: Reading): void {
  const from = reading.writer.blocks.length;
  writeAll(note, reading);
  reading.writer.name(from, noteName(note.name, note));
}
