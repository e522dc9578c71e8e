// Which import is under way: found again, it did not come to its end, and what it took in is no duplicate but its work.
import { join } from 'node:path';
import { type Disk, systemDisk } from './disk.ts';
import { diskFailure } from './disk-failure.ts';
import { DurableJsonFile } from './durable-json-file.ts';

type Note = { paths: readonly string[]; begun: string };

export type OpenImport = {
  /** When the import of the same paths began that was interrupted. */
  readonly since: Date | undefined;
  /** It has come to its end. */
  end(): Promise<void>;
};

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((path, at) => path === b[at]);

/** Throws archive.disk-full, archive.disk-error. */
export async function beginImport(dir: string, paths: readonly string[], now: Date, disk: Disk = systemDisk): Promise<OpenImport> {
  const path = join(dir, '.warraq', 'import.json');
  const file = new DurableJsonFile<Note>(disk, path);
  const note = await file.read().catch(() => null);
  const before = Array.isArray(note?.paths) && same(note.paths, paths) ? new Date(note.begun) : undefined;
  const since = before && !Number.isNaN(before.getTime()) ? before : undefined;
  await file.write({ paths, begun: (since ?? now).toISOString() }).catch((error: unknown) => {
    throw diskFailure(error, dir);
  });
  return { since, end: () => disk.unlink(path).catch(() => {}) };
}
