// Appends to the last segment: durable when resolved. One caller at a time (act-queue.ts).
import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from '#contract/errors.ts';
import { syncFolder, writeAll } from './durable.ts';

export type JournalWriter = {
  /** Throws archive.disk-full (nothing of it is kept), archive.outcome-unknown (and then for every later call). */
  append(lines: Uint8Array): Promise<void>;
  /** Bytes in the segment. */
  size(): number;
  close(): Promise<void>;
};

export async function openJournal(path: string, archive: string): Promise<JournalWriter> {
  const existed = await stat(path).then(
    () => true,
    () => false,
  );
  const file = await open(path, 'a+');
  if (!existed) await syncFolder(dirname(path));
  let size = (await file.stat()).size;
  let broken: Failure | undefined;

  const unknown = (cause: unknown): Failure => {
    broken = new Failure('archive.outcome-unknown', { path: archive }, { cause });
    return broken;
  };

  async function undo(error: unknown): Promise<unknown> {
    try {
      await file.truncate(size);
    } catch (cause) {
      return unknown(cause);
    }
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOSPC' || code === 'EDQUOT' ? new Failure('archive.disk-full', { path: archive }, { cause: error }) : error;
  }

  return {
    async append(lines) {
      if (broken) throw broken;
      try {
        await writeAll(file, lines);
      } catch (error) {
        throw await undo(error);
      }
      try {
        await file.datasync();
      } catch (error) {
        // After a failed fsync the kernel may have dropped the pages: asking again would only seem to succeed.
        throw unknown(error);
      }
      size += lines.length;
    },
    size: () => size,
    close: () => file.close(),
  };
}
