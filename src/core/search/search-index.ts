// The derived index of one archive: opened, brought up to the journals, or built again.
import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Item } from '#contract/item.ts';
import type { Vocabulary } from '../arabic/vocabulary.ts';
import type { Marks, ReadEntry, SealedRecord } from '../archive/journal-line.ts';
import { portionsInTurns } from '../archive/portions.ts';
import type { Store } from '../archive/store.types.ts';
import { type Change, itemOf, revisionAfter } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import { finishDatabase, isDamage, isFinished, metaOf, openDatabase, removeDatabase, setMeta } from './database.ts';
import type { Facets } from './facets/facets.ts';
import { completeWordsOnce } from './complete-words.ts';
import { type LogKeeper, openLogKeeper } from './log-keeper.ts';
import { rebuildCatalogue } from './rebuild.ts';
import { moreTables, openParts } from './parts.ts';
import type { FacetName } from './row.ts';
import type { Segments } from './segments/segments.ts';
import type { IndexWriter } from './writer.ts';

export type SearchIndex = {
  readonly db: DatabaseSync;
  /** Words, with their places. */
  readonly segments: Segments;
  readonly facets: Facets<FacetName>;
  /** Folded words of all articles, for what was perhaps meant; up to date but for the last few additions. */
  vocabulary(): Vocabulary;
  /** Takes in what was done. Records that are at hand need not be read again. */
  apply(changes: readonly Change[], items?: ReadonlyMap<string, Item>): Promise<void>;
  /** Takes in what the journals hold that the index does not. */
  catchUp(): Promise<void>;
  /** Remembers, before they are taken in, of which items another device changed a version that is not the one here. */
  noteApart(entries: readonly ReadEntry[]): void;
  /** Those that were remembered since it was asked last. */
  takeApart(): string[];
  /** Everything up to these marks is in the index. */
  note(marks: Marks): void;
  /** How records came to lie on the disk. */
  seal(records: readonly SealedRecord[]): Promise<void>;
  /** Many identifiers in the order of their rows: what lies together is then changed together. Those that are in no row come last. */
  inOrder(ids: readonly string[]): Promise<readonly string[]>;
  /** A window waits for this thread: what would hold it up is done by another. */
  keepLogBeside(): void;
  /** Builds it again from the files: lists first, then words. Gives the number of items. */
  rebuild(onProgress?: (done: number) => void): Promise<number>;
  /** After a rebuild of the lists, words are taken in when they are first asked for. */
  completeWords(onProgress?: (done: number) => void): Promise<void>;
  /** Its file is damaged: it is removed on closing. */
  discard(): void;
  /** Puts what was added one by one together, for at most so many milliseconds at once; false when all is in order. */
  tidy(budgetMs: number): boolean;
  /** True when every item can be found by its words. */
  isWorded(): boolean;
  /** True when the index holds every act of the journals. */
  isCurrent(): boolean;
  /** Whether it belongs to this process alone: a reader beside a writer uses the writer's. */
  readonly own: boolean;
  /** Of its file; undefined when it lies in memory. */
  readonly path: string | undefined;
  close(): void;
};

/** Two copies of one archive have two indexes, so the path counts as well as the archive's identity. */
function indexPath(cacheDir: string, store: Store): string {
  const key = createHash('sha256')
    .update(`${store.archiveId}\n${realpathSync(store.dir)}`)
    .digest('hex')
    .slice(0, 24);
  return join(cacheDir, key, 'index.sqlite');
}

export const hasIndex = (store: Store, cacheDir: string): boolean => existsSync(indexPath(cacheDir, store));

/** Another thread's index, to ask and never to change. Throws when it cannot be opened. */
export function openToFollow(path: string): Pick<SearchIndex, 'db' | 'segments' | 'facets' | 'vocabulary'> {
  const { db, segments, facets } = openParts(openDatabase(path, 'read', moreTables));
  return { db, segments, facets, vocabulary: () => segments.folded() };
}

/** Milliseconds. */
const TIDY_AT_END = 60;

