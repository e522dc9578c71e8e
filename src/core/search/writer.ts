// Keeps the derived index equal to the archive: one transaction an act, carrying the act's sequence number.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { filingDate, type Item } from '#contract/item.ts';
import { foldWord } from '../arabic/fold.ts';
import { tokenize } from '../arabic/tokens.ts';
import type { Change } from '../catalog/change.ts';
import { metaOf, setMeta, transaction } from './database.ts';

type Statements = ReturnType<typeof prepare>;

function prepare(db: DatabaseSync) {
  const run = (sql: string): StatementSync => db.prepare(sql);
  return {
    find: run('SELECT row FROM items WHERE id = ?'),
    put: run(`INSERT INTO items (id, state, title, filing, source, date, year, published, captured, words, bytes, summary)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`),
    remove: run('DELETE FROM items WHERE row = ?'),
    addWords: run('INSERT INTO terms (rowid, title_folded, body_folded, title_stem, body_stem) VALUES (?, ?, ?, ?, ?)'),
    removeWords: run('DELETE FROM terms WHERE rowid = ?'),
    addTag: run('INSERT OR IGNORE INTO item_tags VALUES (?, ?)'),
    removeTags: run('DELETE FROM item_tags WHERE row = ?'),
    addCollection: run('INSERT OR IGNORE INTO item_collections VALUES (?, ?)'),
    removeCollections: run('DELETE FROM item_collections WHERE row = ?'),
    addDigest: run('INSERT OR IGNORE INTO digests VALUES (?, ?)'),
    removeDigests: run('DELETE FROM digests WHERE row = ?'),
  };
}

export type IndexWriter = {
  /** Sequence number of the last act taken in; -1 when the index was never filled. */
  lastSeq(): number;
  apply(seq: number, changes: readonly Change[]): void;
  /** Takes in items of a rebuild, many in one transaction; finished by `finish`. */
  fill(items: readonly Item[]): void;
  finish(seq: number): void;
};

export function openWriter(db: DatabaseSync): IndexWriter {
  const statements = prepare(db);
  return {
    lastSeq: () => Number(metaOf(db, 'seq') ?? -1),
    apply: (seq, changes) =>
      transaction(db, () => {
        for (const change of changes) {
          if (change.op === 'put') putItem(statements, change.item);
          else if (change.op === 'remove') removeItem(statements, change.id);
        }
        setMeta(db, 'seq', String(seq));
      }),
    fill: (items) =>
      transaction(db, () => {
        for (const item of items) putItem(statements, item);
      }),
    finish: (seq) => setMeta(db, 'seq', String(seq)),
  };
}

function removeItem(sql: Statements, id: string): void {
  const row = sql.find.get(id)?.['row'] as number | undefined;
  if (row === undefined) return;
  for (const statement of [sql.removeWords, sql.removeTags, sql.removeCollections, sql.removeDigests, sql.remove]) statement.run(row);
}

function putItem(sql: Statements, item: Item): void {
  removeItem(sql, item.id);
  const title = analyse(item.title);
  const body = analyse(item.body.map((block) => block.text).join('\n'));
  const filed = filingDate(item.dates)?.date.value ?? null;
  const { body: _, ...summary } = item;
  const bytes = item.files.reduce((sum, file) => sum + file.bytes, 0);
  const row = sql.put.run(
    item.id,
    item.state,
    item.title,
    filingTitle(item.title),
    item.source ?? null,
    filed,
    filed?.match(/^\d{4}/)?.[0] ?? null,
    item.dates.published?.value ?? null,
    item.dates.captured?.value ?? null,
    body.count,
    bytes,
    JSON.stringify(summary),
  ).lastInsertRowid;
  sql.addWords.run(row, title.folded, body.folded, title.stems, body.stems);
  for (const tag of item.tags) sql.addTag.run(row, tag);
  for (const collection of item.collections) sql.addCollection.run(row, collection);
  for (const file of item.files) sql.addDigest.run(file.sha256, row);
}

function analyse(text: string): { folded: string; stems: string; count: number } {
  const tokens = tokenize(text);
  return {
    folded: tokens.map((token) => token.folded).join(' '),
    stems: tokens.map((token) => token.stem).join(' '),
    count: tokens.length,
  };
}

/** Titles are filed by their letters, without the article ال, as a card catalogue files them. */
function filingTitle(title: string): string {
  return tokenize(title)
    .slice(0, 12)
    .map((token) => foldWord(token.exact).replace(/^ال(?=..)/u, ''))
    .join(' ');
}
