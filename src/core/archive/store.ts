// The archive on disk. The journal is the promise; the item files are the readable truth it is folded into.
import { basename } from 'node:path';
import { Low } from 'lowdb';
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { defaultSettings, settingsSchema } from '#contract/settings.ts';
import type { Act } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import { createActQueue } from './act-queue.ts';
import { makeFolder } from './durable.ts';
import { DurableJsonFile } from './durable-json-file.ts';
import { type Catalogue, createFolding } from './folding.ts';
import { encodeLine } from './journal-line.ts';
import { readLines, segmentsOf } from './journal-read.ts';
import { type JournalWriter, openJournal } from './journal-write.ts';
import { catalogPath, isItemId, journalFolder, segmentPath } from './layout.ts';
import { type Lock, takeLock } from './lock.ts';
import { isArchive, makeMarker, readMarker } from './marker.ts';
import { putObject, readObject } from './objects.ts';
import { isSound, readTail, recoveryOf, setFaultsAside } from './recover.ts';
import { listRecords, quarantineRecord, readRecord, writeRecord } from './records.ts';
import type { Store } from './store.types.ts';

export { isArchive };

export type StoreOptions = { dir: string; app: string; clock: () => Date; newId: () => string; log: Log };

/** A segment is closed, behind a checkpoint, when it is larger than this. */
const SEGMENT_BYTES = 64 << 20;
/** Acts between two checkpoints, so that opening after a sudden end stays quick. */
const CHECKPOINT_ACTS = 2000;

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
  const tail = await readTail(segments);
  const catalogue = new Low<Catalogue>(new DurableJsonFile(catalogPath(dir), { setAside: lock !== undefined }), {
    settings: defaultSettings,
  });
  await catalogue.read();
  catalogue.data = { ...catalogue.data, settings: settingsSchema.safeParse(catalogue.data?.settings).data ?? defaultSettings };
  const folding = createFolding(dir, catalogue, log);
  for (const { act } of tail.acts) folding.remember(act.changes);

  let seq = tail.lastSeq;
  let number = segments.length === 0 ? 1 : Number(basename(segments.at(-1)!, '.jsonl'));
  let journal: JournalWriter | undefined;
  let setAside = 0;
  if (lock) {
    await makeFolder(folder);
    setAside = await setFaultsAside(dir, tail.faults);
    journal = await openJournal(segmentPath(folder, number), dir);
    await checkpoint();
  }

  async function persist(acts: readonly Act[]): Promise<number[]> {
    const lines = acts.map((act, at) => encodeLine({ seq: seq + 1 + at, op: 'tx', act }));
    await journal!.append(Buffer.concat(lines));
    for (const act of acts) folding.remember(act.changes);
    return acts.map(() => ++seq);
  }

  async function fold(acts: readonly Act[]): Promise<void> {
    for (const act of acts) await folding.fold(act.changes);
    if (folding.acts >= CHECKPOINT_ACTS)
      await checkpoint().catch((error: unknown) => log('warn', 'no checkpoint; the journal holds all', error));
  }

  /** Makes every file touched since the last checkpoint durable, then says so in the journal. */
  async function checkpoint(): Promise<void> {
    if (!journal || folding.acts === 0) return;
    await folding.settle();
    await journal.append(encodeLine({ seq, op: 'checkpoint' }));
    if (journal.size() > SEGMENT_BYTES) await roll(journal);
  }

  /** The new segment is open, and says how far the acts have come, before the old one is let go. */
  async function roll(old: JournalWriter): Promise<void> {
    const next = await openJournal(segmentPath(folder, number + 1), dir);
    await next.append(encodeLine({ seq, op: 'checkpoint' }));
    number += 1;
    journal = next;
    await old.close();
  }

  async function read(id: string): Promise<Item | undefined> {
    if (!isItemId(id)) return undefined;
    if (folding.pending.has(id)) return folding.pending.get(id);
    const found = await readRecord(dir, id);
    if (found.state === 'sound') return found.item;
    if (found.state === 'absent') return undefined;
    log('warn', `record ${id} is damaged: ${found.reason}`);
    const known = await latestInJournal(folder, id);
    if (lock) {
      await quarantineRecord(dir, id, clock());
      if (known) await writeRecord(dir, known);
    }
    return known;
  }

  const queue = createActQueue(persist, fold);
  return {
    dir,
    format: marker.format,
    archiveId: marker.archiveId,
    readOnly: !lock,
    recovery: lock ? recoveryOf(tail.acts.length, setAside) : null,
    get lastSeq() {
      return seq;
    },
    read,
    ids: () => allIds(dir, folding.pending),
    async commit(act: Act): Promise<number> {
      if (!journal) throw new Failure('archive.read-only', { path: dir });
      if (!act.changes.every(isSound)) throw new TypeError('an act holds a change that is not sound');
      return queue.add(act);
    },
    actsAfter: (from) => actsAfter(folder, from),
    putObject: (bytes) => putObject(dir, bytes),
    readObject: (sha256) => readObject(dir, sha256),
    get settings() {
      return catalogue.data.settings;
    },
    async close(): Promise<void> {
      await queue.idle();
      await checkpoint().catch((error: unknown) => log('warn', 'no checkpoint on closing; the journal holds all', error));
      await journal?.close();
      lock?.release();
    },
  };
}

async function* allIds(dir: string, open: ReadonlyMap<string, Item | undefined>): AsyncGenerator<string> {
  const seen = new Set(open.keys());
  for (const [id, item] of open) if (item) yield id;
  for await (const id of listRecords(dir)) if (!seen.has(id)) yield id;
}

async function* actsAfter(folder: string, from: number): AsyncGenerator<{ seq: number; act: Act }> {
  for (const segment of await segmentsOf(folder)) {
    for await (const { entry } of readLines(segment)) if (entry?.op === 'tx' && entry.seq > from) yield { seq: entry.seq, act: entry.act };
  }
}

/** The last version of an item that the journal knows; reads all of it, for the rare case of a damaged file. */
async function latestInJournal(folder: string, id: string): Promise<Item | undefined> {
  let latest: Item | undefined;
  for await (const { act } of actsAfter(folder, -1)) {
    for (const change of act.changes) {
      if (change.op === 'put' && change.item.id === id && isSound(change)) latest = change.item;
      else if (change.op === 'remove' && change.id === id) latest = undefined;
    }
  }
  return latest;
}
