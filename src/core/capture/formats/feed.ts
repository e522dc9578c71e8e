// Feeds: RSS 0.9–2.0, Atom (RFC 4287), a blog's export (WXR). Each entry is an article.
import { decodeDeclared } from '../declared.ts';
import { webAddress } from '../finish.ts';
import { blocksOfMarkup, blocksOfWords } from '../markup/plain-blocks.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, parseXml, textOf, wordsOf, type Xml } from '../markup/xml.ts';
import type { Draft, Source } from './format.types.ts';

export const read = ({ bytes, path, encoding }: Source): Draft[] => {
  const decoded = decodeDeclared(bytes, path, encoding);
  const root = parseXml(decoded.text);
  const feed = childOf(root, 'feed');
  const about = feed ?? descendantsOf(root, 'channel')[0];
  const shared = { source: title(about), language: wordsOf(about, 'language') ?? attributeOf(feed, 'lang'), encoding: decoded.record };
  const entries = feed ? childrenOf(feed, 'entry').filter(isPost).map(entryOf) : descendantsOf(root, 'item').filter(isArticle).map(itemOf);
  return entries.map((entry, i) => ({ ...shared, ...entry, part: entry.url ?? String(i + 1), wordless: entry.title !== undefined }));
};

/** Titles are text that may be marked up, or marked up twice. */
function title(xml: Xml | undefined): string | undefined {
  const words = wordsOf(xml, 'title');
  return words !== undefined && /<[a-z!/]|&[a-z#]/i.test(words)
    ? blocksOfMarkup(words)
        .map((block) => block.text)
        .join(' ')
    : words;
}

/** A blog's export holds pictures, menus and pages beside its articles. */
const isArticle = (item: Xml): boolean => /^(?:post|page)?$/.test(wordsOf(item, 'post_type') ?? '');

const isKind = (category: Xml): boolean => (attributeOf(category, 'scheme') ?? '').endsWith('#kind');

/** An export of Blogger holds settings, templates and comments as entries of other kinds. */
const isPost = (entry: Xml): boolean =>
  childrenOf(entry, 'category').every((one) => !isKind(one) || /#(?:post|page)$/.test(attributeOf(one, 'term') ?? ''));

function itemOf(item: Xml): Draft {
  const url = webAddress(wordsOf(item, 'link')) ?? webAddress(wordsOf(item, 'guid'));
  const encoded = childrenOf(item, 'encoded').find((one) => one.prefix !== 'excerpt');
  const words = textOf(encoded).trim() || textOf(childOf(item, 'description')).trim();
  return {
    title: title(item),
    body: blocksOfWords(words, url),
    creators: [...childrenOf(item, 'creator'), ...childrenOf(item, 'author')].map((one) => textOf(one).trim()),
    url,
    published: wordsOf(item, 'pubDate', 'date', 'post_date'),
    tags: childrenOf(item, 'category').map((one) => textOf(one).trim()),
  };
}

function entryOf(entry: Xml): Draft {
  const links = childrenOf(entry, 'link');
  const url = webAddress(attributeOf(links.find((link) => (attributeOf(link, 'rel') ?? 'alternate') === 'alternate') ?? links[0], 'href'));
  const content = childOf(entry, 'content') ?? childOf(entry, 'summary');
  return {
    title: title(entry),
    body: attributeOf(content, 'type') === 'xhtml' ? blocksOfMarkup(markupOf(content!)) : blocksOfWords(textOf(content).trim(), url),
    creators: childrenOf(entry, 'author').map((author) => wordsOf(author, 'name') ?? ''),
    url,
    published: wordsOf(entry, 'published', 'issued') ?? wordsOf(entry, 'updated'),
    updated: wordsOf(entry, 'updated', 'modified'),
    tags: childrenOf(entry, 'category')
      .filter((one) => !isKind(one))
      .map((one) => attributeOf(one, 'label') ?? attributeOf(one, 'term') ?? ''),
  };
}

/** Marked up content that stands in the feed as elements. */
function markupOf(xml: Xml): string {
  const inside = xml.children
    .map((child) => (typeof child === 'string' ? child.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : markupOf(child)))
    .join('');
  return /^(?:p|div|h[1-6]|ul|ol|li|blockquote|br|table|tr|td|th|figcaption)$/.test(xml.name)
    ? `<${xml.name}>${inside}</${xml.name}>`
    : inside;
}
