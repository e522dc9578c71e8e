// The writing half of a store: acts into the journal, then, when there is time, into the files.
import type { Low } from 'lowdb';
import { join } from 'node:path';
import type { Item } from '#contract/item.ts';
import type { Act, Change } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import { oneAfterAnother } from '../turns.ts';
import { createActQueue } from './act-queue.ts';
import type { Catalogue } from './catalogue.ts';
import type { Disk } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { BULK, createFolding } from './folding.ts';
import type { JournalEntry, Marks, SealedRecord } from './journal-line.ts';
import { forgetInJournals, removeFiles } from './forget.ts';
import { type JournalWriter, openJournal } from './journal-write.ts';
import { objectPath, quarantineFolder } from './layout.ts';
import { quarantined } from './quarantine.ts';
import { putObjects } from './objects.ts';
import { portionsInTurns } from './portions.ts';
import type { Location } from './journal-read.ts';
import type { Reading } from './reading.ts';
import { isSound, removedBy } from './recover.ts';
import type { Committed } from './store.types.ts';

export type Writing = {
  commit(act: Act): Promise<Committed>;
  putObjects(originals: readonly Uint8Array[]): Promise<string[]>;
  settle(): Promise<boolean>;
  forget(ids: readonly string[], digests: readonly string[]): Promise<void>;
  close(): Promise<void>;
  readonly hears: {
    sealed?: ((records: readonly SealedRecord[]) => Promise<void>) | undefined;
    overtaken?: ((id: string, theirs: Item) => void) | undefined;
  };
};

type Options = {
  disk: Disk;
  dir: string;
  device: string;
  clock: () => Date;
  log: Log;
  journal: JournalWriter;
  reading: Reading;
  catalogue: Low<Catalogue>;
  archiveId: string;
  lastSeq: number;
  /** Acts found on opening that no checkpoint covers. */
  unsealed: number;
  /** Purges among them. */
  purges: readonly Location[];
};

function earlier(mark: Marks[string], place: Location | undefined): Marks[string] {
  if (!place || mark[0] < place.segment || (mark[0] === place.segment && mark[1] <= place.offset)) return mark;
  return [place.segment, place.offset];
}

/** A segment is closed, behind a checkpoint, when it is larger than this. */
const SEGMENT_BYTES = 64 << 20;
/** A checkpoint is made when so many files were written, so that opening after a sudden end stays quick. */
const DIRTY_FILES = 20_000;
/**
 * Milliseconds without an act before files are written, and before they are made durable. An import comes in portions:
 * that it has ended shows only after a while.
 */
const QUIET = { fold: 25, foldMany: 500, settle: 3000 };
/**
 * Items waiting to be folded. Acts come first: a file written meanwhile costs them more time than it takes later. Beyond
 * the first number folding does not wait for quiet, beyond the second acts wait for it.
 */
const WAITING = { soon: 100_000, most: 200_000 };

/** Changes of one act that are looked through without a pause. */
const AT_ONCE = 2000;

