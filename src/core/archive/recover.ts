// Brings the files up to the journal after a sudden end: replays what came after the last checkpoint, sets torn bytes aside.
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Act } from '../catalog/change.ts';
import { makeFolder, replaceFile } from './durable.ts';
import { type JournalLine, readLines } from './journal-read.ts';
import { quarantineFolder } from './layout.ts';
import type { Recovery } from './store.types.ts';

export type Tail = {
  /** Acts after the last checkpoint, oldest first. */
  readonly acts: { seq: number; act: Act }[];
  readonly lastSeq: number;
  readonly faults: JournalLine[];
};

/** Reads the last segment; every segment but the last ends in a checkpoint, so only this one can hold open acts. */
export async function readTail(segment: string | undefined): Promise<Tail> {
  let acts: Tail['acts'] = [];
  let lastSeq = 0;
  const faults: JournalLine[] = [];
  if (segment !== undefined) {
    for await (const line of readLines(segment)) {
      if (!line.entry) faults.push({ ...line, bytes: Buffer.from(line.bytes) });
      else {
        lastSeq = Math.max(lastSeq, line.entry.seq);
        if (line.entry.op === 'checkpoint') acts = [];
        else acts.push({ seq: line.entry.seq, act: line.entry.act });
      }
    }
  }
  return { acts, lastSeq, faults };
}

/** Sets faulty lines aside; a torn last line is cut off, so that the next act begins on a line of its own. */
export async function setFaultsAside(dir: string, segment: string, faults: readonly JournalLine[], now: Date): Promise<void> {
  await makeFolder(quarantineFolder(dir));
  for (const { bytes, at, whole } of faults) {
    const name = `journal.${now.getTime()}.${at}.txt`;
    await replaceFile(join(quarantineFolder(dir), name), bytes, { sync: true });
    if (!whole) await truncate(segment, at);
  }
}

export const recoveryOf = (acts: number, faults: number): Recovery | null => (acts + faults > 0 ? { acts, quarantined: faults } : null);
