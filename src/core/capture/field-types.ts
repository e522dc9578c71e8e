// Whether what a record holds for a field can be that field at all. A list of titles is no title: it is told, not guessed at.
import type { Column } from './rules/columns.ts';
import { type Mapping, valueAt, wordsOf } from './records.ts';

/** Fields that may hold several: lists of words, or of objects with a name or a text. */
const many: ReadonlySet<Column> = new Set(['body', 'creators', 'tags', 'notes']);
/** Fields that may be a number: years, seconds since 1970, articles that are named by one. */
const numeric: ReadonlySet<Column> = new Set(['title', 'published', 'updated', 'tags', 'notes']);
const needed: ReadonlySet<Column> = new Set(['title', 'body']);

/** What is wrong, as `name (type)` with JSON's own names of types; what is absent, or null, is not. */
export function wrongTypes(record: Readonly<Record<string, unknown>>, mapping: Mapping): string[] {
  return [...mapping].flatMap(([column, name]) => {
    const value = valueAt(record, name);
    return fits(value, column) ? [] : [`${name} (${typeOf(value)})`];
  });
}

function fits(value: unknown, column: Column): boolean {
  if (value === undefined || value === null || typeof value === 'string') return true;
  if (typeof value === 'number') return numeric.has(column) && Number.isFinite(value);
  if (typeof value === 'boolean') return false;
  if (Array.isArray(value)) return many.has(column) && value.every((one) => !Array.isArray(one) && fits(one, column));
  // What an object of an unknown kind says beside the article is left out; where the article itself should be, it is told.
  return wordsOf(value).length > 0 || Object.keys(value).length === 0 || !needed.has(column);
}

const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
