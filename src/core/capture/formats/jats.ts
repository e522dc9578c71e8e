// JATS (NISO Z39.96): an article of a journal, with what its front matter says of it.
import { decodeDeclared } from '../declared.ts';
import { nameOf, scholarlyBlocks } from '../markup/scholarly-blocks.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, textOf, wordsOf, type Xml } from '../markup/xml.ts';
import { filled, partialDate } from '../reference.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const { text, record: found } = decodeDeclared(bytes, path, encoding);
  return descendantsOf(parseXml(text), 'article').map((one) => ({ ...draftOf(one), encoding: found }));
};

function draftOf(article: Xml): Draft {
  const front = childOf(article, 'front');
  const meta = childOf(front, 'article-meta');
  const journal = childOf(front, 'journal-meta');
  const names = descendantsOf(meta ?? article, 'contrib')
    .filter((one) => (attributeOf(one, 'contrib-type') ?? 'author') === 'author')
    .map((one) => nameOf(childOf(one, 'name', 'string-name', 'collab') ?? descendantsOf(one, 'name')[0]));
  const date = childOf(meta, 'pub-date');
  return {
    title: wordsOf(childOf(meta, 'title-group'), 'article-title'),
    body: scholarlyBlocks([childOf(meta, 'abstract'), childOf(article, 'body'), childOf(article, 'back')]),
    creators: names,
    source: wordsOf(childOf(journal, 'journal-title-group') ?? journal, 'journal-title'),
    published: partialDate(wordsOf(date, 'year'), wordsOf(date, 'month'), wordsOf(date, 'day')),
    tags: childrenOf(meta, 'kwd-group').flatMap((group) => childrenOf(group, 'kwd').map((one) => textOf(one).trim())),
    language: attributeOf(article, 'lang'),
    reference: filled({
      volume: wordsOf(meta, 'volume'),
      issue: wordsOf(meta, 'issue'),
      page: pagesOf(meta),
      DOI: identifierOf(meta),
    }),
  };
}

const pagesOf = (meta: Xml | undefined): string => [wordsOf(meta, 'fpage'), wordsOf(meta, 'lpage')].filter(Boolean).join('-');
const identifierOf = (meta: Xml | undefined): string =>
  textOf(childrenOf(meta, 'article-id').find((one) => attributeOf(one, 'pub-id-type') === 'doi'));
