// Filters as SQL conditions on the table `items`.
import { LEVEL } from '#contract/hierarchy.ts';
import type { Filters } from '#contract/search.ts';

export type Condition = { readonly sql: string; readonly values: (string | number)[] };

const places = (list: readonly unknown[]): string => list.map(() => '?').join(', ');

/** A name itself, or one that lies within it: those sort between it followed by the level's sign and by the sign after that. */
export const within = (column: string): string => `(${column} = ? OR (${column} >= ? AND ${column} < ?))`;
/** What is asked of `within`. */
export const span = (name: string): string[] => [name, name + LEVEL, name + String.fromCharCode(LEVEL.charCodeAt(0) + 1)];

/** Values within one filter are alternatives; different filters must all hold; every tag named must be present. */
export function conditionOf(filters: Filters): Condition {
  const parts: string[] = ['items.state = ?'];
  const values: (string | number)[] = [filters.state ?? 'active'];
  const add = (sql: string, ...more: (string | number)[]): void => {
    parts.push(sql);
    values.push(...more);
  };
  for (const tag of filters.tags ?? [])
    add(`EXISTS (SELECT 1 FROM item_tags t WHERE t.row = items.row AND ${within('t.tag')})`, ...span(tag));
  const { sources, years, collections, languages } = filters;
  if (sources?.length) add(`items.source IN (${places(sources)})`, ...sources);
  if (years?.length) add(`items.year IN (${places(years)})`, ...years.map((year) => String(year).padStart(4, '0')));
  if (collections?.length) {
    const any = collections.map(() => within('c.collection')).join(' OR ');
    add(`EXISTS (SELECT 1 FROM item_collections c WHERE c.row = items.row AND (${any}))`, ...collections.flatMap(span));
  }
  if (languages?.length) add(`items.language IN (${places(languages)})`, ...languages);
  if (filters.from) add('items.date >= ?', filters.from);
  // A prefix stands for its whole span: everything that starts with it sorts below it followed by the last code point.
  if (filters.to) add('items.date <= ?', `${filters.to}\u{10ffff}`);
  return { sql: parts.join(' AND '), values };
}
