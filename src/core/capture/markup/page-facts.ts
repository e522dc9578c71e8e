// What a page says of itself in its head: title, dates, author, source, address.
import { findDate } from '../../arabic/dates.ts';
import { named } from '../document.ts';
import { foldedWords } from '../lines.ts';
import { oneLine } from '../legible.ts';
import { isPerson, withoutPlace } from '../persons.ts';
import { furnitureRule } from '../recognise.ts';
import { lineOf } from './article-blocks.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { isOverhead } from './page-head.ts';
import { linkedArticle } from './linked-data.ts';
import { withoutReferences } from './references.ts';
import { divider, signedBy, siteOf } from './page-signature.ts';

export type PageFacts = {
  readonly title?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly creators: readonly string[];
  readonly source?: string | undefined;
  readonly url?: string | undefined;
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  /** Paragraphs from the page's data, for a page that scripts would have built. */
  readonly body?: string | undefined;
};

export function factsOf(page: DomDocument): PageFacts {
  const linked = linkedArticle(page);
  const meta = metaOf(page);
  const first = (...names: string[]): string | undefined => names.map((name) => meta.get(name)?.[0]).find(Boolean);
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined;
  const creators = linked?.authors.length
    ? linked.authors
    : [first('author', 'article:author', 'dc.creator', 'dcterms.creator') ?? signedBy(page) ?? ''];
  const timed = [...page.querySelectorAll('time[datetime]')]
    .filter((time) => !isOverhead(time))
    .map((time) => time.getAttribute('datetime')!)
    .find((value) => /^\d{4}-/.test(value));
  const said = first('og:site_name', 'application-name', 'dc.publisher') ?? linked?.publisher ?? publisherOf(page);
  const title = titleOf(page, [linked?.headline, first('og:title', 'twitter:title', 'dc.title', 'title')], said);
  const source = said ?? siteOf(page, title);
  return {
    title,
    published: firstDate(
      linked?.published,
      first('article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created'),
      first('pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date', 'article.published', 'nastooh.publishdate'),
      itemDate(page, 'datePublished'),
      page.querySelector('.published[title]')?.getAttribute('title') ?? undefined,
      timed,
    ),
    updated: firstDate(
      linked?.updated,
      first('article:modified_time', 'og:updated_time', 'last-modified', 'dcterms.modified'),
      itemDate(page, 'dateModified'),
    ),
    creators: creators
      .map((name) => withoutPlace(oneLine(name)))
      .filter((name) => name !== '' && !/^https?:/.test(name) && isPerson(name) && !(source && name.includes(source))),
    source,
    url: first('warraq:url') ?? canonical ?? first('og:url') ?? linked?.url,
    tags: unique([...(meta.get('article:tag') ?? []), ...(linked?.keywords ?? []), first('news_keywords', 'keywords') ?? '']),
    language: first('warraq:lang'),
    body: linked?.body,
  };
}

const unique = (words: string[]): string[] =>
  [
    ...new Set(
      words
        .flatMap((one) => one.split(/[,،;؛]/))
        .map(oneLine)
        .filter((word) => word !== '' && word.length < 60),
    ),
  ].slice(0, 30);

function metaOf(page: DomDocument): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const meta of page.querySelectorAll('meta')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop'))?.toLowerCase().trim();
    const content = meta.getAttribute('content')?.trim();
    if (!name || !content) continue;
    found.set(name, [...(found.get(name) ?? []), withoutReferences(content)]);
  }
  return found;
}

const isDated = (words: string): boolean => /^\d{4}(?:-\d{2}){0,2}(?:$|[T\s])/.test(words.trim()) || findDate(words) !== undefined;
const firstDate = (...words: (string | undefined)[]): string | undefined => words.find((one) => one !== undefined && isDated(one));

function itemDate(page: DomDocument, name: string): string | undefined {
  const element = page.querySelector(`[itemprop="${name}"]`);
  return element?.getAttribute('content') ?? element?.getAttribute('datetime') ?? element?.textContent;
}

const publisherOf = (page: DomDocument): string | undefined => {
  const name = page.querySelector('[itemprop="publisher"] [itemprop="name"]');
  return oneLine(name?.getAttribute('content') ?? name?.textContent ?? '') || undefined;
};

/** What can be a headline, not the name of a site or a section. */
const HEADLINE_WORDS = 4;

/** The headline on the page that its title or data confirm; else what they say, without the name of the site. */
function titleOf(page: DomDocument, said: readonly (string | undefined)[], source: string | undefined): string | undefined {
  const window = titled(page.querySelector('title')?.textContent ?? '');
  const data = said.map((one) => titled(one ?? '')).filter(Boolean);
  const stated = [...data, window].filter(Boolean);
  const headings = [...page.querySelectorAll('h1'), ...page.querySelectorAll('[itemprop="headline"]')].map(headingText).filter(Boolean);
  const others = [...page.querySelectorAll('h2'), ...page.querySelectorAll('h3')].slice(0, 20).map(headingText);
  const confirmed = headings.filter((heading) => heading !== source && stated.some((one) => holds(one, heading)));
  const best = confirmed.sort((a, b) => b.length - a.length)[0];
  // A first heading that only the window's title holds may be the name of the site; one that is all of what the data say is not.
  if (best && !data.some((one) => holds(one, best))) {
    const whole = others.find((heading) => data.some((one) => isSame(one, heading)));
    if (whole) return whole;
  }
  if (best) return best;
  const other = others.find((heading) => foldedWords(heading).length >= HEADLINE_WORDS && stated.some((one) => holds(one, heading)));
  if (other) return other;
  if (data[0]) return withoutSite(data[0], source);
  const [only] = headings;
  const isNamedBySite = foldedWords(window).length < HEADLINE_WORDS && headings.length === 1 && foldedWords(only!).length >= HEADLINE_WORDS;
  return window && !isNamedBySite ? withoutSite(window, source) : only;
}

/** A title that says something: not «Untitled», and not «طباعة», as views for the printer have it. */
function titled(text: string): string {
  const title = oneLine(text);
  return named(title) && furnitureRule(lineOf(title)) !== 'furniture' ? title : '';
}

const headingText = (heading: DomElement): string => oneLine(heading.textContent);
const isSame = (one: string, other: string): boolean => foldedWords(one).join(' ') === foldedWords(other).join(' ');

const holds = (outer: string, inner: string): boolean => {
  const words = foldedWords(inner).join(' ');
  return words !== '' && ` ${foldedWords(outer).join(' ')} `.includes(` ${words} `);
};

/** «العنوان | الجريدة»: the side that is the site's name goes; of others the longest stays. */
function withoutSite(title: string, source: string | undefined): string {
  const parts = title.split(divider).filter(Boolean);
  if (parts.length < 2) return title;
  const kept = parts.filter((part) => part !== source);
  if (kept.length < parts.length && kept.length > 0) return title.startsWith(parts[0]!) && kept.length === 1 ? kept[0]! : kept.join(' - ');
  const longest = parts.toSorted((a, b) => b.length - a.length)[0]!;
  return foldedWords(longest).length >= 4 ? longest : title;
}
