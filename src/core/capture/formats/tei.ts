// TEI P5: a text, or an issue of a periodical, as one article with what its header says of it.
import { decodeDeclared } from '../declared.ts';
import { inArabic, nameOf, scholarlyBlocks } from '../markup/scholarly-blocks.ts';
import { filled } from '../reference.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, lineIn, parseXml, textOf, type Xml } from '../markup/xml.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decodeDeclared(bytes, path, encoding);
  const documents = descendantsOf(parseXml(text), 'TEI', 'TEI.2').filter((one) => childOf(one, 'text'));
  return documents.map((one, at) => ({ ...draftOf(one), ...(documents.length > 1 ? { part: String(at + 1) } : {}), encoding: found }));
};

function draftOf(document: Xml): Draft {
  const description = childOf(childOf(document, 'teiHeader'), 'fileDesc');
  const statement = childOf(description, 'titleStmt');
  const printed = childOf(description, 'sourceDesc');
  const host = printed && descendantsOf(printed, 'monogr')[0];
  const titles = childrenOf(statement, 'title').filter((one) => attributeOf(one, 'type') !== 'sub');
  const dates = descendantsOf(host ?? childOf(description, 'publicationStmt') ?? document, 'date');
  const scope = (unit: string): string | undefined => {
    const found = host && descendantsOf(host, 'biblScope').find((one) => (attributeOf(one, 'unit') ?? attributeOf(one, 'type')) === unit);
    return attributeOf(found, 'from') ?? textOf(found);
  };
  return {
    title: lineIn(inArabic(titles)) || undefined,
    body: scholarlyBlocks([childOf(document, 'text')]),
    creators: childrenOf(statement, 'author').map((author) => nameOf(inArabic(childrenOf(author, 'persName', 'name')) ?? author)),
    source: lineIn(inArabic(childrenOf(host, 'title').filter((one) => attributeOf(one, 'level') === 'j'))) || undefined,
    published: dates.map((date) => attributeOf(date, 'when') ?? textOf(date).trim()).find(Boolean),
    reference: filled({ volume: scope('volume'), issue: scope('issue') }),
  };
}
