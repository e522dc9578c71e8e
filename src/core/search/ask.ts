// A query as a person wrote it, as the index is asked: words with what they may mean, names and dates as rows of the catalogue.
import type { DatabaseSync } from 'node:sqlite';
import type { Filters } from '#contract/search.ts';
import { isWithin } from './query/date-value.ts';
import type { Dates, Query, Value, Words } from './query/ast.ts';
import { isNamed } from './query/fits.ts';
import type { Facets } from './facets/facets.ts';
import type { Meant } from './meant.ts';
import type { FacetName } from './row.ts';
import type { Clause, PhraseClause, PrefixClause, Query as SegmentQuery, WordClause } from './segments/query.ts';
import { RowSet } from './segments/row-set.ts';

export type Asked = {
  readonly db: DatabaseSync;
  readonly facets: Facets<FacetName>;
  /** What else a word may mean; nothing for words to which it does not apply. */
  readonly meant: (leaf: Words) => readonly Meant[];
  /** Of a leaf with `*`, how many of the forms that go on so are looked for, the most frequent. */
  readonly forms: (leaf: Words) => number;
};

export function askOf(query: Query, asked: Asked): SegmentQuery {
  switch (query.kind) {
    case 'and':
    case 'or':
      return { op: query.kind, of: query.parts.map((part) => askOf(part, asked)) };
    case 'not':
      return { op: 'not', of: askOf(query.part, asked) };
    case 'everything':
      return { op: 'all' };
    case 'has':
      return { op: 'rows', rows: asked.facets.rows('has', query.what) };
    case 'value':
      return { op: 'rows', rows: rowsNamed(query, asked) };
    case 'dates':
      return { op: 'rows', rows: rowsWithin(query, asked) };
    case 'words':
      return wordsOf(query, asked.meant(query), query.prefix ? asked.forms(query) : 0);
  }
}

function wordsOf(leaf: Words, meant: readonly Meant[], forms: number): SegmentQuery {
  const { words, slop, form, field } = leaf;
  const scope = field ? { fields: [field] } : {};
  const clauses = words.map(({ exact, folded, stem }): WordClause => ({ op: 'word', exact, folded, stem, layer: form, ...scope }));
  const last = words.at(-1)!;
  const continued: PrefixClause = { op: 'prefix', folded: last.folded, limit: forms, ...scope };
  const prefix = forms > 0;
  if (clauses.length > 1) {
    const all = prefix ? [...clauses.slice(0, -1), continued] : clauses;
    return slop > 0 ? { op: 'near', words: all, distance: slop, ...scope } : { op: 'phrase', words: all, ...scope };
  }
  const others = meant.map((one): Clause => meantClause(one, scope));
  const all = [clauses[0]!, ...(prefix ? [continued] : []), ...others];
  return all.length === 1 ? all[0]! : { op: 'best', of: all };
}

function meantClause({ words, weight }: Meant, scope: Pick<PhraseClause, 'fields'>): Clause {
  const clauses = words.map(
    (folded): WordClause => ({ op: 'word', exact: folded, folded, stem: folded, layer: 'folded', weight, ...scope }),
  );
  return clauses.length === 1 ? clauses[0]! : { op: 'phrase', words: clauses, weight, ...scope };
}

function rowsNamed(value: Value, { facets }: Asked): RowSet {
  const named = facets.values(value.field).filter((name) => isNamed(name, value));
  return RowSet.any(named.map((name) => facets.rows(value.field, name)));
}

function rowsWithin(range: Pick<Dates, 'from' | 'to'>, { db }: Asked): RowSet {
  const rows = new RowSet();
  // Dates of less precision are compared by what they may be: the text alone does not tell more than the year.
  const years = [range.from?.slice(0, 4) ?? '', `${range.to?.slice(0, 4) ?? ''}\u{10ffff}`] as const;
  const dates = db.prepare('SELECT row, date FROM items WHERE date >= ? AND date <= ?').all(...years);
  for (const { row, date } of dates) if (isWithin(date as string, range)) rows.add(row as number);
  return rows;
}

/** The rows that filters let through: values of one filter are alternatives, different filters must all hold, and every tag. */
export function rowsOf(filters: Filters, { db, facets }: Pick<Asked, 'db' | 'facets'>): RowSet {
  const any = (facet: FacetName, values: readonly string[]): RowSet => RowSet.any(values.map((value) => facets.rows(facet, value)));
  const sets = [facets.rows('state', filters.state ?? 'active'), ...(filters.tags ?? []).map((tag) => facets.rows('tag', tag))];
  if (filters.sources?.length) sets.push(any('source', filters.sources));
  if (filters.languages?.length) sets.push(any('language', filters.languages));
  if (filters.collections?.length) sets.push(any('collection', filters.collections));
  if (filters.years?.length) {
    sets.push(
      any(
        'year',
        filters.years.map((year) => String(year).padStart(4, '0')),
      ),
    );
  }
  if (filters.from || filters.to) sets.push(dated(db, filters));
  return sets.reduce((all, one) => RowSet.both(all, one));
}

function dated(db: DatabaseSync, { from = '', to }: Filters): RowSet {
  // A prefix stands for its whole span: everything that starts with it sorts below it followed by the last code point.
  const end = to ? `${to}\u{10ffff}` : '\u{10ffff}';
  const rows = db.prepare('SELECT row FROM items WHERE date >= ? AND date <= ?').all(from, end);
  return RowSet.from(rows.map(({ row }) => row as number));
}
