// Rows and records as articles, by the names of their columns.
import { foldedWords } from './lines.ts';
import type { Draft } from './formats/format.types.ts';
import { blocksOfWords } from './markup/plain-blocks.ts';
import { type Column, columns } from './rules/columns.ts';

export type Mapping = ReadonlyMap<string, Column>;

const keyOf = (name: string): string => foldedWords(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_\-.]/g, ' ')).join('');
const known = new Map(
  Object.entries(columns).flatMap(([column, names]) =>
    names.map((name, rank) => [keyOf(name), { column: column as Column, rank }] as const),
  ),
);

/** For each column the name trusted most; undefined when there is neither a title nor a text among them. */
export function mappingOf(names: readonly string[]): Mapping | undefined {
  const best = new Map<Column, { name: string; rank: number }>();
  for (const name of names) {
    const found = known.get(keyOf(name));
    if (found && found.rank < (best.get(found.column)?.rank ?? Number.POSITIVE_INFINITY))
      best.set(found.column, { name, rank: found.rank });
  }
  if (!best.has('title') && !best.has('body')) return undefined;
  return new Map([...best].map(([column, { name }]) => [name, column]));
}

export function draftOfRecord(record: Readonly<Record<string, unknown>>, mapping: Mapping): Draft {
  const at = new Map([...mapping].map(([name, column]) => [column, record[name]]));
  const one = (column: Column): string | undefined => wordsOf(at.get(column))[0];
  const url = one('url');
  return {
    title: one('title'),
    body: blocksOfWords(wordsOf(at.get('body')).join('\n'), url),
    creators: wordsOf(at.get('creators')).flatMap((name) => name.split(/\s*[;؛]\s*/)),
    source: one('source'),
    url,
    published: dateOf(one('published')),
    updated: dateOf(one('updated')),
    tags: wordsOf(at.get('tags')).flatMap((tag) => tag.split(/\s*[,،;؛|]\s*/)),
    language: one('language'),
    notes: wordsOf(at.get('notes')).join('\n'),
    wordless: one('title') !== undefined,
  };
}

/** Seconds since 1970, as exports of reading lists have. */
const dateOf = (words: string | undefined): string | undefined =>
  words !== undefined && /^\d{9,10}$/.test(words) ? new Date(Number(words) * 1000).toISOString() : words;

/** Words of a value: of lists each, of objects their names or texts. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (value === null || typeof value !== 'object') return [];
  const { name, text, title, value: inner } = value as Record<string, unknown>;
  return wordsOf(name ?? text ?? title ?? inner);
}
