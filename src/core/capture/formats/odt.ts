// OpenDocument texts (ODF 1.3), zipped or as one flat file.
import type { BlockPicture } from '#contract/item.ts';
import { type OfficeParts, officeParts } from '../containers/zip.ts';
import { decodeDeclared } from '../declared.ts';
import { documentDraft } from '../document.ts';
import { webAddress } from '../finish.ts';
import { nameIn, openShelf, type PictureShelf } from '../pictures.ts';
import { BlockWriter, type Style } from '../markup/block-writer.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, textOf, wordsOf, type Xml } from '../markup/xml.ts';
import type { Draft, Source } from './format.types.ts';

export const read = async ({ bytes, path, encoding }: Source): Promise<Draft[]> => {
  if (bytes[0] !== 0x50) {
    const flat = decodeDeclared(bytes, path, encoding);
    const root = childOf(parseXml(flat.text), 'document');
    return [{ ...draftOf(root, root, root, () => undefined), encoding: flat.record }];
  }
  const part = await officeParts(bytes, path, 'ODT', 'content.xml');
  const root = async (name: string): Promise<Xml | undefined> => parseXml((await part(name)) ?? '');
  const content = childOf(await root('content.xml'), 'document-content');
  const shelf = openShelf();
  const pictures = await picturesOf(content, part.bytes, shelf);
  const [meta, styles] = [childOf(await root('meta.xml'), 'document-meta'), childOf(await root('styles.xml'), 'document-styles')];
  return [{ ...draftOf(content, meta, styles, (address) => pictures.get(address)), pictures: shelf.pictures }];
};

type Pictures = (address: string) => BlockPicture | undefined;

/** Those within the document, by their addresses. */
async function picturesOf(
  content: Xml | undefined,
  bytesOf: OfficeParts['bytes'],
  shelf: PictureShelf,
): Promise<Map<string, BlockPicture>> {
  const found = new Map<string, BlockPicture>();
  for (const image of content ? descendantsOf(content, 'image') : []) {
    const address = attributeOf(image, 'href') ?? '';
    const bytes = await bytesOf(address.replace(/^\.\//, ''));
    const picture = bytes && shelf.put(bytes, nameIn(address));
    if (picture) found.set(address, picture);
  }
  return found;
}

function draftOf(content: Xml | undefined, about: Xml | undefined, common: Xml | undefined, pictures: Pictures): Draft {
  const meta = childOf(about, 'meta');
  const writer = new BlockWriter();
  const styles = new Map(
    [common, content].flatMap((one) => (one ? descendantsOf(one, 'style') : [])).map((style) => [attributeOf(style, 'name') ?? '', style]),
  );
  const text = childOf(childOf(content, 'body'), 'text');
  if (text) writeAll(text, writer, (name) => styleOf(name, styles), pictures);
  const blocks = writer.whole();
  const first = blocks.find(({ picture }) => !picture);
  const titled = first && (first['role'] === 'title' || (first.kind === 'heading' && first.level === 1)) ? first.text : undefined;
  return documentDraft({
    title: titled ?? wordsOf(meta, 'title'),
    body: titled === undefined ? blocks : blocks.filter((block) => block !== first),
    creators: [wordsOf(meta, 'initial-creator', 'creator') ?? ''],
    tags: childrenOf(meta, 'keyword').map((one) => textOf(one)),
    language: wordsOf(meta, 'language'),
  });
}

type Named = Style & { readonly role?: string };

/** By the name of a style, or of the one it is made from. */
function styleOf(name: string, styles: ReadonlyMap<string, Xml>): Named {
  for (let at: string | undefined = name, steps = 0; at && steps < 5; at = attributeOf(styles.get(at), 'parent-style-name'), steps++) {
    if (/^Title$/i.test(at)) return { kind: 'heading', level: 1, role: 'title' };
    if (/quot/i.test(at)) return { kind: 'quote' };
    const heading = /^Heading_20_(\d)$/i.exec(at)?.[1];
    if (heading && Number(heading) <= 6) return { kind: 'heading', level: Number(heading) };
    if (/^(?:Caption|Illustration|Table)$/i.test(at)) return { kind: 'caption' };
  }
  return { kind: 'paragraph' };
}

function writeAll(parent: Xml, writer: BlockWriter, styled: (name: string) => Named, pictures: Pictures, within?: Style): void {
  for (const child of parent.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'h' || child.name === 'p') {
      const named = styled(attributeOf(child, 'style-name') ?? '');
      const level = Number(attributeOf(child, 'outline-level') ?? 1);
      const style: Named = child.name === 'h' ? { kind: 'heading', level } : named.kind === 'paragraph' ? (within ?? named) : named;
      const notes = writeWords(child, writer, style, pictures);
      writer.end(style, named.role === undefined ? {} : { role: named.role });
      for (const { xml, note } of notes) {
        const from = writer.blocks.length;
        writeAll(xml, writer, styled, pictures);
        if (note !== undefined) writer.name(from, note);
      }
    } else if (child.name === 'list-item' || child.name === 'list-header') writeAll(child, writer, styled, pictures, { kind: 'list-item' });
    else if (child.name === 'table-row') writeRow(child, writer, styled, pictures, parent.name === 'table-header-rows');
    else if (!/^(?:tracked-changes|sequence-decls|forms|annotation)$/.test(child.name)) writeAll(child, writer, styled, pictures, within);
  }
}

/** The words of a paragraph; its notes and boxes of text, to stand after it. */
function writeWords(paragraph: Xml, writer: BlockWriter, style: Style, pictures: Pictures): { xml: Xml; note?: string }[] {
  const apart: { xml: Xml; note?: string }[] = [];
  const walk = (xml: Xml): void => {
    for (const child of xml.children) {
      if (typeof child === 'string') writer.add(child);
      else if (child.name === 's' || child.name === 'tab') writer.add(' ');
      else if (child.name === 'line-break') writer.end(style);
      else if (child.name === 'image') {
        const picture = pictures(attributeOf(child, 'href') ?? '');
        const alt = wordsOf(xml, 'desc', 'title');
        if (picture) writer.show({ ...picture, ...(alt ? { alt } : {}) });
      } else if (child.name === 'desc' || child.name === 'title') continue;
      else if (child.name === 'text-box') apart.push({ xml: child });
      else if (child.name === 'note') {
        const note = attributeOf(child, 'id') ?? `note-${wordsOf(child, 'note-citation') ?? ''}`;
        writer.mark(writer.place, note);
        for (const xml of childrenOf(child, 'note-body')) apart.push({ xml, note });
      } else if (child.name === 'a') {
        const start = writer.place;
        walk(child);
        writer.link(start, webAddress(attributeOf(child, 'href')));
      } else if (child.name !== 'annotation') walk(child);
    }
  };
  walk(paragraph);
  return apart;
}

function writeRow(row: Xml, writer: BlockWriter, styled: (name: string) => Named, pictures: Pictures, header: boolean): void {
  const cells = childrenOf(row, 'table-cell').map((cell) => {
    const inner = new BlockWriter();
    writeAll(cell, inner, styled, pictures);
    return inner.whole();
  });
  writer.row(cells, header);
}
