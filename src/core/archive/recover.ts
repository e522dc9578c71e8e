// Reads what the journal still holds open after a sudden end, and sets torn bytes aside.
import { stat, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { itemSchema } from '#contract/item.ts';
import { settingsSchema } from '#contract/settings.ts';
import type { Act, Change } from '../catalog/change.ts';
import { makeFolder, replaceFile } from './durable.ts';
import { type JournalLine, readLines } from './journal-read.ts';
import { quarantineFolder } from './layout.ts';
import type { Recovery } from './store.types.ts';

export type Fault = JournalLine & { readonly segment: string };
export type Tail = {
  /** Acts that no checkpoint covers, oldest first. */
  readonly acts: { seq: number; act: Act }[];
  readonly lastSeq: number;
  readonly faults: Fault[];
};

/**
 * A segment is closed behind a checkpoint, so open acts stand in the last one; when that was only just begun and holds
 * nothing yet, the one before it tells how far the acts have come.
 */
export async function readTail(segments: readonly string[]): Promise<Tail> {
  let tail: Tail = { acts: [], lastSeq: 0, faults: [] };
  for (const segment of segments.slice(-2)) {
    const read = await readSegment(segment);
    tail = read.entries > 0 ? { ...read, faults: [...tail.faults, ...read.faults] } : { ...tail, faults: [...tail.faults, ...read.faults] };
  }
  return tail;
}

async function readSegment(segment: string): Promise<Tail & { entries: number }> {
  let acts: Tail['acts'] = [];
  let lastSeq = 0;
  let entries = 0;
  const faults: Fault[] = [];
  for await (const line of readLines(segment)) {
    const { entry } = line;
    if (!entry || (entry.op === 'tx' && !entry.act.changes.every(isSound))) {
      faults.push({ ...line, segment, bytes: Buffer.from(line.bytes) });
      continue;
    }
    entries += 1;
    lastSeq = Math.max(lastSeq, entry.seq);
    if (entry.op === 'checkpoint') acts = acts.filter(({ seq }) => seq > entry.seq);
    else acts.push({ seq: entry.seq, act: entry.act });
  }
  return { acts, lastSeq, faults, entries };
}

/** A journal may have been edited by someone else: an identifier decides a path, so nothing unsound is replayed. */
export function isSound(change: Change): boolean {
  if (change.op === 'put') return itemSchema.safeParse(change.item).success;
  if (change.op === 'remove') return itemSchema.shape.id.safeParse(change.id).success;
  return change.op === 'settings' && settingsSchema.safeParse(change.settings).success;
}

/** Gives the number of faults that were not set aside before. A torn last line is cut off, so that the next begins its own. */
export async function setFaultsAside(dir: string, faults: readonly Fault[]): Promise<number> {
  let fresh = 0;
  for (const { segment, bytes, at, whole } of faults) {
    const path = join(quarantineFolder(dir), `journal.${basename(segment, '.jsonl')}.${at}.${bytes.length}.txt`);
    const known = await stat(path).then(
      () => true,
      () => false,
    );
    if (!known) {
      await makeFolder(quarantineFolder(dir));
      await replaceFile(path, bytes, { sync: true });
      fresh += 1;
    }
    if (!whole) await truncate(segment, at);
  }
  return fresh;
}

export const recoveryOf = (acts: number, quarantined: number): Recovery | null => (acts + quarantined > 0 ? { acts, quarantined } : null);
