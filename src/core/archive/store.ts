// The archive on disk. The journals are the promise; the item files are the readable truth they are folded into.
import { basename, dirname } from 'node:path';
import { Failure, isFailure } from '#contract/errors.ts';
import type { Act } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import { openCatalogue } from './catalogue.ts';
import { type Disk, systemDisk } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { mergedEntries } from './journal-entries.ts';
import { syncFile } from './durable.ts';
import { articlesFolder, journalFolder, journalsFolder, markerPath, objectsFolder, segmentPath } from './layout.ts';
import { type JournalWriter, openJournal } from './journal-write.ts';
import { lastKnown } from './history.ts';
import { type Lock, takeLock } from './lock.ts';
import { isArchive, makeMarker, type Marker, mendMarker, readMarker } from './marker.ts';
import { migrate } from './migrations/registry.ts';
import { setAside } from './quarantine.ts';
import { openReading } from './reading.ts';
import { type Journals, readJournals, recoveryOf } from './recover.ts';
import { digestOf } from './records.ts';
import type { ReadOnlyReason, Store } from './store.types.ts';
import { cutTorn, keepFaults } from './torn-lines.ts';
import { openWriting } from './writing.ts';

export { isArchive };

export type StoreOptions = {
  dir: string;
  /** Named to others who find the archive locked. */
  app: string;
  /** Name of this device's journal: [0-9a-z-]. */
  device: string;
  clock: () => Date;
  newId: () => string;
  log: Log;
  disk?: Disk;
  lock?: (dir: string, app: string, clock: () => Date) => Lock;
};

type Open = Required<StoreOptions>;

const filled = (options: StoreOptions): Open => ({ disk: systemDisk, lock: takeLock, ...options });

/** Makes an archive, or opens the one that is there. Throws archive.not-an-archive, archive.locked, archive.disk-full. */
export async function createStore(options: StoreOptions): Promise<Store> {
  const { disk, dir, newId, clock } = filled(options);
  try {
    if (!(await disk.stat(markerPath(dir)))) await makeMarker(disk, dir, newId(), clock());
  } catch (error) {
    throw diskFailure(error, dir);
  }
  return openStore({ ...options, mode: 'write' });
}

/**
 * Throws archive.missing, archive.locked, archive.too-new, archive.damaged. With `share` a locked archive is read instead. An archive that cannot be written, because the
 * disk is full or forbids it, is opened for reading all the same, and says why.
 */
export async function openStore(options: StoreOptions & { mode: 'write' | 'read' | 'share' }): Promise<Store> {
  const open = filled(options);
  if (options.mode === 'read') return openToRead(open, 'asked');
  let lock: Lock;
  try {
    lock = open.lock(open.dir, open.app, open.clock);
  } catch (error) {
    if (!isFailure(error)) return openToRead(open, reasonOf(error));
    if (options.mode === 'share' && error.code === 'archive.locked') return openToRead(open, 'locked');
    throw error;
  }
  try {
    return await openToWrite(open, lock);
  } catch (error) {
    lock.release();
    if (isFailure(error)) throw error;
    open.log('warn', 'the archive cannot be written; it is opened for reading', error);
    return openToRead(open, reasonOf(error));
  }
}

const reasonOf = (error: unknown): ReadOnlyReason =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '') || /full/i.test((error as Error).message)
    ? 'disk-full'
    : 'not-writable';

async function openToWrite(open: Open, lock: Lock): Promise<Store> {
  const { disk, dir, device, clock, newId } = open;
  await mendMarker(disk, dir, newId, clock());
  const marker = await migrate(disk, dir, await readMarker(disk, dir));
  const journals = await readJournals(disk, dir);
  const tornLines = await keepFaults(disk, dir, device, journals.faults, clock());
  const [segment, end] = journals.ends[device] ?? [1, 0];
  await makeSure(disk, dir, journals);
  await cutTorn(disk, dir, device, segment, end);
  const journal = await openJournal({ disk, dir, device, segment, end, prev: journals.sums[device] });
  try {
    return await assemble(open, { marker, journals, tornLines, journal, lock, readOnly: undefined });
  } catch (error) {
    await journal.close().catch(() => {});
    throw error;
  }
}

