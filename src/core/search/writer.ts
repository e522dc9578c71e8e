// Keeps the derived index equal to the archive. Everything here is for use inside a transaction.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { filingDate, type Item, type ItemSummary } from '#contract/item.ts';
import { foldWord } from '../arabic/fold.ts';
import { tokenize } from '../arabic/tokens.ts';
import { DamagedRow } from './database.ts';
import { applyChange, type Patch } from '../catalog/change.ts';
import type { SealedRecord } from '../archive/journal-line.ts';

export type Words = { readonly folded: string; readonly stems: string; readonly count: number };

export type IndexWriter = {
  /** `words` false leaves them for later (rebuilding). */
  put(item: Item, options?: { words?: boolean; digest?: string | undefined }): void;
  /** True when it was done; false when the record's text changed, or its row is unknown, and the whole record is needed. */
  patch(patch: Patch): boolean;
  remove(id: string): void;
  seal(records: readonly SealedRecord[]): void;
  addWords(row: number, item: Item): void;
};

const columns = ['state', 'title', 'filing', 'source', 'date', 'year', 'published', 'captured', 'bytes', 'summary'] as const;

function prepare(db: DatabaseSync) {
  const run = (sql: string): StatementSync => db.prepare(sql);
  return {
    find: run('SELECT row, summary FROM items WHERE id = ?'),
    put: run(
      `INSERT INTO items (id, ${columns.join(', ')}, words, worded, digest) VALUES (?, ${columns.map(() => '?').join(', ')}, ?, ?, ?)`,
    ),
    update: run(`UPDATE items SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE row = ?`),
    remove: run('DELETE FROM items WHERE row = ?'),
    seal: run('UPDATE items SET digest = ?, size = NULL, modified = NULL WHERE id = ? AND digest IS NOT ?'),
    addWords: run('INSERT INTO terms (rowid, title_folded, body_folded, title_stem, body_stem) VALUES (?, ?, ?, ?, ?)'),
    worded: run('UPDATE items SET worded = 1, words = ? WHERE row = ?'),
    removeWords: run('DELETE FROM terms WHERE rowid = ?'),
    addTag: run('INSERT OR IGNORE INTO item_tags VALUES (?, ?)'),
    removeTags: run('DELETE FROM item_tags WHERE row = ?'),
    addCollection: run('INSERT OR IGNORE INTO item_collections VALUES (?, ?)'),
    removeCollections: run('DELETE FROM item_collections WHERE row = ?'),
    addDigest: run('INSERT OR IGNORE INTO digests VALUES (?, ?)'),
    removeDigests: run('DELETE FROM digests WHERE row = ?'),
  };
}

export function openWriter(db: DatabaseSync): IndexWriter {
  const sql = prepare(db);

  function remove(id: string): void {
    const row = sql.find.get(id)?.['row'] as number | undefined;
    if (row === undefined) return;
    for (const statement of [sql.removeWords, sql.removeTags, sql.removeCollections, sql.removeDigests, sql.remove]) statement.run(row);
  }

  function addLists(row: number | bigint, { tags, collections, files }: ItemSummary): void {
    for (const tag of tags) sql.addTag.run(row, tag);
    for (const collection of collections) sql.addCollection.run(row, collection);
    for (const file of files) sql.addDigest.run(file.sha256, row);
  }

  function addWords(row: number | bigint, item: Item): void {
    const title = analyse(item.title);
    const body = analyse(item.body.map((block) => block.text).join('\n'));
    sql.addWords.run(row, title.folded, body.folded, title.stems, body.stems);
    sql.worded.run(body.count, row);
  }

  return {
    put(item, { words = true, digest } = {}) {
      remove(item.id);
      const { body: _, ...summary } = item;
      const row = sql.put.run(item.id, ...valuesOf(summary), 0, 0, digest ?? null).lastInsertRowid;
      addLists(row, summary);
      if (words) addWords(row, item);
    },
    patch(patch) {
      const found = sql.find.get(patch.id) as { row: number; summary: string } | undefined;
      if (!found || 'title' in patch.set || 'body' in patch.set) return false;
      const before = parsed(found.summary);
      if (before.revision >= patch.revision) return true;
      const { body: _, ...summary } = applyChange(before, patch)!;
      sql.update.run(...valuesOf(summary), found.row);
      for (const statement of [sql.removeTags, sql.removeCollections, sql.removeDigests]) statement.run(found.row);
      addLists(found.row, summary);
      return true;
    },
    remove,
    seal(records) {
      for (const [id, , sha256] of records) sql.seal.run(sha256, id, sha256);
    },
    addWords,
  };
}

function parsed(summary: string): Item {
  try {
    return JSON.parse(summary) as Item;
  } catch (cause) {
    throw new DamagedRow('a summary cannot be read', { cause });
  }
}

function valuesOf(summary: ItemSummary): (string | number | null)[] {
  const filed = filingDate(summary.dates)?.date.value ?? null;
  return [
    summary.state,
    summary.title,
    filingTitle(summary.title),
    summary.source ?? null,
    filed,
    filed?.match(/^\d{4}/)?.[0] ?? null,
    summary.dates.published?.value ?? null,
    summary.dates.captured?.value ?? null,
    summary.files.reduce((sum, file) => sum + file.bytes, 0),
    JSON.stringify(summary),
  ];
}

function analyse(text: string): Words {
  const tokens = tokenize(text);
  return {
    folded: tokens.map((token) => token.folded).join(' '),
    stems: tokens.map((token) => token.stem).join(' '),
    count: tokens.length,
  };
}

/** Titles are filed by their letters, without the article ال, as a card catalogue files them. */
function filingTitle(title: string): string {
  return tokenize(title.slice(0, 400))
    .slice(0, 12)
    .map((token) => foldWord(token.exact).replace(/^ال(?=..)/u, ''))
    .join(' ');
}
