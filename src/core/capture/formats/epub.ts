// EPUB: the chapters in the order of the spine, as one text.
import type { Block } from '#contract/item.ts';
import { Failure } from '#contract/errors.ts';
import { documentDraft } from '../document.ts';
import { type OfficeParts, officeParts } from '../containers/zip.ts';
import { blocksOf } from '../markup/blocks.ts';
import { parsePage } from '../markup/dom.ts';
import { pictureFinder } from '../markup/page-pictures.ts';
import { openShelf, type PictureSource } from '../pictures.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, textOf, wordsOf } from '../markup/xml.ts';
import type { Draft, Source } from './format.types.ts';

export const read = async ({ bytes, path }: Source): Promise<Draft[]> => {
  const part = await officeParts(bytes, path, 'EPUB', 'META-INF/container.xml');
  const rootfile = descendantsOf(parseXml((await part('META-INF/container.xml')) ?? ''), 'rootfile')[0];
  const opf = attributeOf(rootfile, 'full-path') ?? '';
  const pack = childOf(parseXml((await part(opf)) ?? ''), 'package');
  if (!pack) throw new Failure('capture.damaged', { path, format: 'EPUB' });
  const meta = childOf(pack, 'metadata');
  const folder = opf.includes('/') ? opf.slice(0, opf.lastIndexOf('/') + 1) : '';
  const manifest = new Map(childrenOf(childOf(pack, 'manifest'), 'item').map((item) => [attributeOf(item, 'id') ?? '', item]));
  const title = wordsOf(meta, 'title');
  const body: Block[] = [];
  const shelf = openShelf();
  for (const reference of childrenOf(childOf(pack, 'spine'), 'itemref')) {
    const item = manifest.get(attributeOf(reference, 'idref') ?? '');
    const href = attributeOf(item, 'href');
    if (href === undefined || attributeOf(item, 'properties')?.split(' ').includes('nav')) continue;
    const chapter = folder + decoded(href);
    const markup = (await part(chapter)) ?? '';
    const along = await picturesOf(markup, chapter, part);
    body.push(...blocksOf(parsePage(markup).documentElement, { picture: pictureFinder(shelf, [], along, undefined) }));
  }
  const words = (name: string): string[] => childrenOf(meta, name).map((one) => textOf(one).trim());
  // The title page that converters add, and the headline again.
  while (body[0] && !body[0].picture && (body[0].text === title || words('creator').includes(body[0].text))) body.shift();
  return [
    documentDraft({
      title,
      body,
      creators: words('creator'),
      source: wordsOf(meta, 'publisher'),
      published: wordsOf(meta, 'date'),
      tags: words('subject'),
      language: wordsOf(meta, 'language'),
      pictures: shelf.pictures,
    }),
  ];
};

/** Pictures that a chapter shows, by their addresses in it. */
async function picturesOf(markup: string, chapter: string, part: OfficeParts): Promise<PictureSource> {
  const found = new Map<string, Uint8Array>();
  for (const [, address = ''] of markup.matchAll(/<img\b[^>]*?\ssrc\s*=\s*["']([^"']+)["']/gi)) {
    const place = URL.parse(address, `https://book/${encodeURI(chapter)}`);
    const bytes = place?.host === 'book' ? await part.bytes(decoded(place.pathname.slice(1))) : undefined;
    if (bytes) found.set(address, bytes);
  }
  return (address) => {
    const bytes = found.get(address);
    return bytes && { bytes };
  };
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href.split('#')[0]!);
  } catch {
    return href;
  }
}
