// Lists, facets and word search over the derived index.
import type { DatabaseSync } from 'node:sqlite';
import { itemStates, type ItemSummary, itemSummarySchema } from '#contract/item.ts';
import type { Facets, Filters, ListQuery } from '#contract/search.ts';
import { DamagedRow } from './database.ts';
import { conditionOf } from './filters.ts';
import { orders } from './order.ts';
import type { SearchIndex } from './search-index.ts';
import type { RowSet } from './segments/row-set.ts';

export function listItems(db: DatabaseSync, query: ListQuery): { total: number; items: ItemSummary[] } {
  const { sql, values } = conditionOf(query);
  const total = db.prepare(`SELECT count(*) AS n FROM items WHERE ${sql}`).get(...values)!['n'] as number;
  const rows = db
    .prepare(`SELECT summary FROM items JOIN summaries USING (row) WHERE ${sql} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`)
    .all(...values, query.limit, query.offset);
  return { total, items: rows.map((row) => summaryOf(row['summary'])) };
}

function summaryOf(text: unknown): ItemSummary {
  try {
    return itemSummarySchema.parse(JSON.parse(text as string));
  } catch (cause) {
    throw new DamagedRow('a summary cannot be read', { cause });
  }
}

/** From a row of the index to the item's identifier. */
export function idsByRow(db: DatabaseSync): (row: number) => string | undefined {
  const find = db.prepare('SELECT id FROM items WHERE row = ?');
  return (row) => find.get(row)?.['id'] as string | undefined;
}

/** Tags of the articles that are not in the trash, the most used first. */
export function countTags(db: DatabaseSync): { tag: string; count: number }[] {
  const sql = `SELECT tag, count(*) AS count FROM item_tags JOIN items ON items.row = item_tags.row
    WHERE items.state = 'active' GROUP BY tag ORDER BY count DESC, tag`;
  return db.prepare(sql).all() as { tag: string; count: number }[];
}

/** Identifiers of everything the filters let through, in list order. */
export function* listIds(db: DatabaseSync, filters: Filters, sort: ListQuery['sort'] = 'captured'): Generator<string> {
  const { sql, values } = conditionOf(filters);
  for (const row of db.prepare(`SELECT id FROM items WHERE ${sql} ORDER BY ${orders[sort]}`).all(...values)) yield row['id'] as string;
}

const counted = ['tag', 'source', 'year', 'month', 'collection', 'language'] as const;

/** Identifiers of a stretch of a list. */
export function idsIn(db: DatabaseSync, query: ListQuery): string[] {
  const { sql, values } = conditionOf(query);
  const rows = db
    .prepare(`SELECT id FROM items WHERE ${sql} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`)
    .all(...values, query.limit, query.offset);
  return rows.map((row) => row['id'] as string);
}

/** Filters whose values are alternatives, by their facets. */
const alternatives = { source: 'sources', year: 'years', collection: 'collections', language: 'languages' } as const;

/**
 * Counts for rows, most frequent first; years by their number. `among` gives the rows for other filters; with `beside` it is
 * asked for each filter that is chosen, as though it were not.
 */
export function countFacets(
  { facets }: Pick<SearchIndex, 'facets'>,
  asked: Filters & { beside: boolean },
  among: (filters: Filters) => RowSet,
): Facets {
  const rows = among(asked);
  const counts = facets.count(rows, counted);
  for (const [facet, filter] of Object.entries(alternatives) as [
    keyof typeof alternatives,
    (typeof alternatives)[keyof typeof alternatives],
  ][]) {
    if (asked.beside && asked[filter]?.length) counts[facet] = facets.count(among({ ...asked, [filter]: undefined }), [facet])[facet];
  }
  const { tag, source, year, month, collection, language } = counts;
  const here = asked.state ?? 'active';
  const state = itemStates.map((value) => ({ value, count: value === here ? rows.size : among({ ...asked, state: value }).size }));
  const latest = (a: { value: string }, b: { value: string }): number => (a.value < b.value ? 1 : -1);
  return { tag, source, year: year.sort(latest), month: month.sort(latest), collection, language, state };
}
