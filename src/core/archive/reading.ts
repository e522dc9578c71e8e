// The reading half of a store: files with what the journals know beyond them laid over.
import type { Low } from 'lowdb';
import type { Item } from '#contract/item.ts';
import { applyChange } from '../catalog/change.ts';
import type { Log } from '../log.ts';
import type { Catalogue } from './catalogue.ts';
import type { Disk } from './disk.ts';
import { historyOf, lastKnown } from './history.ts';
import type { JournalEntry, Marks, ReadEntry } from './journal-line.ts';
import { devicesOf, type Location } from './journal-read.ts';
import { readFrom } from './journal-tail.ts';
import { readObject } from './objects.ts';
import { setAside } from './quarantine.ts';
import { isSound, type Journals, type PlacedAct } from './recover.ts';
import { digestOf, listRecords, readRecord, shardsOf } from './records.ts';
import { isItemId } from './layout.ts';
import type { Store } from './store.types.ts';
import type { Unfolded } from './unfolded.ts';

export type Reading = {
  readonly unfolded: Unfolded;
  marks: Marks;
  /** An act that is durable in a journal: readers see it from now on. */
  take(placed: PlacedAct): void;
  /** The file that a record was last seen in, by its digest; undefined when it was not seen, or is changed since. */
  seen(id: string, revision: number): string | undefined;
  /** A record was written, or (undefined) removed. */
  wrote(id: string, record: { revision: number; sha256: string } | undefined): void;
  /** Writes a record's file anew from what the journals know; undefined while nothing may be written. */
  heal?: (id: string, item: Item | undefined, even?: 'sound') => Promise<void>;
  /** Whether a record has changes that are not durable in its file. */
  isOpen: (id: string) => boolean;
  readonly store: Pick<Store, 'read' | 'readFile' | 'digestOf' | 'ids' | 'shards' | 'waiting' | 'refresh' | 'history' | 'readObject'>;
};

type Options = {
  disk: Disk;
  dir: string;
  device: string;
  clock: () => Date;
  log: Log;
  journals: Journals;
  catalogue: Low<Catalogue>;
  writes: boolean;
};

/** Digests of so many files are remembered, to tell later whether another program has changed one. */
const REMEMBERED = 100_000;

export function openReading({ disk, dir, device, clock, log, journals, catalogue, writes }: Options): Reading {
  const { unfolded } = journals;
  const files = new Map<string, { revision: number; sha256: string }>();

  function remember(id: string, record: { revision: number; sha256: string }): void {
    if (files.size >= REMEMBERED) files.clear();
    files.set(id, record);
  }

  const seen = (id: string, revision: number): string | undefined => {
    const file = files.get(id);
    return file?.revision === revision && !unfolded.has(id) ? file.sha256 : undefined;
  };

  const reading: Reading = {
    unfolded,
    marks: journals.ends,
    isOpen: (id) => unfolded.has(id),
    take({ act, location }) {
      unfolded.add(act, location);
      for (const change of act.changes) if (change.op === 'settings') catalogue.data.settings = change.settings;
    },
    seen,
    wrote(id, record) {
      if (record) remember(id, record);
      else files.delete(id);
    },
    store: {
      read,
      digestOf: seen,
      readFile: (id) => readRecord(disk, dir, id),
      ids: () => allIds(disk, dir, unfolded, read),
      shards: () => shardsOf(disk, dir),
      waiting: () => [...unfolded.ids()],
      refresh,
      history: (id) => historyOf(disk, dir, id),
      readObject: (sha256) => readObject(disk, dir, sha256),
    },
  };
  if (journals.settings) catalogue.data.settings = journals.settings;

  async function read(id: string): Promise<Item | undefined> {
    if (!isItemId(id)) return undefined;
    // The changes first: were they folded into the file between the two readings, they would be missed.
    const changes = unfolded.has(id) ? await unfolded.changesOf(id) : [];
    const found = await readRecord(disk, dir, id);
    if (found.state === 'damaged') return mended(id, found);
    // A patch of a file that is gone: the journals know what it held.
    if (found.state === 'absent' && changes[0]?.op === 'patch') return lastKnown(disk, dir, id);
    if (found.state === 'absent') return changes.reduce(applyChange, undefined as Item | undefined);
    remember(id, { revision: found.item.revision, sha256: found.sha256 });
    return changes.reduce(applyChange, found.item as Item | undefined);
  }

  /** The journals know what a damaged file held; the file itself is set aside, and written anew. */
  async function mended(id: string, { reason, bytes }: { reason: string; bytes: Uint8Array }): Promise<Item | undefined> {
    log('warn', `record ${id} is damaged: ${reason}`);
    const known = await lastKnown(disk, dir, id);
    await heal(id, bytes, reason, known).catch((error: unknown) => log('warn', `record ${id} could not be written anew`, error));
    return known;
  }

  /** A disk that does not take it now is asked again at the next reading. */
  async function heal(id: string, bytes: Uint8Array, reason: string, known: Item | undefined): Promise<void> {
    if (!reading.heal) return;
    await setAside(disk, dir, bytes, { name: `${id}.${digestOf(bytes).slice(0, 8)}.json`, reason, at: clock() });
    await reading.heal(id, known);
  }

  async function refresh(): Promise<ReadEntry[]> {
    const entries: { entry: JournalEntry; location: Location }[] = [];
    const marks: Record<string, readonly [number, number]> = { ...reading.marks };
    for (const one of await devicesOf(disk, dir)) {
      if (writes && one === device) continue;
      const tail = await readFrom(disk, dir, one, marks[one]);
      for await (const { line, segment, at, end } of tail.lines) {
        if (!line) continue;
        entries.push({ entry: line.entry, location: { device: one, segment, offset: at, length: end - at } });
        marks[one] = [segment, end];
      }
    }
    entries.sort((a, b) => a.entry.seq - b.entry.seq);
    for (const { entry, location } of entries) {
      if (entry.op === 'tx') {
        if (entry.act.changes.every(isSound)) reading.take({ seq: entry.seq, act: entry.act, location });
      } else if (!writes && entry.marks) unfolded.forget(entry.marks);
    }
    reading.marks = marks;
    return entries.map(({ entry, location }) => ({ ...entry, device: location.device }));
  }

  return reading;
}

async function* allIds(disk: Disk, dir: string, unfolded: Unfolded, read: Store['read']): AsyncGenerator<string> {
  const open = new Set(unfolded.ids());
  for (const id of open) if (await read(id)) yield id;
  for await (const id of listRecords(disk, dir)) if (!open.has(id)) yield id;
}
