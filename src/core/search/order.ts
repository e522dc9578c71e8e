// The order of a list and of what a search finds: what the catalogue says of its rows.
import type { DatabaseSync } from 'node:sqlite';
import type { Filters, ListSort } from '#contract/search.ts';
import type { SearchIndex } from './search-index.ts';
import type { RowSet } from './segments/row-set.ts';

/** As SQL over the table `items`; each has an index that begins with the state. */
export const orders: Readonly<Record<ListSort, string>> = {
  captured: 'items.captured DESC, items.id DESC',
  // Without a date last, either way: in SQLite NULL is less than any value.
  newest: 'items.date DESC, items.id DESC',
  oldest: 'items.date ASC NULLS LAST, items.id ASC',
  'first-captured': 'items.captured ASC, items.id ASC',
  title: 'items.filing ASC, items.id ASC',
  'title-back': 'items.filing DESC, items.id DESC',
  source: 'items.source ASC NULLS LAST, items.date DESC, items.id ASC',
  'source-back': 'items.source DESC NULLS LAST, items.date DESC, items.id ASC',
};

export type Stretch = { readonly offset: number; readonly limit: number };

/** What sorting a row takes, in rows walked over in the order of an index. */
const SORTING = 2;
const CHECKED = 1000;

/**
 * A stretch of rows that are all of one state, those of the first set before those of the second. Few rows among many are
 * sorted; of many the walk along the index soon meets enough.
 */
export function rowsInOrder(
  { db, facets }: Pick<SearchIndex, 'db' | 'facets'>,
  sets: readonly RowSet[],
  { sort, state = 'active' }: { sort: ListSort; state?: Filters['state'] },
  { offset, limit }: Stretch,
  check: () => void = () => {},
): number[] {
  const all = facets.rows('state', state).size;
  const found: number[] = [];
  let skip = offset;
  for (const set of sets) {
    const { size } = set;
    const wanted = Math.min(size, skip + limit - found.length);
    if (wanted > skip) {
      const walked = wanted * (all / size) < size * SORTING ? walk(db, set, { sort, state }, wanted, check) : sorted(db, set, sort, wanted);
      for (const row of walked.slice(skip)) found.push(row);
    }
    skip = Math.max(0, skip - size);
  }
  return found;
}

function walk(
  db: DatabaseSync,
  set: RowSet,
  { sort, state }: { sort: ListSort; state: string },
  wanted: number,
  check: () => void,
): number[] {
  const rows: number[] = [];
  let seen = 0;
  for (const { row } of db.prepare(`SELECT row FROM items WHERE state = ? ORDER BY ${orders[sort]}`).iterate(state)) {
    if (++seen % CHECKED === 0) check();
    if (!set.has(row as number)) continue;
    rows.push(row as number);
    if (rows.length === wanted) break;
  }
  return rows;
}

function sorted(db: DatabaseSync, set: RowSet, sort: ListSort, wanted: number): number[] {
  const sql = `SELECT items.row AS row FROM json_each(?) JOIN items ON items.row = json_each.value ORDER BY ${orders[sort]} LIMIT ?`;
  return db
    .prepare(sql)
    .all(JSON.stringify([...set]), wanted)
    .map(({ row }) => row as number);
}
