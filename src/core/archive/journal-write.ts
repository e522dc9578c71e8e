// Appends to the last segment. A line's promise resolves after fdatasync; lines waiting together share one.
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '#contract/errors.ts';
import { syncFolder, writeAll } from './durable.ts';

export type JournalWriter = {
  append(line: Uint8Array): Promise<void>;
  /** Bytes in the segment. */
  size(): number;
  close(): Promise<void>;
};

type Waiting = { line: Uint8Array; resolve: () => void; reject: (error: unknown) => void };

/** Throws archive.disk-full (the act is not kept), archive.outcome-unknown (the disk failed to confirm; nothing more is written). */
export async function openJournal(path: string, archive: string): Promise<JournalWriter> {
  const existed = await stat(path).then(
    () => true,
    () => false,
  );
  const file: FileHandle = await open(path, 'a+');
  if (!existed) await syncFolder(dirname(path));
  let size = (await file.stat()).size;
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;
  let broken: Failure | undefined;

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      const failure = broken ?? (await writeBatch(batch.map(({ line }) => line)));
      for (const { resolve, reject } of batch) {
        if (failure) reject(failure);
        else resolve();
      }
    }
    running = undefined;
  }

  async function writeBatch(lines: Uint8Array[]): Promise<unknown> {
    const bytes = Buffer.concat(lines);
    try {
      await writeAll(file, bytes);
    } catch (error) {
      return undo(error);
    }
    try {
      await file.datasync();
    } catch (error) {
      // After a failed fsync the kernel may have dropped the pages: asking again would only seem to succeed.
      broken = new Failure('archive.outcome-unknown', { path: archive }, { cause: error });
      return broken;
    }
    size += bytes.length;
    return undefined;
  }

  async function undo(error: unknown): Promise<unknown> {
    try {
      await file.truncate(size);
    } catch (cause) {
      broken = new Failure('archive.outcome-unknown', { path: archive }, { cause });
      return broken;
    }
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOSPC' || code === 'EDQUOT' ? new Failure('archive.disk-full', { path: archive }, { cause: error }) : error;
  }

  return {
    append: (line) =>
      new Promise((resolve, reject) => {
        queue.push({ line, resolve, reject });
        running ??= Promise.resolve().then(drain);
      }),
    size: () => size,
    close: async () => {
      await running;
      await file.close();
    },
  };
}
