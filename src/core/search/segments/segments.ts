// The word index of one archive: an inverted index in segments, kept in the tables of the derived database.
import type { DatabaseSync } from 'node:sqlite';
import type { Vocabulary as FoldedForms } from '../../arabic/vocabulary.ts';
import { DamagedRow, reading, transaction } from '../database.ts';
import { firstChunkOf, openChunks, segmentOf } from './chunks.ts';
import { foldedFormsOf } from './folded-forms.ts';
import { Gather, type Words } from './gather.ts';
import { GONE, type Merged, mergeSegments } from './merge.ts';
import type { Query } from './query.ts';
import { type Result, type SearchOptions, searchSegments } from './search.ts';
import { type Segment, readSegments, writeDead } from './segment.ts';
import { type SegmentWriter, writeSegment } from './segment-writer.ts';
import { Spellings } from './spellings.ts';
import { toMerge } from './tiers.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

export type Segments = {
  /** Takes in a row's words, in place of those it had. For use inside a transaction: found after `commit`, undone by a rollback. */
  add(row: number, words: Words): void;
  /** Takes a row's words out. For use inside a transaction. */
  remove(row: number): void;
  /** Writes what was added and removed: the last thing to do inside the transaction. Without changes it does nothing. */
  commit(): void;
  /** Takes everything out. For use inside a transaction. */
  clear(): void;
  /** For the words of many rows that have none yet: they cost little each, and never hold up an answer. Outside of any transaction. */
  portion(): Portion;
  /** What `commit` wrote. Throws DamagedRow when the tables are not as they were written. */
  search(query: Query, options?: SearchOptions): Result;
  readonly vocabulary: Vocabulary;
  /** All folded forms with their df, in memory: made when first asked for, then kept up with changes at little cost. */
  folded(): FoldedForms;
  /** Number of rows. */
  readonly size: number;
  /** Merges segments and clears away what is no longer used, for about so many milliseconds, in a transaction of its own. False when nothing is left to do. */
  mergeSlice(budgetMs: number): boolean;
};

/** Rows gathered in memory, written little by little, and found all at once. To be thrown away when a call throws. */
export type Portion = {
  add(row: number, words: Words): void;
  /** As much as is to be held in memory. */
  readonly isFull: boolean;
  /** Writes for about so many milliseconds, in a transaction of its own; false when all is written. */
  writeSlice(budgetMs: number): boolean;
  /** For use inside a transaction: found after it, but for rows not `wanted` any more. False when the index was cleared meanwhile. */
  finish(wanted: (row: number) => boolean): boolean;
};

export type SegmentsOptions = {
  /** Bytes of the tables that are kept in memory. 96 MB when left out. */
  readonly memory?: number;
};

/** New documents are written as a segment when there are so many, or so many words: what a build holds in memory. */
const SPILL_DOCUMENTS = 2000;
const SPILL_WORDS = 1_000_000;
/** Kept from one segment to the next: most words of a document are known. About 200 bytes each. */
const SPELLINGS = 120_000;
/** So few documents are merged on the spot; more only where no one takes time for merging and segments have become many. */
const AT_ONCE = 8;
const MANY = 20;
const AT_ONCE_OF_MANY = 64;
const MERGE_MEMORY = 8 << 20;
const CHUNKS_AT_ONCE = 16;

type Merging = { readonly id: number; readonly from: readonly Segment[]; readonly work: Generator<void, Merged> };

