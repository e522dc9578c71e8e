// Takes the text of purged items out of the journals. A line keeps its length, so that every mark still points at a line's
// beginning, and the digest that it had, so that the chain of lines still closes.
import { dirname } from 'node:path';
import { hash } from 'node:crypto';
import { itemOf } from '../catalog/change.ts';
import type { Disk } from './disk.ts';
import { replaceFile } from './durable.ts';
import type { JournalEntry } from './journal-line.ts';
import { devicesOf, readLines, segmentsOf } from './journal-read.ts';
import { segmentPath } from './layout.ts';

/** Rewrites each segment that names one of the items; each is replaced whole. */
export async function forgetInJournals(disk: Disk, dir: string, ids: ReadonlySet<string>): Promise<void> {
  const names = [...ids].map((id) => Buffer.from(id));
  for (const device of await devicesOf(disk, dir)) {
    for (const segment of await segmentsOf(disk, dir, device)) {
      const path = segmentPath(dir, device, segment);
      const redacted: { at: number; bytes: Uint8Array }[] = [];
      const wants = (bytes: Buffer): boolean => names.some((name) => bytes.includes(name));
      for await (const { line, bytes, at } of readLines(disk, path, { wants })) {
        const rest = line && redact(line.entry, ids);
        // A second purge leaves the first digest standing: the line behind was chained to that one.
        if (rest) redacted.push({ at, bytes: encodePadded({ ...rest, was: rest.was ?? line.sum }, bytes.length) });
      }
      if (redacted.length > 0) await rewrite(disk, path, redacted);
    }
  }
}

/** Without what was done to the items, but for their removal: even the shortest change is longer than the digest that the line had. */
function redact(entry: JournalEntry, ids: ReadonlySet<string>): JournalEntry | undefined {
  if (entry.op !== 'tx') return undefined;
  const changes = entry.act.changes.filter((change) => change.op === 'remove' || !ids.has(itemOf(change) ?? ''));
  return changes.length === entry.act.changes.length ? undefined : { ...entry, act: { ...entry.act, changes } };
}

/** White space before the newline belongs to the line, and to its digest (RFC 8259 2: insignificant). */
function encodePadded(entry: JournalEntry & { was: string }, length: number): Uint8Array {
  const head = '{"sum":"';
  const { seq, prev, was, op, ...contents } = entry;
  const text = JSON.stringify({ seq, prev, was, op, ...contents }).slice(1);
  const rest = text.padEnd(text.length + Math.max(0, length - (head.length + 64 + 2) - Buffer.byteLength(text)), ' ');
  if (Buffer.byteLength(text) > length - (head.length + 64 + 2)) throw new Error('a redacted line is longer than it was');
  return Buffer.from(`${head}${hash('sha256', rest)}",${rest}`);
}

async function rewrite(disk: Disk, path: string, redacted: readonly { at: number; bytes: Uint8Array }[]): Promise<void> {
  const whole = Buffer.from(await disk.readFile(path));
  for (const { at, bytes } of redacted) whole.set(bytes, at);
  await replaceFile(disk, path, whole, { sync: true });
  await disk.syncFolder(dirname(path));
}

/** Removes files; one that is gone needs nothing. */
export async function removeFiles(disk: Disk, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await disk.unlink(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await disk.syncFolder(dirname(path)).catch(() => {});
  }
}
