// Folds changes from the journals into the readable files, and makes those files durable.
import { dirname } from 'node:path';
import type { Item } from '#contract/item.ts';
import { applyChange, type Change } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import type { Disk } from './disk.ts';
import { eachOf, replaceFile, syncFile } from './durable.ts';
import { lastKnown } from './history.ts';
import type { SealedRecord } from './journal-line.ts';
import { stringifyJson } from './json.ts';
import { articlePath } from './layout.ts';
import { setAside } from './quarantine.ts';
import { digestOf, readRecord, type RecordRead } from './records.ts';
import type { Unfolded } from './unfolded.ts';

/** Another program changed a file between two of our changes: its version, which ours has replaced. */
export type Overtaken = { readonly id: string; readonly theirs: Item };

export type Folding = {
  /** Writes the files of all items that have changes; what fails is noted and stays to be tried again. Tells whether all are written. */
  fold(): Promise<boolean>;
  /** Writes a file that was damaged or lost. */
  restore(id: string, item: Item | undefined, even?: 'sound'): Promise<void>;
  /** Makes everything folded so far durable and tells how it lies there. Throws when it cannot be, and then nothing is forgotten. */
  sync(): Promise<SealedRecord[]>;
  /** Files written and not yet made durable. */
  readonly dirty: number;
  isDirty(id: string): boolean;
  /** Everybody knows how the records that were made durable lie there. */
  told(): void;
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

export function createFolding({ disk, dir, unfolded, clock, log, onOvertaken, onWritten }: FoldingOptions): Folding {
  const dirty = new Map<string, SealedRecord>();
  /** Durable, or about to be, and not yet told. */
  let settling = new Map<string, SealedRecord>();

  async function foldOne(id: string): Promise<void> {
    const changes = await unfolded.changesOf(id);
    const read = await readRecord(disk, dir, id);
    const base = await baseOf(id, read, changes);
    const next = changes.reduce(applyChange, base);
    if (next) await writeRecord(id, next, read);
    else await removeRecord(id, read);
    unfolded.drop(id, changes.length);
  }

  /** The record that the changes were made to. */
  async function baseOf(id: string, read: RecordRead, changes: readonly Change[]): Promise<Item | undefined> {
    const first = changes[0];
    const replaced = first?.op === 'put' || first?.op === 'remove';
    if (read.state === 'damaged')
      await setAside(disk, dir, read.bytes, { name: `${id}.${digestOf(read.bytes).slice(0, 8)}.json`, reason: read.reason, at: clock() });
    if (read.state !== 'sound') return replaced ? undefined : lastKnown(disk, dir, id);
    const { item, sha256, bytes } = read;
    const after = first?.op === 'put' ? first.item.revision : first?.op === 'patch' ? first.revision : 0;
    const foreign =
      (first?.op === 'put' || first?.op === 'patch') && first.was !== undefined && first.was !== sha256 && item.revision < after;
    if (!foreign) return item;
    await setAside(disk, dir, bytes, {
      name: `${id}.${sha256.slice(0, 8)}.json`,
      reason: 'another program changed this record; it was taken in',
      at: clock(),
    });
    onOvertaken({ id, theirs: item });
    return lastKnown(disk, dir, id);
  }

  async function writeRecord(id: string, item: Item, read: RecordRead): Promise<void> {
    const bytes = stringifyJson(item);
    const sha256 = digestOf(bytes);
    if (read.state !== 'sound' || read.sha256 !== sha256) await replaceFile(disk, articlePath(dir, id), bytes, { sync: false });
    dirty.set(id, [id, item.revision, sha256]);
    onWritten(id, { revision: item.revision, sha256 });
  }

  async function removeRecord(id: string, read: RecordRead): Promise<void> {
    if (read.state !== 'absent') await disk.unlink(articlePath(dir, id));
    dirty.set(id, [id, null, null]);
    onWritten(id, undefined);
  }

  return {
    isDirty: (id) => dirty.has(id) || settling.has(id),
    told: () => settling.clear(),
    get dirty() {
      return dirty.size;
    },
    async fold() {
      let complete = true;
      await eachOf([...unfolded.ids()], WIDTH, (id) =>
        foldOne(id).catch((error: unknown) => {
          complete = false;
          log('warn', 'an article file could not be written; the journal holds it', error);
        }),
      );
      return complete;
    },
    async restore(id, item, even) {
      const read = await readRecord(disk, dir, id);
      if (read.state === 'sound' && !even) return;
      if (item) await writeRecord(id, item, read);
      else await removeRecord(id, read);
    },
    async sync() {
      settling = new Map(dirty);
      dirty.clear();
      try {
        const folders = new Set<string>();
        await eachOf(settling, SYNC_WIDTH, async ([id, [, revision]]) => {
          folders.add(dirname(articlePath(dir, id)));
          if (revision !== null) await syncFile(disk, articlePath(dir, id));
        });
        await eachOf(folders, SYNC_WIDTH, (folder) => disk.syncFolder(folder).catch(ignoreMissing));
      } catch (error) {
        for (const [id, sealed] of settling) if (!dirty.has(id)) dirty.set(id, sealed);
        settling.clear();
        throw error;
      }
      return [...settling.values()];
    },
  };
}

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};