export function openWriting(options: Options): Writing {
  const { disk, dir, device, log, reading, catalogue, archiveId, unsealed } = options;
  let { journal } = options;
  const { unfolded } = reading;
  const hears: Writing['hears'] = {};
  let seq = options.lastSeq;
  /** Purges whose traces are still in the journals: no checkpoint passes them, so that the next opening goes on with them. */
  let unforgotten = [...options.purges];
  let settingsDirty = unsealed > 0 || catalogue.data.archiveId !== archiveId;
  /** Where the journal ended at the last checkpoint. */
  let sealedAt = unsealed > 0 ? -1 : journal.end;

  const folding = createFolding({
    ...options,
    unfolded,
    onOvertaken: ({ id, theirs }) => hears.overtaken?.(id, theirs),
    onWritten: (id, record) => reading.wrote(id, record),
  });

  const ownMark = (end: number): Marks => ({ ...reading.marks, [device]: [journal.segment, end] });

  async function persist(batch: readonly Act[]): Promise<Committed[]> {
    const entries: JournalEntry[] = [];
    for (const [at, act] of batch.entries()) entries.push({ seq: seq + 1 + at, op: 'tx', act: await withDigests(act) });
    const places = await journal.append(entries);
    return entries.map((entry, at) => {
      const location = places[at]!;
      seq = entry.seq;
      if (entry.op === 'tx') {
        reading.take({ seq, act: entry.act, location });
        if (removedBy(entry.act).length > 0) unforgotten.push(location);
        settingsDirty ||= entry.act.changes.some(({ op }) => op === 'settings');
      }
      reading.marks = ownMark(location.offset + location.length);
      return { seq, marks: reading.marks };
    });
  }

  /** A patch names the file that it was made from, so that folding sees when another program has changed it meanwhile. */
  async function withDigests(act: Act): Promise<Act> {
    const changes: Change[] = [];
    for await (const portion of portionsInTurns(act.changes, AT_ONCE)) {
      for (const change of portion) {
        const was = change.op === 'patch' ? reading.seen(change.id, change.revision - 1) : undefined;
        changes.push(change.op === 'patch' && was !== undefined && change.was === undefined ? { ...change, was } : change);
      }
    }
    return { ...act, changes };
  }

  async function checkSound(act: Act): Promise<void> {
    for await (const portion of portionsInTurns(act.changes, AT_ONCE)) {
      if (!portion.every(isSound)) throw new TypeError('an act holds a change that is not sound');
    }
  }

  // Two foldings at once would write one file twice.
  const alone = oneAfterAnother();
  const sealed = (): Promise<boolean> =>
    checkpoint().then(
      () => true,
      (error: unknown) => {
        log('warn', 'no checkpoint; the journal holds all', error);
        return false;
      },
    );

  /** Writes the files of what waited when it began. While the disk takes one portion in, the next is written. */
  async function foldAll(): Promise<void> {
    let sealing = Promise.resolve(true);
    for (let left = unfolded.size; left > 0; left -= DIRTY_FILES) {
      if (!(await folding.fold(DIRTY_FILES)) || !(await sealing)) break;
      if (folding.dirty >= DIRTY_FILES) sealing = sealed();
    }
    await sealing;
  }

  const foldNow = (): Promise<void> => alone(foldAll);

  const settle = (): Promise<boolean> =>
    alone(async () => {
      if (sealedAt === journal.end && unfolded.size === 0 && folding.dirty === 0 && !settingsDirty) return true;
      await foldAll();
      return (await sealed()) && unfolded.size === 0;
    });

  /** At most one at a time: acts come faster than it ends. */
  let hurried = false;
  function hurry(work: () => Promise<unknown>): void {
    if (hurried) return;
    hurried = true;
    void work().finally(() => {
      hurried = false;
    });
  }

  /** Everything before the oldest act that is not in the files yet is on the disk when the line is. */
  async function checkpoint(): Promise<void> {
    const before = Object.fromEntries(
      Object.entries(reading.marks).map(([one, mark]) => {
        const waiting = [unfolded.oldest(one), unforgotten.find(({ device: of }) => of === one)];
        return [one, waiting.reduce<Marks[string]>((least, place) => earlier(least, place), mark)];
      }),
    );
    const records = await folding.sync();
    if (settingsDirty) {
      settingsDirty = false;
      catalogue.data = { ...catalogue.data, archiveId };
      await catalogue.write().catch((error: unknown) => {
        settingsDirty = true;
        throw error;
      });
    }
    const entry: JournalEntry = { seq, op: 'checkpoint', marks: before, records };
    await queue.between(async () => {
      await journal.append([entry]);
      if (journal.end > SEGMENT_BYTES) {
        await journal
          .roll({
            seq,
            op: 'checkpoint',
            marks: unfolded.size === 0 && unforgotten.length === 0 ? ownMark(journal.end) : before,
            records: [],
          })
          .catch((error: unknown) => log('warn', 'the journal goes on in its old segment', error));
      }
      reading.marks = ownMark(journal.end);
      reading.isOpen = (id) => unfolded.has(id) || folding.isDirty(id);
      sealedAt = journal.end;
    });
    await hears.sealed?.(records);
    folding.told();
  }

  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  function later(): void {
    clearTimeout(timer);
    if (closed) return;
    if (unfolded.size > WAITING.soon) hurry(foldNow);
    else if (journal.end > SEGMENT_BYTES || folding.dirty >= DIRTY_FILES) hurry(() => alone(sealed));
    timer = setTimeout(
      () => {
        void foldNow().then(() => {
          if (closed) return;
          clearTimeout(timer);
          timer = setTimeout(() => void settle(), QUIET.settle).unref();
        });
      },
      unfolded.size < BULK.from ? QUIET.fold : QUIET.foldMany,
    ).unref();
  }

  reading.marks = ownMark(journal.end);
  reading.heal = (id, item, even) => alone(() => folding.restore(id, item, even));
  const queue = createActQueue(persist, later);
  if (unfolded.size > 0) later();
  return {
    hears,
    async commit(act) {
      await checkSound(act);
      if (unfolded.size > WAITING.most) await foldNow();
      return queue.add(act);
    },
    async putObjects(originals) {
      try {
        return await putObjects(disk, dir, originals);
      } catch (error) {
        throw diskFailure(error, dir);
      }
    },
    async forget(ids, digests) {
      await queue.idle();
      // Before the next checkpoint: should the program end in the middle, opening finds the act and goes on from there.
      await queue.between(async () => {
        // The segment that is being written is replaced too: it is let go first, and taken up again where it ended.
        const place = { segment: journal.segment, end: journal.end, prev: journal.prev };
        await journal.close();
        try {
          await forgetInJournals(disk, dir, new Set(ids));
        } finally {
          journal = await openJournal({ disk, dir, device, ...place });
        }
      });
      const aside = (await quarantined(disk, dir)).filter((name) => ids.some((id) => name.includes(id)));
      const traces = aside.flatMap((name) => [name, `${name}.reason.json`]).map((name) => join(quarantineFolder(dir), name));
      await removeFiles(disk, [...digests.map((sha256) => objectPath(dir, sha256)), ...traces]);
      unforgotten = [];
      await settle();
    },
    async settle() {
      await queue.idle();
      return settle();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await queue.idle();
      await settle();
      await folding.close();
      await journal.close().catch((error: unknown) => log('warn', 'the journal could not be closed', error));
    },
  };
}
