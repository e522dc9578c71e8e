// The row of a record in the catalogue: what lists, sorts, filters and facets ask for. Pure.
import { filingDate, type Item, type ItemSummary } from '#contract/item.ts';
import { withParents } from '#contract/hierarchy.ts';
import { formsOf } from '../arabic/tokens.ts';
import { pageOf } from '../capture/page-address.ts';
import { type HasValue, hasValues } from './query/fields.ts';

/** Columns of the table `items` that come from the record. */
export const columns = ['state', 'title', 'filing', 'source', 'language', 'date', 'year', 'published', 'captured', 'bytes'] as const;

export type Row = RowFacts & {
  /** The record without its text, as JSON, laid out in any way. */
  readonly summary: string | Uint8Array;
};

export type RowFacts = {
  readonly id: string;
  /** In the order of `columns`. */
  readonly values: readonly (string | number | null)[];
  readonly language: string;
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly creators: readonly string[];
  readonly has: readonly HasValue[];
  /** By what else it is known: SHA-256 of its files, and `page:` with the address of the page that it was read from. */
  readonly originals: readonly string[];
};

/** What is counted over a result, and what the fields of a query name. */
export const facetNames = ['state', 'source', 'year', 'month', 'tag', 'collection', 'language', 'author', 'has'] as const;
export type FacetName = (typeof facetNames)[number];

/** The text is no part of it. */
export function rowOf(item: Item): Row {
  const { body: _, ...summary } = item;
  return { ...rowFactsOf(summary), summary: JSON.stringify(summary) };
}

export function rowFactsOf(summary: ItemSummary): RowFacts {
  const { id, language, tags, collections, creators, files } = summary;
  const page = pageOf(summary);
  return {
    id,
    values: valuesOf(summary),
    language,
    tags,
    collections,
    creators,
    has: hasOf(summary),
    originals: [...files.map(({ sha256 }) => sha256), ...(page === undefined ? [] : [`page:${page}`])],
  };
}

const valueOf = ({ values }: RowFacts, column: (typeof columns)[number]): string | undefined =>
  (values[columns.indexOf(column)] as string | null) ?? undefined;

/** Threads send rows by the thousand, so what follows from the rest of a row is no part of it. */
export function facetsOf(row: RowFacts): Readonly<Record<FacetName, readonly string[]>> {
  const { tags, collections, creators, language, has } = row;
  const source = valueOf(row, 'source');
  const filed = valueOf(row, 'date');
  const beginning = (pattern: RegExp): string[] => filed?.match(pattern)?.slice(0, 1) ?? [];
  return {
    state: [valueOf(row, 'state')!],
    source: source ? [source] : [],
    year: beginning(/^\d{4}/),
    month: beginning(/^\d{4}-\d{2}/),
    // What names a tag finds what lies within it, and counts it once.
    tag: withParents(tags),
    collection: withParents(collections),
    language: [language],
    author: [...new Set(creators)],
    has,
  };
}

function hasOf({ files, dates, source, creators, tags, notes, collections, url, conflicts, annotations }: ItemSummary): HasValue[] {
  const present: Record<HasValue, boolean> = {
    original: files.length > 0,
    date: filingDate(dates) !== undefined,
    source: source !== undefined && source !== '',
    author: creators.length > 0,
    tags: tags.length > 0,
    notes: notes.trim() !== '',
    collection: collections.length > 0,
    url: url !== undefined && url !== '',
    conflict: (conflicts?.length ?? 0) > 0,
    annotations: (annotations?.length ?? 0) > 0,
  };
  return hasValues.filter((value) => present[value]);
}

function valuesOf(summary: ItemSummary): Row['values'] {
  const filed = filingDate(summary.dates)?.date.value ?? null;
  return [
    summary.state,
    summary.title,
    filingTitle(summary.title),
    summary.source ?? null,
    summary.language,
    filed,
    filed?.match(/^\d{4}/)?.[0] ?? null,
    summary.dates.published?.value ?? null,
    summary.dates.captured?.value ?? null,
    summary.files.reduce((sum, file) => sum + file.bytes, 0),
  ];
}

/** Titles are filed by their letters, without the article ال, as a card catalogue files them. */
function filingTitle(title: string): string {
  return formsOf(title.slice(0, 400))
    .slice(0, 12)
    .map(({ folded }) => folded.replace(/^ال(?=..)/u, ''))
    .join(' ');
}
