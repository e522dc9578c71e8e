// The archive on disk. The journal is the promise; the item files are the readable truth it is folded into.
import { open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Low } from 'lowdb';
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { defaultSettings, type Settings, settingsSchema } from '#contract/settings.ts';
import type { Act, Change } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import { makeFolder, syncFolder } from './durable.ts';
import { DurableJsonFile } from './durable-json-file.ts';
import { encodeLine } from './journal-line.ts';
import { readLines, segmentsOf } from './journal-read.ts';
import { type JournalWriter, openJournal } from './journal-write.ts';
import { articlePath, catalogPath, isItemId, journalFolder, segmentPath } from './layout.ts';
import { type Lock, takeLock } from './lock.ts';
import { isArchive, makeMarker, readMarker } from './marker.ts';
import { putObject, readObject } from './objects.ts';
import { readTail, recoveryOf, setFaultsAside, type Tail } from './recover.ts';
import { listRecords, quarantineRecord, readRecord, removeRecord, writeRecord } from './records.ts';
import type { Store } from './store.types.ts';

export { isArchive };

export type StoreOptions = { dir: string; app: string; clock: () => Date; newId: () => string; log: Log };

/** A segment is closed, behind a checkpoint, when it is larger than this. */
const SEGMENT_BYTES = 64 << 20;

type Catalogue = { settings: Settings; [key: string]: unknown };

/** Makes an archive, or opens the one that is there. Throws archive.not-an-archive, archive.locked. */
export async function createStore(options: StoreOptions): Promise<Store> {
  if (!isArchive(options.dir)) await makeMarker(options.dir, options.newId(), options.clock());
  return openStore({ ...options, mode: 'write' });
}

/** Throws archive.missing, archive.locked, archive.too-new, archive.damaged. */
export async function openStore(options: StoreOptions & { mode: 'write' | 'read' }): Promise<Store> {
  const { dir, app, clock, log, mode } = options;
  const marker = readMarker(dir);
  const lock = mode === 'write' ? takeLock(dir, app, clock) : undefined;
  try {
    return await openParts(options, marker, lock);
  } catch (error) {
    lock?.release();
    log('error', 'the archive could not be opened', error);
    throw error;
  }
}

