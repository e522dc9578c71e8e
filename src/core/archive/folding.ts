// Folds changes from the journals into the readable files, and makes those files durable.
import { dirname } from 'node:path';
import type { Item } from '#contract/item.ts';
import type { Log } from '../log.ts';
import { startThread, type Thread } from '../threads/thread.ts';
import { type Disk, systemDisk } from './disk.ts';
import { eachOf, syncFile } from './durable.ts';
import type { FoldPortion } from './fold-portion.ts';
import { foldRecord, writeRecord } from './fold-record.ts';
import type { SealedRecord } from './journal-line.ts';
import { parseJson } from './json.ts';
import { articlePath } from './layout.ts';
import { portionsOf } from './portions.ts';
import { readRecord } from './records.ts';
import { canSyncFileSystem, syncFileSystem } from './sync-file-system.ts';
import type { Unfolded } from './unfolded.ts';

/** Another program changed a file between two of our changes: its version, which ours has replaced. */
export type Overtaken = { readonly id: string; readonly theirs: Item };

export type Folding = {
  /** Writes the files of so many items that have changes; what fails is noted and stays to be tried again. Tells whether all are written. */
  fold(most: number): Promise<boolean>;
  /** Writes a file that was damaged or lost. */
  restore(id: string, item: Item | undefined, even?: 'sound'): Promise<void>;
  /** Makes everything folded so far durable and tells how it lies there. Throws when it cannot be, and then nothing is forgotten. */
  sync(): Promise<SealedRecord[]>;
  /** Files written and not yet made durable. */
  readonly dirty: number;
  isDirty(id: string): boolean;
  /** Everybody knows how the records that were made durable lie there. */
  told(): void;
  close(): Promise<void>;
};

export type FoldingOptions = {
  disk: Disk;
  dir: string;
  unfolded: Unfolded;
  clock: () => Date;
  log: Log;
  onOvertaken: (overtaken: Overtaken) => void;
  onWritten: (id: string, record: { revision: number; sha256: string } | undefined) => void;
};

const WIDTH = 8;
/** The file system brings to the disk together what is asked for together. */
const SYNC_WIDTH = 16;
/** From so many records on they are folded by threads, in portions of so many, two under way in each. */
export const BULK = { from: 200, portion: 250, threads: 2 };

/** `isDurable`: only the name is still to be made durable. */
type Written = { readonly sealed: SealedRecord; readonly isDurable: boolean };

export function createFolding({ disk, dir, unfolded, clock, log, onOvertaken, onWritten }: FoldingOptions): Folding {
  const dirty = new Map<string, Written>();
  /** Durable, or about to be, and not yet told. */
  let settling = new Map<string, Written>();
  let threads: Thread<'fold'>[] = [];

  function note(sealed: SealedRecord, isDurable: boolean): void {
    const [id, revision, sha256] = sealed;
    dirty.set(id, { sealed, isDurable });
    onWritten(id, revision === null || sha256 === null ? undefined : { revision, sha256 });
  }

  async function foldHere(id: string): Promise<void> {
    const changes = await unfolded.changesOf(id);
    const { sealed, theirs } = await foldRecord({ disk, dir, clock }, id, changes);
    if (theirs) onOvertaken({ id, theirs });
    note(sealed, false);
    unfolded.drop(id, changes.length);
  }

  async function foldThere(thread: Thread<'fold'>, ids: readonly string[], sync: boolean): Promise<void> {
    const records = ids.map((id) => ({ id, places: unfolded.placesOf(id) }));
    const portion: FoldPortion = { dir, now: clock(), sync, records };
    const counts = new Map(records.map(({ id, places }) => [id, places.length]));
    for (const one of await thread.ask(portion)) {
      if ('error' in one) continue;
      if (one.theirs !== undefined) onOvertaken({ id: one.id, theirs: parseJson(Buffer.from(one.theirs)) as Item });
      note(one.sealed, sync);
      unfolded.drop(one.id, counts.get(one.id)!);
    }
  }

  async function close(): Promise<void> {
    const ended = threads;
    threads = [];
    await Promise.all(ended.map((thread) => thread.stop()));
  }

  /** What a thread could not do is done here afterwards, one by one. */
  async function foldMany(ids: readonly string[]): Promise<void> {
    const wanted = Math.min(BULK.threads, Math.ceil(ids.length / BULK.portion));
    while (threads.length < wanted) threads.push(startThread('fold'));
    const portions = portionsOf(ids, BULK.portion);
    const sync = !(await canSyncFileSystem(dir));
    const lanes = [...threads, ...threads].map((thread) => eachOf(portions, 1, (portion) => foldThere(thread, portion, sync)));
    for (const { reason } of (await Promise.allSettled(lanes)).filter(({ status }) => status === 'rejected') as PromiseRejectedResult[]) {
      log('warn', 'a thread that writes article files has ended', reason);
      await close();
    }
  }

  return {
    isDirty: (id) => dirty.has(id) || settling.has(id),
    told: () => settling.clear(),
    get dirty() {
      return dirty.size;
    },
    async fold(most) {
      let complete = true;
      const waiting = [...unfolded.ids().take(most)];
      if (disk === systemDisk && waiting.length >= BULK.from) await foldMany(waiting);
      await eachOf(
        waiting.filter((id) => unfolded.has(id)),
        WIDTH,
        (id) =>
          foldHere(id).catch((error: unknown) => {
            complete = false;
            log('warn', 'an article file could not be written; the journal holds it', error);
          }),
      );
      return complete;
    },
    async restore(id, item, even) {
      const read = await readRecord(disk, dir, id);
      if (read.state === 'sound' && !even) return;
      note(await writeRecord({ disk, dir }, id, item, read), false);
    },
    async sync() {
      settling = new Map(dirty);
      dirty.clear();
      try {
        if (disk === systemDisk && settling.size >= BULK.from && (await syncFileSystem(dir))) return sealedOf(settling);
        const folders = new Set<string>();
        await eachOf(settling, SYNC_WIDTH, async ([id, { sealed, isDurable }]) => {
          folders.add(dirname(articlePath(dir, id)));
          if (sealed[1] !== null && !isDurable) await syncFile(disk, articlePath(dir, id));
        });
        await eachOf(folders, SYNC_WIDTH, (folder) => disk.syncFolder(folder).catch(ignoreMissing));
      } catch (error) {
        for (const [id, written] of settling) if (!dirty.has(id)) dirty.set(id, written);
        settling.clear();
        throw error;
      }
      return sealedOf(settling);
    },
    close,
  };
}

const sealedOf = (written: ReadonlyMap<string, Written>): SealedRecord[] => [...written.values()].map(({ sealed }) => sealed);

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};
