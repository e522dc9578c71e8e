// The derived catalogue and word index in one SQLite file. Disposable: made again from the JSON whenever it is absent or odd.
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LEXICON_VERSION } from '../arabic/lexicon.ts';

/** Raised whenever the tables or the analyzer change; another version in the file means: build it again. */
const VERSION = `14.${LEXICON_VERSION}`;

const schema = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE items (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, state TEXT NOT NULL, title TEXT NOT NULL, filing TEXT NOT NULL,
    source TEXT, language TEXT, date TEXT, year TEXT, published TEXT, captured TEXT, words INTEGER NOT NULL, bytes INTEGER NOT NULL,
    -- SHA-256 of the record's file as we wrote it or took it in; what the file system said of it when that was last so.
    digest TEXT, size INTEGER, modified REAL,
    -- 0 while the words of the text are still to be taken in.
    worded INTEGER NOT NULL
  );
  -- The record without its text, as JSON: apart, so that what orders and filters lies close together.
  CREATE TABLE summaries (row INTEGER PRIMARY KEY, summary TEXT NOT NULL);
  -- When names in a folder of articles had last changed when it was last seen whole.
  CREATE TABLE shards (shard TEXT PRIMARY KEY, modified REAL NOT NULL) WITHOUT ROWID;
  CREATE TABLE item_tags (row INTEGER NOT NULL, tag TEXT NOT NULL, PRIMARY KEY (tag, row)) WITHOUT ROWID;
  CREATE TABLE item_collections (row INTEGER NOT NULL, collection TEXT NOT NULL, PRIMARY KEY (collection, row)) WITHOUT ROWID;
  CREATE TABLE digests (sha256 TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (sha256, row)) WITHOUT ROWID;
`;

/** The ways in. Made after the rows, they take a third of the time. */
const orders = `
  CREATE UNIQUE INDEX IF NOT EXISTS items_id ON items (id);
  CREATE INDEX IF NOT EXISTS items_shard ON items (substr(id, -2));
  CREATE INDEX IF NOT EXISTS items_unworded ON items (row) WHERE worded = 0;
  CREATE INDEX IF NOT EXISTS item_tags_row ON item_tags (row);
  CREATE INDEX IF NOT EXISTS item_collections_row ON item_collections (row);
  CREATE INDEX IF NOT EXISTS digests_row ON digests (row);
  CREATE INDEX IF NOT EXISTS items_captured ON items (state, captured, id);
  CREATE INDEX IF NOT EXISTS items_date ON items (state, date, id);
  CREATE INDEX IF NOT EXISTS items_title ON items (state, filing, id);
  CREATE INDEX IF NOT EXISTS items_source ON items (state, source, date DESC, id);
  CREATE INDEX IF NOT EXISTS items_language ON items (state, language);
  CREATE INDEX IF NOT EXISTS items_year ON items (state, year);
`;
const orderNames = [...orders.matchAll(/EXISTS (\w+)/g)].map(([, name]) => name);

/** Empties the catalogue, and takes its orders away until `addOrders`. */
export function emptyCatalogue(db: DatabaseSync): void {
  const tables = ['items', 'summaries', 'item_tags', 'item_collections', 'digests', 'shards'];
  db.exec(`
    ${tables.map((table) => `DELETE FROM ${table};`).join(' ')}
    DELETE FROM meta WHERE key = 'marks';
    ${orderNames.map((name) => `DROP INDEX IF EXISTS ${name};`).join(' ')}
  `);
}

export const addOrders = (db: DatabaseSync): void => db.exec(orders);

/**
 * Opens the file. One that is missing, of another version, not a database or never finished is made anew, and is to be
 * finished. `more` are the tables of the word index.
 */
export function openDatabase(path: string, mode: 'write' | 'read', more: string): DatabaseSync {
  if (mode === 'write' && path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  try {
    const db = new DatabaseSync(path, { readOnly: mode === 'read', timeout: 2000 });
    if (isFinished(db)) return tuned(db, mode);
    db.close();
    if (mode === 'read') throw new Error('the index is of another version');
  } catch (error) {
    if (mode === 'read') throw error;
  }
  removeDatabase(path);
  const db = hasty(new DatabaseSync(path, { timeout: 2000 }));
  db.exec(schema + more);
  addOrders(db);
  return db;
}

/** Another connection to a file that is open: to write beside the one that waits. */
export function openBeside(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: 2000 });
  return isFinished(db) ? tuned(db, 'write') : hasty(db);
}

/** Nobody trusts it before it is finished: a journal and an fsync for each commit would be for nothing. */
function hasty(db: DatabaseSync): DatabaseSync {
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${memory}`);
  return db;
}

export const isFinished = (db: DatabaseSync): boolean => metaOf(db, 'version') === VERSION;

/** What was built is brought to the disk, and only then trusted. */
export function finishDatabase(db: DatabaseSync, path: string | undefined): void {
  if (path !== undefined) {
    const file = openSync(path, 'r+');
    fsyncSync(file);
    closeSync(file);
  }
  // A database in memory keeps to MEMORY.
  db.exec('PRAGMA journal_mode = MEMORY');
  setMeta(tuned(db, 'write'), 'version', VERSION);
}

export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

/** A row that SQLite gives back and that we did not write so. */
export class DamagedRow extends Error {}

/** SQLITE_CORRUPT, SQLITE_NOTADB; on opening SQLITE_ERROR and SQLITE_FORMAT too: a schema that is not what we wrote. */
export function isDamage(error: unknown, { opening = false } = {}): boolean {
  if (error instanceof DamagedRow) return true;
  const { errcode } = error as { errcode?: number };
  return errcode !== undefined && (opening ? [1, 11, 24, 26] : [11, 26]).includes(errcode & 0xff);
}

const memory = 'PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY';

/** WAL without an fsync for each commit: a lost tail is taken from the journal again. */
function tuned(db: DatabaseSync, mode: 'write' | 'read'): DatabaseSync {
  if (mode === 'write') {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 8000');
  }
  db.exec(memory);
  return db;
}

export function metaOf(db: DatabaseSync, key: string): string | undefined {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'meta'").get();
  if (!table) return undefined;
  return db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'] as string | undefined;
}

export function setMeta(db: DatabaseSync, key: string, value: string): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}

/** All or nothing. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/** All reads of the work see one state, whatever another thread or process writes meanwhile. */
export function reading<T>(db: DatabaseSync, work: () => T): T {
  if (db.isTransaction) return work();
  db.exec('BEGIN');
  try {
    return work();
  } finally {
    db.exec('COMMIT');
  }
}
