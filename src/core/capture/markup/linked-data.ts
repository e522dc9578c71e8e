// What a page says of its article in JSON-LD (schema.org). Broken data is passed over.
import type { DomDocument } from './dom.ts';
import { withoutReferences } from './references.ts';

export type LinkedArticle = {
  readonly headline?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly authors: readonly string[];
  readonly publisher?: string;
  readonly url?: string;
  readonly keywords: readonly string[];
  readonly body?: string;
};

const MOST = 400;
const kinds = /(?:article|posting|report|review)$/i;

export function linkedArticle(page: DomDocument): LinkedArticle | undefined {
  for (const script of page.querySelectorAll('script')) {
    const found = articleIn(parse(script.textContent));
    if (found) return found;
  }
  return undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(
      text
        .trim()
        .replace(/^<!--|-->$/g, '')
        .replace(/[\u0000-\u001f]/g, ' '),
    );
  } catch {
    return undefined;
  }
}

/** Breadth first, so that the page's own article comes before those it mentions. */
function articleIn(data: unknown): LinkedArticle | undefined {
  const queue: unknown[] = [data];
  for (let at = 0; at < queue.length && at < MOST; at++) {
    const one = queue[at];
    if (Array.isArray(one)) queue.push(...one.slice(0, MOST));
    else if (one !== null && typeof one === 'object') {
      const record = one as Record<string, unknown>;
      if (
        list(record['@type']).some((kind) => typeof kind === 'string' && kinds.test(kind)) &&
        words(record['headline'] ?? record['name'])
      ) {
        return read(record);
      }
      queue.push(record['@graph'], record['mainEntity']);
    }
  }
  return undefined;
}

function read(record: Record<string, unknown>): LinkedArticle {
  const some = (key: string, value: unknown) => (words(value) ? { [key]: words(value) } : {});
  const keywords = list(record['keywords']).flatMap((one) => words(one)?.split(/[,،]/) ?? []);
  return {
    ...some('headline', record['headline'] ?? record['name']),
    ...some('published', record['datePublished'] ?? record['dateCreated']),
    ...some('updated', record['dateModified']),
    ...some('publisher', nameOf(record['publisher'])),
    ...some('url', record['url'] ?? idOf(record['mainEntityOfPage'])),
    ...some('body', record['articleBody']),
    authors: list(record['author']).flatMap((one) => nameOf(one) ?? []),
    keywords: keywords.map((one) => one.trim()).filter(Boolean),
  };
}

const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value.slice(0, MOST) : value === undefined || value === null ? [] : [value];
const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? withoutReferences(value.trim()) : undefined;
const nameOf = (value: unknown): string | undefined =>
  words(value) ?? (value !== null && typeof value === 'object' ? words(list((value as { name?: unknown }).name)[0]) : undefined);
const idOf = (value: unknown): string | undefined =>
  words(value) ?? (value !== null && typeof value === 'object' ? words((value as { '@id'?: unknown })['@id']) : undefined);
