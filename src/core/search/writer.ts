// Keeps the derived index equal to the archive. Everything here but `change` is for use inside it.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '#contract/item.ts';
import { formsOf, type WordForms } from '../arabic/tokens.ts';
import { DamagedRow, transaction } from './database.ts';
import type { Facets, ValuesOf } from './facets/facets.ts';
import { columns, type FacetName, facetsOf, type Row, rowOf } from './row.ts';
import type { Field } from './segments/postings.ts';
import type { Segments } from './segments/segments.ts';
import { correctedReadings, notesOf } from '../catalog/annotations.ts';
import { applyChange, type Patch } from '../catalog/change.ts';
import type { SealedRecord } from '../archive/journal-line.ts';

/** Of a record's file: its SHA-256, and what the file system said of it then, unless it had changed too lately to tell. */
export type FileFacts = { readonly digest: string; readonly size?: number; readonly modified?: number };

export type IndexWriter = {
  put(item: Item): void;
  /** A record that is not in it, without its words (rebuilding). */
  insert(row: Row, file?: FileFacts): void;
  /** True when it was done; false when the record's text changed, or its row is unknown, and the whole record is needed. */
  patch(patch: Patch): boolean;
  remove(id: string): void;
  seal(records: readonly SealedRecord[]): void;
  addWords(row: number, item: Item): void;
  /** Its words are in the index: `words` of them in its body. */
  worded(row: number, words: number): void;
  /** A transaction: all of the work, with what words and facets became, or nothing. */
  change(work: () => void): void;
};

function prepare(db: DatabaseSync) {
  const run = (sql: string): StatementSync => db.prepare(sql);
  return {
    find: run('SELECT row FROM items WHERE id = ?'),
    summaryOf: run('SELECT row, summary FROM items JOIN summaries USING (row) WHERE id = ?'),
    put: run(
      `INSERT INTO items (id, ${columns.join(', ')}, words, worded, digest, size, modified) VALUES (?, ${columns.map(() => '?').join(', ')}, 0, 0, ?, ?, ?)`,
    ),
    update: run(`UPDATE items SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE row = ?`),
    // Bytes are made text as they are.
    putSummary: run('INSERT OR REPLACE INTO summaries VALUES (?, CAST(? AS TEXT))'),
    removeSummary: run('DELETE FROM summaries WHERE row = ?'),
    remove: run('DELETE FROM items WHERE row = ?'),
    seal: run('UPDATE items SET digest = ?, size = NULL, modified = NULL WHERE id = ? AND digest IS NOT ?'),
    unsealed: run('UPDATE items SET digest = NULL, size = NULL, modified = NULL WHERE row = ?'),
    worded: run('UPDATE items SET worded = 1, words = ? WHERE row = ?'),
    addTag: run('INSERT OR IGNORE INTO item_tags VALUES (?, ?)'),
    removeTags: run('DELETE FROM item_tags WHERE row = ?'),
    addCollection: run('INSERT OR IGNORE INTO item_collections VALUES (?, ?)'),
    removeCollections: run('DELETE FROM item_collections WHERE row = ?'),
    addDigest: run('INSERT OR IGNORE INTO digests VALUES (?, ?)'),
    removeDigests: run('DELETE FROM digests WHERE row = ?'),
  };
}

export function openWriter(db: DatabaseSync, segments: Segments, facets: Facets<FacetName>): IndexWriter {
  const sql = prepare(db);
  /** What the facets are told at the end of a change. */
  let counted = new Map<number, ValuesOf<FacetName>>();
  const rowNumber = (id: string): number | undefined => sql.find.get(id)?.['row'] as number | undefined;

  function removeLists(at: number): void {
    for (const statement of [sql.removeTags, sql.removeCollections, sql.removeDigests]) statement.run(at);
  }

  function addLists(at: number, row: Row): void {
    for (const tag of row.tags) sql.addTag.run(at, tag);
    for (const collection of row.collections) sql.addCollection.run(at, collection);
    for (const sha256 of row.originals) sql.addDigest.run(sha256, at);
    counted.set(at, facetsOf(row));
  }

  function insert(row: Row, { digest, size, modified }: Partial<FileFacts> = {}): number {
    const { lastInsertRowid } = sql.put.run(row.id, ...row.values, digest ?? null, size ?? null, modified ?? null);
    const at = Number(lastInsertRowid);
    sql.putSummary.run(at, row.summary);
    addLists(at, row);
    return at;
  }

  function update(at: number, row: Row): void {
    sql.update.run(...row.values, at);
    sql.putSummary.run(at, row.summary);
    removeLists(at);
    addLists(at, row);
  }

  /** As `update`, but for what is as it was: a tag for many articles would else be written into every order of the catalogue. */
  function amend(at: number, before: Row, row: Row): void {
    sql.putSummary.run(at, row.summary);
    if (!isDeepStrictEqual(before.values, row.values)) sql.update.run(...row.values, at);
    if (!isDeepStrictEqual(before.tags, row.tags)) {
      sql.removeTags.run(at);
      for (const tag of row.tags) sql.addTag.run(at, tag);
    }
    if (!isDeepStrictEqual(before.collections, row.collections)) {
      sql.removeCollections.run(at);
      for (const collection of row.collections) sql.addCollection.run(at, collection);
    }
    if (!isDeepStrictEqual(before.originals, row.originals)) {
      sql.removeDigests.run(at);
      for (const sha256 of row.originals) sql.addDigest.run(sha256, at);
    }
    counted.set(at, facetsOf(row));
  }

  const worded = (at: number, words: number): void => void sql.worded.run(words, at);

  function addWords(at: number, item: Item): void {
    const words = wordsOf(item);
    segments.add(at, words);
    worded(at, words.body.length);
  }

  return {
    put(item) {
      const known = rowNumber(item.id);
      const row = rowOf(item);
      if (known !== undefined) {
        update(known, row);
        sql.unsealed.run(known);
      }
      addWords(known ?? insert(row), item);
    },
    insert,
    patch(patch) {
      const found = sql.summaryOf.get(patch.id) as { row: number; summary: string } | undefined;
      if (!found || textual.some((field) => field in patch.set || patch.unset.includes(field))) return false;
      const before = parsed(found.summary);
      if (before.revision < patch.revision) amend(found.row, rowOf(before), rowOf(applyChange(before, patch)!));
      return true;
    },
    remove(id) {
      const at = rowNumber(id);
      if (at === undefined) return;
      removeLists(at);
      sql.remove.run(at);
      sql.removeSummary.run(at);
      segments.remove(at);
      counted.set(at, {});
    },
    seal(records) {
      for (const [id, , sha256] of records) sql.seal.run(sha256, id, sha256);
    },
    addWords,
    worded,
    change: (work) =>
      transaction(db, () => {
        counted = new Map();
        work();
        segments.commit();
        facets.write(counted);
      }),
  };
}

/** What is searched by words. */
export const wordsOf = (item: Item): Record<Field, WordForms[]> => ({
  // Both readings of what a person corrected are found, and what people wrote beside the text is found as their notes.
  title: formsOf([item.title, ...correctedReadings(item, 'title')].join('\n')),
  body: formsOf([...item.body.map((block) => block.text), ...correctedReadings(item, 'body')].join('\n')),
  notes: formsOf([item.notes, ...notesOf(item)].join('\n')),
});

/** Fields that are searched by words. */
const textual = ['title', 'body', 'notes', 'annotations'] as const;

function parsed(summary: string): Item {
  try {
    return JSON.parse(summary) as Item;
  } catch (cause) {
    throw new DamagedRow('a summary cannot be read', { cause });
  }
}
