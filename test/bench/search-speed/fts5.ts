// The yardstick: SQLite's FTS5 with the same words under two forms each, and facets by SQL.
import { DatabaseSync } from 'node:sqlite';
import type { Item } from '#contract/item.ts';
import { type Token, tokenize } from '#core/arabic/tokens.ts';
import { transaction } from '#core/search/database.ts';
import { cpu } from './measure.ts';

export function openFts(path: string): DatabaseSync {
  const db = new DatabaseSync(path);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY');
  db.exec(`
    CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5
      (title_folded, body_folded, title_stem, body_stem, content = '', contentless_delete = 1, tokenize = 'ascii');
    CREATE TABLE IF NOT EXISTS items (row INTEGER PRIMARY KEY, source TEXT, year TEXT);
    CREATE TABLE IF NOT EXISTS item_tags (row INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (tag, row)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS item_tags_row ON item_tags (row);
  `);
  return db;
}

const sizeOf = (db: DatabaseSync): number => (db.prepare('SELECT max(row) AS n FROM items').get()?.['n'] as number | null) ?? 0;

/** Adds what is missing, goes on where another run stopped. Gives CPU milliseconds, those of the analysis not counted. */
export function fillFts(db: DatabaseSync, count: number, read: (n: number) => Item): number {
  const put = db.prepare('INSERT INTO terms (rowid, title_folded, body_folded, title_stem, body_stem) VALUES (?, ?, ?, ?, ?)');
  const add = db.prepare('INSERT INTO items VALUES (?, ?, ?)');
  const tag = db.prepare('INSERT INTO item_tags VALUES (?, ?)');
  let spent = 0;
  while (sizeOf(db) < count) {
    const first = sizeOf(db);
    const numbers = Array.from({ length: Math.min(2000, count - first) }, (_, n) => first + n);
    const items = numbers.map(read);
    const texts = items.map(({ title, body }) => [tokenize(title), tokenize(body.map(({ text }) => text).join('\n'))] as const);
    const terms = texts.map(([title, body]) => [
      joined(title, 'folded'),
      joined(body, 'folded'),
      joined(title, 'stem'),
      joined(body, 'stem'),
    ]);
    const start = cpu();
    transaction(db, () => {
      for (const [at, item] of items.entries()) {
        const row = first + at + 1;
        put.run(row, ...terms[at]!);
        add.run(row, item.source ?? null, item.dates.published?.value.slice(0, 4) ?? null);
        for (const one of item.tags) tag.run(row, one);
      }
    });
    spent += cpu() - start;
  }
  return spent;
}

const joined = (tokens: readonly Token[], form: 'folded' | 'stem'): string => tokens.map((token) => token[form]).join(' ');

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
export const ftsWord = ({ folded, stem }: Token): string =>
  `({title_folded body_folded} : ${quoted(folded)} OR {title_stem body_stem} : ${quoted(stem)})`;
export const ftsPhrase = (words: readonly Token[]): string =>
  `{title_folded body_folded} : ${quoted(words.map(({ folded }) => folded).join(' '))}`;
export const ftsPrefix = (letters: string): string => `{title_folded body_folded} : ${quoted(letters)} *`;

/** The best fifty and the facets. */
export function askFts(db: DatabaseSync, match: string): void {
  db.prepare('SELECT rowid, bm25(terms, 8.0, 2.0, 3.0, 0.6) AS score FROM terms WHERE terms MATCH ? ORDER BY score LIMIT 50').all(match);
  for (const [column, from] of [
    ['tag', 'items JOIN item_tags ON item_tags.row = items.row'],
    ['source', 'items'],
    ['year', 'items'],
  ]) {
    db.prepare(
      `SELECT ${column} AS value, count(*) AS count FROM ${from} WHERE items.row IN (SELECT rowid FROM terms WHERE terms MATCH ?)
       GROUP BY ${column} ORDER BY count DESC LIMIT 200`,
    ).all(match);
  }
}