/** The same marks are the same text. */
const asText = (marks: Marks): string => JSON.stringify(Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Records that are sealed, or looked up, without a pause. */
const SEALED_AT_ONCE = 500;
const LOOKED_UP_AT_ONCE = 2000;

/** After so many changes at once, so many milliseconds for each, at most so many. */
const TIDY_FROM = 16;
const TIDY_EACH = 0.6;
const TIDY_MOST = 150;

/** A database that turns out to be damaged while it is brought up to date is thrown away and made anew. */
export async function openIndex(store: Store, cacheDir: string, log: Log): Promise<SearchIndex> {
  try {
    return await openOnce(store, cacheDir, log);
  } catch (error) {
    if (!isDamage(error, { opening: true })) throw error;
    log('warn', 'the index was damaged; it is built again', error);
    removeDatabase(indexPath(cacheDir, store));
    return openOnce(store, cacheDir, log);
  }
}

async function openOnce(store: Store, cacheDir: string, log: Log): Promise<SearchIndex> {
  const opened = openFor(store, indexPath(cacheDir, store));
  const { own, path } = opened;
  let discarded = false;
  const parts = openParts(opened.db);
  const { db, segments, facets, writer } = parts;
  const readMarks = (): Marks | undefined => {
    const text = metaOf(db, 'marks');
    return text === undefined ? undefined : (Object.fromEntries(JSON.parse(text) as [string, Marks[string]][]) as Marks);
  };

  /** An act that is durable is done, whatever becomes of the index: what it missed it takes from the journals later. */
  let behind = false;
  async function unlessItFails(work: () => void | Promise<void>): Promise<void> {
    try {
      if (behind) await catchUp();
      else await work();
      behind = false;
    } catch (error) {
      if (isDamage(error)) throw error;
      behind = true;
      log('warn', 'the index could not take in what was done; it will be taken in later', error);
    }
  }

  async function apply(changes: readonly Change[], items: ReadonlyMap<string, Item> = new Map()): Promise<void> {
    let whole: string[] = [];
    writer.change(() => {
      whole = applyOr(writer, changes);
    });
    const missing = [...new Set(whole)];
    tidyAfter(changes.length);
    // A change of the text itself: the record as it is now holds this change and all later ones.
    const read = await Promise.all(missing.map(async (id) => items.get(id) ?? (await store.read(id))));
    if (missing.length === 0) return;
    writer.change(() => {
      for (const [at, id] of missing.entries()) {
        const item = read[at];
        if (item) writer.put(item);
        else writer.remove(id);
      }
    });
  }

  /** An import leaves no idle time: what it adds is put together as it comes, and costs each article a little. */
  function tidyAfter(added: number): void {
    if (added >= TIDY_FROM) segments.mergeSlice(Math.min(added * TIDY_EACH, TIDY_MOST));
  }

  async function catchUp(): Promise<void> {
    const from = readMarks();
    const to = store.marks;
    const entries = from && (await store.entriesAfter(from));
    if (!entries) {
      await rebuildLists();
      return;
    }
    let batch: ReadEntry[] = [];
    const flush = async (): Promise<void> => {
      noteApart(batch);
      await apply(batch.flatMap((entry) => (entry.op === 'tx' ? entry.act.changes : [])));
      writer.change(() => batch.forEach((entry) => entry.op === 'checkpoint' && writer.seal(entry.records ?? [])));
      batch = [];
    };
    for await (const entry of entries) if (batch.push(entry) >= 200) await flush();
    await flush();
    note(to);
  }

  const revisionOf = db.prepare(
    "SELECT json_extract(summary, '$.revision') AS revision FROM items JOIN summaries USING (row) WHERE id = ?",
  );
  const apart = new Set<string>();
  function noteApart(entries: readonly ReadEntry[]): void {
    for (const entry of entries) {
      if (entry.op !== 'tx' || entry.device === store.device) continue;
      for (const change of entry.act.changes) {
        const id = itemOf(change);
        const revision = revisionAfter(change);
        if (id === undefined || revision === undefined) continue;
        if (Number(revisionOf.get(id)?.['revision'] ?? 0) >= revision) apart.add(id);
      }
    }
  }

  const note = (marks: Marks): void => {
    const text = asText(marks);
    if (metaOf(db, 'marks') !== text) setMeta(db, 'marks', text);
  };

  async function rebuildLists(onProgress?: (done: number) => void): Promise<number> {
    const { marks } = store;
    const count = await rebuildCatalogue(parts, path, store, onProgress);
    note(marks);
    return count;
  }

  let completing: Promise<void> | undefined;
  function completeWords(onProgress?: (done: number) => void): Promise<void> {
    if (!own) return Promise.resolve();
    completing ??= completeWordsOnce({ db, segments, writer }, store, onProgress).finally(() => {
      completing = undefined;
    });
    return completing;
  }

  async function seal(records: readonly SealedRecord[]): Promise<void> {
    for await (const portion of portionsInTurns(records, SEALED_AT_ONCE)) writer.change(() => writer.seal(portion));
  }

  async function inOrder(ids: readonly string[]): Promise<readonly string[]> {
    const find = db.prepare('SELECT row FROM items WHERE id = ?');
    const found: { readonly id: string; readonly row: number }[] = [];
    for await (const portion of portionsInTurns(ids, LOOKED_UP_AT_ONCE)) {
      for (const id of portion) found.push({ id, row: Number(find.get(id)?.['row'] ?? Number.POSITIVE_INFINITY) });
    }
    return found.sort((a, b) => (a.row === b.row ? 0 : a.row < b.row ? -1 : 1)).map(({ id }) => id);
  }

  let keeper: LogKeeper | undefined;

  function tidyForAWhile(): void {
    const end = performance.now() + TIDY_AT_END;
    try {
      while (performance.now() < end && segments.mergeSlice(8));
    } catch (error) {
      log('warn', 'the word index could not be tidied', error);
    }
  }

  const index: SearchIndex = {
    db,
    segments,
    facets,
    own,
    path,
    vocabulary: () => segments.folded(),
    async apply(changes, items) {
      await unlessItFails(() => apply(changes, items));
      await keeper?.trim();
    },
    catchUp,
    noteApart,
    takeApart() {
      const ids = [...apart];
      apart.clear();
      return ids;
    },
    note: (marks) => {
      if (!behind) note(marks);
    },
    async seal(records) {
      try {
        await unlessItFails(() => seal(records));
        await keeper?.trim();
      } catch (error) {
        // Who seals has no answer to give: what reads the index is told of the damage.
        discarded = true;
        log('warn', 'the index is damaged; it is built again on the next opening', error);
      }
    },
    inOrder,
    keepLogBeside: () => {
      if (own && path !== undefined) keeper ??= openLogKeeper(db, path, log);
    },
    discard: () => {
      discarded = true;
    },
    rebuild: async (onProgress) => {
      const count = await rebuildLists(onProgress);
      await completeWords(onProgress);
      return count;
    },
    completeWords,
    tidy: (budgetMs) => own && segments.mergeSlice(budgetMs),
    isWorded: () => db.prepare('SELECT 1 FROM items WHERE worded = 0 LIMIT 1').get() === undefined,
    isCurrent: () => metaOf(db, 'marks') === asText(store.marks),
    close: () => {
      keeper?.stop();
      // A program that ends at once has no idle time; what is left over is done by the next.
      if (own && !behind) tidyForAWhile();
      db.close();
      if (discarded && path !== undefined) removeDatabase(path);
    },
  };
  try {
    if (own && !index.isCurrent()) await catchUp();
    if (own && !isFinished(db)) finishDatabase(db, path);
  } catch (error) {
    db.close();
    throw error;
  }
  return index;
}

/** Applies what it can; gives the identifiers of records that are needed whole. */
function applyOr(writer: IndexWriter, changes: readonly Change[]): string[] {
  const needed: string[] = [];
  for (const change of changes) {
    if (change.op === 'put') writer.put(change.item);
    else if (change.op === 'remove') writer.remove(change.id);
    else if (change.op === 'patch' && !writer.patch(change)) needed.push(itemOf(change)!);
  }
  return needed;
}

/** A reader beside a writer uses the writer's index as it stands; without one it makes its own in memory. */
function openFor(store: Store, path: string): { db: DatabaseSync; own: boolean; path: string | undefined } {
  if (store.readOnly === undefined) {
    try {
      return { db: openDatabase(path, 'write', moreTables), own: true, path };
    } catch {
      // A cache folder that cannot be written is no reason to refuse an archive.
      return { db: openDatabase(':memory:', 'write', moreTables), own: true, path: undefined };
    }
  }
  try {
    return { db: openDatabase(path, 'read', moreTables), own: false, path };
  } catch {
    return { db: openDatabase(':memory:', 'write', moreTables), own: true, path: undefined };
  }
}
