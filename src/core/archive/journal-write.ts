// Writes one device's journal: a line is durable when `append` resolves. One caller at a time (act-queue.ts).
import { dirname } from 'node:path';
import { Failure } from '#contract/errors.ts';
import type { Disk, DiskFile } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { makeFolder, writeAll } from './durable.ts';
import { encodeLine, encodeLongLine, type JournalEntry } from './journal-line.ts';
import type { Location } from './journal-read.ts';
import { segmentPath } from './layout.ts';

export type JournalWriter = {
  /**
   * Where the lines are. Throws archive.disk-full (nothing of it is kept), archive.outcome-unknown (and then for every
   * later call).
   */
  append(entries: readonly JournalEntry[]): Promise<Location[]>;
  /** Where the next line will stand. */
  readonly segment: number;
  readonly end: number;
  /** The sum of the last line. */
  readonly prev: string | undefined;
  /** Goes on in a new segment; when that cannot be had, in this one. */
  roll(first: JournalEntry): Promise<void>;
  close(): Promise<void>;
};

export type JournalPlace = { disk: Disk; dir: string; device: string; segment: number; end: number; prev: string | undefined };

/**
 * Room is written ahead as newlines, which any reader of JSON lines passes over: an fdatasync within a file's own blocks
 * has no change of the file's size to bring to the disk, and takes about half as long.
 */
const ROOM = 1 << 20;
const room = new Uint8Array(ROOM).fill(0x0a);

export async function openJournal({ disk, dir, device, ...start }: JournalPlace): Promise<JournalWriter> {
  let { segment, end, prev } = start;
  let file = await openSegment(disk, segmentPath(dir, device, segment));
  let size = await file.size();
  let broken: Failure | undefined;

  const unknown = (cause: unknown): Failure => {
    broken = new Failure('archive.outcome-unknown', { path: dir }, { cause });
    return broken;
  };

  async function undo(error: unknown): Promise<unknown> {
    try {
      await file.truncate(end);
      size = end;
      await file.dataSync();
    } catch (cause) {
      return unknown(cause);
    }
    return diskFailure(error, dir);
  }

  /** A disk without room for the room still has some for a line. */
  async function makeRoom(length: number): Promise<void> {
    if (end + length <= size || length > ROOM / 4) return;
    try {
      await writeAll(file, room, size);
      size += ROOM;
    } catch {
      size = await file.size();
    }
  }

  return {
    get segment() {
      return segment;
    },
    get end() {
      return end;
    },
    get prev() {
      return prev;
    },
    async append(entries) {
      if (broken) throw broken;
      const parts: Uint8Array[] = [];
      const locations: Location[] = [];
      let last = prev;
      let offset = end;
      for (const entry of entries) {
        const { bytes, sum } = await encodeLongLine(last === undefined ? entry : { ...entry, prev: last });
        locations.push({ device, segment, offset, length: bytes.length });
        parts.push(bytes);
        offset += bytes.length;
        last = sum;
      }
      const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      try {
        await makeRoom(bytes.length);
        await writeAll(file, bytes, end);
      } catch (error) {
        throw await undo(error);
      }
      try {
        await file.dataSync();
      } catch (error) {
        // After a failed fsync the kernel may have dropped the pages: asking again would only seem to succeed.
        throw unknown(error);
      }
      end = offset;
      size = Math.max(size, end);
      prev = last;
      return locations;
    },
    async roll(first) {
      if (broken) throw broken;
      const next = await openSegment(disk, segmentPath(dir, device, segment + 1));
      const { bytes, sum } = encodeLine(prev === undefined ? first : { ...first, prev });
      try {
        await writeAll(next, bytes, 0);
        await next.dataSync();
      } catch (error) {
        await next.truncate(0).catch(() => {});
        await next.close();
        throw error;
      }
      const old = file;
      [file, segment, end, size, prev] = [next, segment + 1, bytes.length, bytes.length, sum];
      await letGo(old, undefined);
    },
    close: () => letGo(file, broken ? undefined : end),
  };
}

/** The room that was not used is given back. */
async function letGo(file: DiskFile, end: number | undefined): Promise<void> {
  try {
    if (end !== undefined && (await file.size()) > end) await file.truncate(end);
  } finally {
    await file.close();
  }
}

async function openSegment(disk: Disk, path: string): Promise<DiskFile> {
  if (await disk.stat(path)) return disk.open(path, 'update');
  await makeFolder(disk, dirname(path));
  const file = await disk.open(path, 'append');
  try {
    await disk.syncFolder(dirname(path));
  } catch (error) {
    await file.close();
    throw error;
  }
  return file;
}