export function openSegments(db: DatabaseSync, { memory = 96 << 20 }: SegmentsOptions = {}): Segments {
  const chunks = openChunks(db, memory);
  const readGeneration = db.prepare('SELECT generation FROM segment_state');
  let generation = -1;
  let segments: readonly Segment[] = [];
  let spellings = new Spellings();
  let gather = new Gather(spellings);
  let killed = new Map<Segment, Set<number>>();
  let merging: Merging | undefined;
  let tidy = false;
  /** Segments being written for portions. */
  const portions = new Set<number>();
  /** Raised when everything is taken out. */
  let cleared = 0;
  const folded = foldedFormsOf(current);

  /**
   * Another process may have written. And a transaction of ours may have been rolled back: each raises the number before it changes
   * anything else, here too, so that this is seen.
   */
  function current(): readonly Segment[] {
    const now = readGeneration.get()?.['generation'];
    if (typeof now !== 'number') throw new DamagedRow('the word index has lost its state');
    if (now !== generation) {
      // Numbers that were rolled back are given anew.
      if (now < generation) forget();
      // Last: when something cannot be read, that is told of again the next time.
      reload();
      generation = now;
    }
    return segments;
  }

  function forget(): void {
    chunks.clear();
    segments = [];
    merging = undefined;
    gather = new Gather(spellings);
    killed = new Map();
  }

  /** Segments that are open stay so: only their dead can have changed. */
  function reload(): void {
    const open = new Map(segments.map((segment) => [segment.id, segment]));
    segments = readSegments(db, chunks).map((read) => open.get(read.id)?.withDead(read.dead) ?? read);
    if (merging && !merging.from.every((one) => segments.includes(one))) merging = undefined;
    tidy = false;
  }

  function nextGeneration(): number {
    current();
    db.exec('UPDATE segment_state SET generation = generation + 1');
    return ++generation;
  }

  function find(row: number): [Segment, number] | undefined {
    for (const segment of current()) {
      const doc = segment.find(row);
      if (doc >= 0) return [segment, doc];
    }
    return undefined;
  }

  const isPending = (): boolean => gather.documents > 0 || killed.size > 0;

  function remove(row: number): void {
    if (gather.has(row)) flush();
    const found = find(row);
    if (!found) return;
    if (!isPending()) nextGeneration();
    const [segment, doc] = found;
    killed.set(segment, (killed.get(segment) ?? new Set()).add(doc));
  }

  function flush(): void {
    const id = nextGeneration();
    for (const [segment, docs] of killed) {
      for (const doc of docs) segment.kill(doc);
      writeDead(db, segment);
    }
    if (gather.documents > 0) writeAll(gather, writeSegment(db, id));
    renew();
    gather = new Gather(spellings);
    killed = new Map();
    reload();
  }

  function renew(): void {
    if (spellings.all.length > SPELLINGS) spellings = new Spellings();
  }

  function portion(): Portion {
    renew();
    const gathered = new Gather(spellings);
    const began = cleared;
    let writing: { readonly id: number; readonly writer: SegmentWriter; readonly work: Generator<void> } | undefined;
    return {
      add: (row, words) => gathered.add(row, words),
      get isFull() {
        return isFull(gathered);
      },
      writeSlice(budgetMs) {
        if (began !== cleared) return false;
        const end = performance.now() + budgetMs;
        return transaction(db, () => {
          if (!writing) {
            const id = nextGeneration();
            const writer = writeSegment(db, id);
            writing = { id, writer, work: gathered.write(writer) };
            portions.add(id);
          }
          do if (writing.work.next().done) return false;
          while (performance.now() < end);
          return true;
        });
      },
      finish(wanted) {
        if (!writing || began !== cleared) return false;
        const { id, writer } = writing;
        portions.delete(id);
        nextGeneration();
        writer.finish();
        reload();
        const result = segments.find((segment) => segment.id === id)!;
        gathered.rows.forEach((row, doc) => !wanted(row) && result.kill(doc));
        if (result.live === 0) db.prepare('DELETE FROM segments WHERE id = ?').run(id);
        else if (result.live < result.count) writeDead(db, result);
        reload();
        return true;
      },
    };
  }

  function begin(upTo?: number): Merging | undefined {
    const from = toMerge(current(), upTo);
    if (from.length === 0) return undefined;
    const ids = new Set(from.map((segment) => segment.id));
    // Read apart from searches, so that what these need stays in memory; and with the dead of now, whatever is removed meanwhile.
    const inputs = readSegments(db, openChunks(db, MERGE_MEMORY)).filter((segment) => ids.has(segment.id));
    const id = nextGeneration();
    return { id, from, work: mergeSegments(db, inputs, id) };
  }

  function finish({ id, from }: Merging, merged: Merged): void {
    nextGeneration();
    const drop = db.prepare('DELETE FROM segments WHERE id = ?');
    for (const segment of from) drop.run(segment.id);
    merging = undefined;
    reload();
    const result = segments.find((segment) => segment.id === id)!;
    for (const { segment: before, docs } of merged) {
      const now = from.find((segment) => segment.id === before.id)!;
      now.dead.forEach((doc) => docs[doc] !== GONE && result.kill(docs[doc]!));
    }
    if (result.live === 0) drop.run(id);
    else if (result.live < result.count) writeDead(db, result);
    reload();
  }

  /** One merge at most, so that no change waits for several; what is left to merge comes with the next. */
  function mergeAtOnce(): void {
    const small = begin(current().length > MANY ? AT_ONCE_OF_MANY : AT_ONCE);
    if (!small) return;
    for (;;) {
      const step = small.work.next();
      if (step.done) return finish(small, step.value);
    }
  }

  /** Deletes chunks of segments that are neither listed nor being written, a few at a time; false when there are none. */
  function clearAway(isTime: () => boolean): boolean {
    const next = db.prepare('SELECT id FROM segment_chunks WHERE id >= ? ORDER BY id LIMIT 1');
    const some = db.prepare(
      `DELETE FROM segment_chunks WHERE id IN (SELECT id FROM segment_chunks WHERE id >= ? AND id < ? LIMIT ${CHUNKS_AT_ONCE})`,
    );
    const used = new Set([...current().map(({ id }) => id), ...portions, merging?.id]);
    for (let from = 0; ; ) {
      const id = next.get(from)?.['id'] as number | undefined;
      if (id === undefined) break;
      const segment = segmentOf(id);
      from = firstChunkOf(segment + 1);
      if (used.has(segment)) continue;
      while (some.run(id, from).changes !== 0) if (!isTime()) return true;
    }
    tidy = true;
    return false;
  }

  function slice(isTime: () => boolean): boolean {
    if (!tidy && clearAway(isTime)) return true;
    merging ??= begin();
    if (!merging) return false;
    do {
      const step = merging.work.next();
      if (step.done) {
        finish(merging, step.value);
        break;
      }
    } while (isTime());
    return true;
  }

  return {
    add(row, words) {
      current();
      remove(row);
      if (!isPending()) nextGeneration();
      gather.add(row, words);
      if (isFull(gather)) flush();
    },
    remove(row) {
      current();
      remove(row);
    },
    commit() {
      current();
      if (!isPending()) return;
      flush();
      mergeAtOnce();
    },
    clear() {
      nextGeneration();
      db.exec('DELETE FROM segments; DELETE FROM segment_chunks');
      cleared++;
      portions.clear();
      forget();
      reload();
    },
    portion,
    search: (query, options) => reading(db, () => searchSegments(current(), query, options)),
    vocabulary: vocabularyOf(current),
    folded: () => reading(db, folded),
    get size() {
      return current().reduce((sum, { live }) => sum + live, 0);
    },
    mergeSlice(budgetMs) {
      if (db.isTransaction) return true;
      const end = performance.now() + budgetMs;
      try {
        return transaction(db, () => slice(() => performance.now() < end));
      } catch (error) {
        // What was done of it is rolled back, so it cannot go on; it begins anew.
        merging = undefined;
        throw error;
      }
    },
  };
}

const isFull = ({ documents, words }: Gather): boolean => documents >= SPILL_DOCUMENTS || words >= SPILL_WORDS;

function writeAll(gather: Gather, writer: SegmentWriter): void {
  for (const _ of gather.write(writer));
  writer.finish();
}
