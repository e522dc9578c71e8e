// Lists, facets and word search over the derived index.
import type { DatabaseSync } from 'node:sqlite';
import { type ItemSummary, itemSummarySchema } from '#contract/item.ts';
import type { Facets, Filters, ListQuery } from '#contract/search.ts';
import { DamagedRow } from './database.ts';
import { type Condition, conditionOf } from './filters.ts';
import type { Clause, ParsedQuery } from './query.ts';

const orders: Record<ListQuery['sort'], string> = {
  captured: 'items.captured DESC, items.id DESC',
  // Without a date last, either way: in SQLite NULL is less than any value.
  newest: 'items.date DESC, items.id DESC',
  oldest: 'items.date IS NULL, items.date ASC, items.id ASC',
  title: 'items.filing ASC, items.id ASC',
  source: 'items.source IS NULL, items.source ASC, items.date DESC, items.id ASC',
};

export function listItems(db: DatabaseSync, query: ListQuery): { total: number; items: ItemSummary[] } {
  const { sql, values } = conditionOf(query);
  const total = db.prepare(`SELECT count(*) AS n FROM items WHERE ${sql}`).get(...values)!['n'] as number;
  const rows = db
    .prepare(`SELECT summary FROM items WHERE ${sql} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`)
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

/** Identifiers of everything the filters let through, in list order. */
export function* listIds(db: DatabaseSync, filters: Filters): Generator<string> {
  const { sql, values } = conditionOf(filters);
  for (const row of db.prepare(`SELECT id FROM items WHERE ${sql} ORDER BY ${orders.captured}`).all(...values)) yield row['id'] as string;
}

const FACET_ROWS = 200;

/** Counts for the whole result, most frequent first. */
export function countFacets(db: DatabaseSync, filters: Filters, match?: string): Facets {
  const { sql, values } = withMatch(conditionOf(filters), match);
  const count = (column: string, from: string): { value: string; count: number }[] =>
    db
      .prepare(
        `SELECT ${column} AS value, count(*) AS count FROM ${from} WHERE ${sql} AND ${column} IS NOT NULL
         GROUP BY ${column} ORDER BY count DESC, value LIMIT ${FACET_ROWS}`,
      )
      .all(...values) as { value: string; count: number }[];
  return {
    tag: count('item_tags.tag', 'items JOIN item_tags ON item_tags.row = items.row'),
    source: count('items.source', 'items'),
    year: count('items.year', 'items').sort((a, b) => b.value.localeCompare(a.value)),
  };
}

function withMatch({ sql, values }: Condition, match?: string): Condition {
  if (match === undefined) return { sql, values };
  return { sql: `items.row IN (SELECT rowid FROM terms WHERE terms MATCH ?) AND ${sql}`, values: [match, ...values] };
}

export type Candidate = { readonly id: string; readonly score: number };

/** Candidates by tier (every word in its own spelling before stems), then BM25 with the title weighted over the body. */
export function searchWords(
  db: DatabaseSync,
  query: ParsedQuery,
  filters: Filters,
  page: { limit: number; offset: number },
): { total: number; candidates: Candidate[]; match: string } {
  const match = matchExpression(query, !query.exact);
  const { sql, values } = conditionOf(filters);
  const from = `terms JOIN items ON items.row = terms.rowid WHERE terms MATCH ? AND ${sql}`;
  const total = db.prepare(`SELECT count(*) AS n FROM ${from}`).get(match, ...values)!['n'] as number;
  const rows = db
    .prepare(
      `SELECT items.id AS id, bm25(terms, 8.0, 2.0, 3.0, 0.6) AS score,
              terms.rowid IN (SELECT rowid FROM terms WHERE terms MATCH ?) AS close
       FROM ${from} ORDER BY close DESC, score LIMIT ? OFFSET ?`,
    )
    .all(matchExpression(query, false), match, ...values, page.limit, page.offset);
  return { total, match, candidates: rows.map((row) => ({ id: row['id'] as string, score: -(row['score'] as number) })) };
}

/** Every term quoted, so that nothing a person types is read as FTS5 syntax. */
const quote = (term: string): string => `"${term.replaceAll('"', '""')}"`;

function matchExpression(query: ParsedQuery, stems: boolean): string {
  const expression = (clause: Clause): string => {
    const folded = quote(clause.words.map((word) => word.folded).join(' '));
    const own = `{title_folded body_folded} : ${folded}${clause.prefix ? ' *' : ''}`;
    const stem = clause.words.length === 1 && stems ? ` OR {title_stem body_stem} : ${quote(clause.words[0]!.stem)}` : '';
    return `(${own}${stem})`;
  };
  const wanted = query.clauses.filter((clause) => !clause.excluded).map(expression);
  const unwanted = query.clauses.filter((clause) => clause.excluded).map(expression);
  return unwanted.reduce((sum, clause) => `(${sum}) NOT ${clause}`, wanted.join(' AND '));
}

/** Identifiers of everything a query finds, best first. */
export function searchIds(db: DatabaseSync, query: ParsedQuery, filters: Filters): string[] {
  return searchWords(db, query, filters, { limit: -1, offset: 0 }).candidates.map(({ id }) => id);
}
