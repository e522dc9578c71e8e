// Keeps the derived index equal to the archive. Everything here is for use inside a transaction.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Item } from '#contract/item.ts';
import { tokenize } from '../arabic/tokens.ts';
import { DamagedRow } from './database.ts';
import { columns, type Row, rowOf } from './row.ts';
import { applyChange, type Patch } from '../catalog/change.ts';
import type { SealedRecord } from '../archive/journal-line.ts';

export type Words = { readonly folded: string; readonly stems: string; readonly count: number };

export type IndexWriter = {
  put(item: Item): void;
  /** A record without its words (rebuilding); one that came in meanwhile stands. */
  insert(row: Row, digest: string | undefined): void;
  /** True when it was done; false when the record's text changed, or its row is unknown, and the whole record is needed. */
  patch(patch: Patch): boolean;
  remove(id: string): void;
  seal(records: readonly SealedRecord[]): void;
  addWords(row: number, item: Item): void;
};

function prepare(db: DatabaseSync) {
  const run = (sql: string): StatementSync => db.prepare(sql);
  return {
    find: run('SELECT row, summary FROM items WHERE id = ?'),
    put: run(
      `INSERT OR IGNORE INTO items (id, ${columns.join(', ')}, words, worded, digest) VALUES (?, ${columns.map(() => '?').join(', ')}, ?, ?, ?)`,
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

  function addLists(at: number | bigint, { tags, collections, originals }: Row): void {
    for (const tag of tags) sql.addTag.run(at, tag);
    for (const collection of collections) sql.addCollection.run(at, collection);
    for (const sha256 of originals) sql.addDigest.run(sha256, at);
  }

  function insert(row: Row, digest: string | undefined): number | bigint {
    const { lastInsertRowid: at, changes } = sql.put.run(row.id, ...row.values, 0, 0, digest ?? null);
    if (changes > 0) addLists(at, row);
    return at;
  }

  function addWords(row: number | bigint, item: Item): void {
    const title = analyse(item.title);
    const body = analyse(item.body.map((block) => block.text).join('\n'));
    sql.addWords.run(row, title.folded, body.folded, title.stems, body.stems);
    sql.worded.run(body.count, row);
  }

  return {
    put(item) {
      remove(item.id);
      addWords(insert(rowOf(item), undefined), item);
    },
    insert,
    patch(patch) {
      const found = sql.find.get(patch.id) as { row: number; summary: string } | undefined;
      if (!found || 'title' in patch.set || 'body' in patch.set) return false;
      const before = parsed(found.summary);
      if (before.revision >= patch.revision) return true;
      const after = rowOf(applyChange(before, patch)!);
      sql.update.run(...after.values, found.row);
      for (const statement of [sql.removeTags, sql.removeCollections, sql.removeDigests]) statement.run(found.row);
      addLists(found.row, after);
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

function analyse(text: string): Words {
  const tokens = tokenize(text);
  return {
    folded: tokens.map((token) => token.folded).join(' '),
    stems: tokens.map((token) => token.stem).join(' '),
    count: tokens.length,
  };
}
