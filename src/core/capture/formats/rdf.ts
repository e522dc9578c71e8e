// Zotero RDF: items with Dublin Core, PRISM and bib terms; journals, notes and files beside them.
import { decodeDeclared } from '../declared.ts';
import { draftOfReference, spokenName } from '../reference.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, elementsOf, parseXml, textOf, wordsOf, type Xml } from '../markup/xml.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decodeDeclared(bytes, path, encoding);
  const root = childOf(parseXml(text), 'RDF');
  const nodes = root ? elementsOf(root) : [];
  const about = new Map(nodes.map((node) => [attributeOf(node, 'about') ?? attributeOf(node, 'ID') ?? '', node]));
  const items = nodes.filter(
    (node) =>
      !/^(?:Journal|Periodical|Series|Memo|Attachment|Collection|File)$/.test(node.name) && wordsOf(node, 'itemType') !== 'attachment',
  );
  return items
    .filter((item) => childOf(item, 'title') ?? childOf(item, 'itemType'))
    .map((item, i) => ({ ...draftOf(item, about), part: String(i + 1), encoding: found }));
};

function draftOf(item: Xml, about: ReadonlyMap<string, Xml>): Draft {
  const parts = childrenOf(item, 'isPartOf').map((part) => elementsOf(part)[0] ?? about.get(attributeOf(part, 'resource') ?? ''));
  const host = parts.find((part) => part !== undefined && childOf(part, 'title') !== undefined) ?? parts[0];
  const people = (role: string): string[] =>
    descendantsOf(childOf(item, role) ?? item, 'Person').map((one) =>
      spokenName(wordsOf(one, 'surname'), wordsOf(one, 'givenName', 'givenname')),
    );
  const publisher = childOf(item, 'publisher');
  const subjects = childrenOf(item, 'subject').map((one) =>
    (descendantsOf(one, 'value')[0] ? textOf(descendantsOf(one, 'value')[0]) : textOf(one)).trim(),
  );
  const identifiers = [item, host].flatMap((one) => childrenOf(one, 'identifier'));
  const numbered = (label: string): string | undefined =>
    identifiers
      .map((one) => textOf(one).trim())
      .find((one) => one.toUpperCase().startsWith(label))
      ?.slice(label.length)
      .trim();
  return draftOfReference({
    title: wordsOf(item, 'title'),
    creators: childOf(item, 'authors') ? people('authors') : childrenOf(item, 'creator').map((one) => textOf(one).trim()),
    container: wordsOf(host, 'title'),
    publisher: publisher && (textOf(descendantsOf(publisher, 'name')[0]).trim() || undefined),
    date: wordsOf(item, 'date') ?? wordsOf(host, 'date'),
    url: identifiers
      .flatMap((one) => descendantsOf(one, 'value'))
      .map((one) => textOf(one).trim())
      .find((one) => /^https?:/.test(one)),
    tags: subjects,
    language: wordsOf(item, 'language'),
    abstract: wordsOf(item, 'abstract'),
    notes: wordsOf(item, 'description'),
    rest: {
      type: wordsOf(item, 'itemType') ?? item.name,
      volume: wordsOf(host, 'volume') ?? wordsOf(item, 'volume'),
      issue: wordsOf(host, 'number') ?? wordsOf(item, 'number'),
      page: wordsOf(item, 'pages'),
      'publisher-place': publisher && textOf(descendantsOf(publisher, 'locality')[0]).trim(),
      editor: childOf(item, 'editors') ? people('editors').join('؛ ') : undefined,
      ISBN: numbered('ISBN'),
      ISSN: numbered('ISSN'),
      DOI: numbered('DOI'),
    },
  });
}