async function openParts(
  { dir, clock, log }: StoreOptions,
  marker: { format: number; archiveId: string },
  lock: Lock | undefined,
): Promise<Store> {
  const folder = journalFolder(dir);
  const segments = await segmentsOf(folder);
  const last = segments.at(-1);
  const tail = await readTail(last);
  const catalogue = new Low<Catalogue>(new DurableJsonFile(catalogPath(dir)), { settings: defaultSettings });
  await catalogue.read();
  catalogue.data = { ...catalogue.data, settings: settingsSchema.parse(catalogue.data?.settings ?? {}) };

  /** Items of acts whose files are not known to be on the disk yet: what a reader must see, and a checkpoint must sync. */
  const open = new Map<string, Item | undefined>();
  const remember = (changes: readonly Change[]): void => {
    for (const change of changes) {
      if (change.op === 'put') open.set(change.item.id, change.item);
      else if (change.op === 'remove') open.set(change.id, undefined);
      else catalogue.data.settings = change.settings;
    }
  };
  for (const { act } of tail.acts) remember(act.changes);

  let seq = tail.lastSeq;
  let journal: JournalWriter | undefined;
  let number = last === undefined ? 1 : Number(basename(last, '.jsonl'));
  if (lock) {
    await makeFolder(folder);
    if (last !== undefined && tail.faults.length > 0) await setFaultsAside(dir, last, tail.faults, clock());
    journal = await openJournal(last ?? segmentPath(folder, 1), dir);
    if (tail.acts.length > 0) await checkpoint(true);
  }

  async function fold(changes: readonly Change[]): Promise<void> {
    for (const change of changes) {
      try {
        if (change.op === 'put') await writeRecord(dir, change.item);
        else if (change.op === 'remove') await removeRecord(dir, change.id);
        else await catalogue.write();
      } catch (error) {
        log('warn', 'a file could not be written; the journal holds it', error);
      }
    }
  }

  /** Makes every file touched since the last checkpoint durable, then says so in the journal. */
  async function checkpoint(rewrite = false): Promise<void> {
    if (!journal || open.size === 0) return;
    if (rewrite) for (const [id, item] of open) await (item ? writeRecord(dir, item) : removeRecord(dir, id));
    const folders = new Set<string>();
    for (const [id, item] of open) {
      folders.add(dirname(articlePath(dir, id)));
      if (item) await syncFile(articlePath(dir, id));
    }
    for (const one of folders) await syncFolder(one).catch(ignoreMissing);
    await journal.append(encodeLine({ seq, op: 'checkpoint' }));
    open.clear();
    if (journal.size() > SEGMENT_BYTES) await roll();
  }

  async function roll(): Promise<void> {
    number += 1;
    const next = await openJournal(segmentPath(folder, number), dir);
    await next.append(encodeLine({ seq, op: 'checkpoint' }));
    await journal!.close();
    journal = next;
  }

  async function read(id: string): Promise<Item | undefined> {
    if (!isItemId(id)) return undefined;
    if (open.has(id)) return open.get(id);
    const found = await readRecord(dir, id);
    if (found.state === 'sound') return found.item;
    if (found.state === 'absent') return undefined;
    log('warn', `record ${id} is damaged: ${found.reason}`);
    const known = await latestInJournal(segments, id);
    if (lock) {
      await quarantineRecord(dir, id);
      if (known) await writeRecord(dir, known);
    }
    return known;
  }

  return {
    dir,
    format: marker.format,
    archiveId: marker.archiveId,
    readOnly: !lock,
    recovery: lock ? recoveryOf(tail.acts.length, tail.faults.length) : null,
    get lastSeq() {
      return seq;
    },
    read,
    ids: () => allIds(dir, open),
    async commit(act: Act): Promise<number> {
      if (!journal) throw new Failure('archive.read-only', { path: dir });
      const mine = ++seq;
      await journal.append(encodeLine({ seq: mine, op: 'tx', act }));
      remember(act.changes);
      await fold(act.changes);
      if (open.size >= 2000) await checkpoint();
      return mine;
    },
    actsAfter: (from) => actsAfter(segments, segmentPath(folder, number), from),
    putObject: (bytes) => putObject(dir, bytes),
    readObject: (sha256) => readObject(dir, sha256),
    get settings() {
      return catalogue.data.settings;
    },
    async close(): Promise<void> {
      await checkpoint().catch((error: unknown) => log('warn', 'no checkpoint on closing; the journal holds all', error));
      await journal?.close();
      lock?.release();
    },
  };
}

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  await file.sync().finally(() => file.close());
}

async function* allIds(dir: string, open: ReadonlyMap<string, Item | undefined>): AsyncGenerator<string> {
  const seen = new Set(open.keys());
  for (const [id, item] of open) if (item) yield id;
  for await (const id of listRecords(dir)) if (!seen.has(id)) yield id;
}

async function* actsAfter(segments: readonly string[], current: string, from: number): AsyncGenerator<{ seq: number; act: Act }> {
  for (const segment of new Set([...segments, current])) {
    for await (const { entry } of readLines(segment)) if (entry?.op === 'tx' && entry.seq > from) yield { seq: entry.seq, act: entry.act };
  }
}

/** The last version of an item that the journal knows; reads all of it, for the rare case of a damaged file. */
async function latestInJournal(segments: readonly string[], id: string): Promise<Item | undefined> {
  let latest: Item | undefined;
  for await (const { act } of actsAfter(segments, segments.at(-1) ?? '', -1)) {
    for (const change of act.changes) {
      if (change.op === 'put' && change.item.id === id) latest = change.item;
      else if (change.op === 'remove' && change.id === id) latest = undefined;
    }
  }
  return latest;
}

export type { Tail };
