// What of a watched folder was dealt with: remembered on this device beside the archive, so that a restart begins where it
// was. Without it all is read again, and found to be kept already.
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { type Disk, systemDisk } from './disk.ts';
import { makeFolder } from './durable.ts';
import { DurableJsonFile } from './durable-json-file.ts';

/** Size in bytes and time of change in milliseconds since 1970, as the file system told them. */
export type FileState = readonly [size: number, modified: number];
export type WatchedFiles = {
  /** By path. */
  read(): Promise<Map<string, FileState>>;
  write(files: ReadonlyMap<string, FileState>): Promise<void>;
};

type Note = { folder: string; files: Record<string, FileState> };

const isState = (value: unknown): value is FileState =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');

export function watchedFiles(dir: string, folder: string, disk: Disk = systemDisk): WatchedFiles {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  const path = join(dir, '.warraq', 'watched', `${key}.json`);
  const file = new DurableJsonFile<Note>(disk, path);
  return {
    async read() {
      const note = await file.read().catch(() => null);
      const files = note?.folder === folder && typeof note.files === 'object' ? Object.entries(note.files) : [];
      return new Map(files.filter(([, state]) => isState(state)));
    },
    async write(files) {
      await makeFolder(disk, dirname(path));
      await file.write({ folder, files: Object.fromEntries(files) });
    },
  };
}

/** The folder that a window watches; null when there is none. */
export type WatchChoice = { readonly folder: string | null };

export function watchChoice(dir: string, disk: Disk = systemDisk): DurableJsonFile<WatchChoice> {
  return new DurableJsonFile<WatchChoice>(disk, join(dir, '.warraq', 'watch.json'));
}