/**
 * What a killed program left in the system's memory is read by us as if it were on the disk: journals, and the names of
 * folders. It is brought there before anything is built on it.
 */
async function makeSure(disk: Disk, dir: string, { ends }: Journals): Promise<void> {
  for (const [device, [segment]] of Object.entries(ends)) {
    await syncFile(disk, segmentPath(dir, device, segment));
    await syncFolderIfThere(disk, journalFolder(dir, device));
  }
  for (const folder of [journalsFolder(dir), articlesFolder(dir), objectsFolder(dir), dirname(articlesFolder(dir)), dir]) {
    await syncFolderIfThere(disk, folder);
  }
  // The folder that the archive is in may be another's.
  await disk.syncFolder(dirname(dir)).catch(() => {});
}

async function syncFolderIfThere(disk: Disk, folder: string): Promise<void> {
  if (await disk.stat(folder)) await disk.syncFolder(folder);
}

async function openToRead(open: Open, readOnly: ReadOnlyReason): Promise<Store> {
  const marker = await readMarker(open.disk, open.dir);
  const journals = await readJournals(open.disk, open.dir);
  return assemble(open, { marker, journals, tornLines: 0, journal: undefined, lock: undefined, readOnly });
}

type Parts = {
  marker: Marker;
  journals: Journals;
  /** Torn or altered lines that were not set aside before. */
  tornLines: number;
  journal: JournalWriter | undefined;
  lock: Lock | undefined;
  readOnly: ReadOnlyReason | undefined;
};

async function assemble(open: Open, { marker, journals, tornLines, journal, lock, readOnly }: Parts): Promise<Store> {
  const { disk, dir, clock } = open;
  const catalogue = await openCatalogue(disk, dir, { repair: journal !== undefined, clock });
  const reading = openReading({ ...open, journals, catalogue, writes: journal !== undefined });
  const writing =
    journal &&
    openWriting({
      ...open,
      journal,
      reading,
      catalogue,
      archiveId: marker.archiveId,
      lastSeq: journals.lastSeq,
      unsealed: journals.acts,
      purges: journals.purges.map(({ location }) => location),
    });
  return {
    dir,
    device: open.device,
    format: marker.format,
    archiveId: marker.archiveId,
    readOnly,
    openPurges: journal ? journals.purges.flatMap(({ removed }) => removed) : [],
    recovery: journal ? recoveryOf(journals.acts, tornLines) : null,
    get marks() {
      return reading.marks;
    },
    ...reading.store,
    commit: (act: Act) => {
      if (!writing) throw new Failure(readOnly === 'disk-full' ? 'archive.disk-full' : 'archive.read-only', { path: dir });
      return writing.commit(act);
    },
    forget: async (ids, digests) => writing?.forget(ids, digests),
    isOpen: (id) => reading.isOpen(id),
    async restore(id, { even } = {}) {
      const known = await lastKnown(disk, dir, id);
      await reading.heal?.(id, known, even);
      return known;
    },
    async setAside(path, reason) {
      const bytes = await disk.readFile(path);
      const name = basename(path)
        .toLowerCase()
        .replace(/[^0-9a-z.-]+/g, '-');
      await setAside(disk, dir, bytes, { name: `${digestOf(bytes).slice(0, 8)}.${name}`, reason, at: clock() });
      await disk.unlink(path);
    },
    entriesAfter: (marks) => mergedEntries(disk, dir, marks),
    putObjects: (originals) => {
      if (!writing) throw new Failure(readOnly === 'disk-full' ? 'archive.disk-full' : 'archive.read-only', { path: dir });
      return writing.putObjects(originals);
    },
    get settings() {
      return catalogue.data.settings;
    },
    settle: async () => (writing ? writing.settle() : true),
    get onSealed() {
      return writing?.hears.sealed;
    },
    set onSealed(listener) {
      if (writing) writing.hears.sealed = listener;
    },
    get onOvertaken() {
      return writing?.hears.overtaken;
    },
    set onOvertaken(listener) {
      if (writing) writing.hears.overtaken = listener;
    },
    async close() {
      await writing?.close();
      lock?.release();
    },
  };
}
