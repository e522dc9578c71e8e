import type { DatabaseSync } from 'node:sqlite';
import type { Hierarchy } from '#contract/batch.ts';
import { span, within } from './filters.ts';

const tables = { tags: ['item_tags', 'tag'], collections: ['item_collections', 'collection'] } as const;

/**
 * Identifiers of every article that bears one of the names, or, with `andWithin`, one that lies within it; trashed ones too, so
 * that nothing is left behind.
 */
export function bearers(db: DatabaseSync, list: Hierarchy, names: readonly string[], { andWithin }: { andWithin: boolean }): string[] {
  if (names.length === 0) return [];
  const [table, column] = tables[list];
  const condition = andWithin ? names.map(() => within(column)).join(' OR ') : `${column} IN (${names.map(() => '?').join(', ')})`;
  const rows = db
    .prepare(`SELECT DISTINCT items.id AS id FROM ${table} JOIN items USING (row) WHERE ${condition}`)
    .all(...(andWithin ? names.flatMap(span) : names));
  return rows.map((row) => row['id'] as string);
}
