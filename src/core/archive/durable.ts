// Writing that survives a power cut: whole buffers, fsync, rename, fsync of the folder.
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { Disk, DiskFile } from './disk.ts';

/** Names of temporary neighbours are no other program's, and no other of ours. */
const ours = randomBytes(3).toString('hex');
let made = 0;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/** write(2) may take less than it was given; a short write is not an error, and not the end. */
export async function writeAll(file: DiskFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += await file.write(bytes, done, position + done);
}

/**
 * Replaces a file whole, by a temporary neighbour and a rename. With `sync` it is durable when resolved, with `file` but
 * for its name, which the caller makes durable; without, the bytes reach the disk at the next checkpoint and the journal
 * stands in for them until then.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array, options: { sync: boolean | 'file' }): Promise<void> {
  const { file, temporary } = await writeBeside(disk, path, bytes);
  try {
    try {
      if (options.sync) await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.unlink(temporary).catch(() => {});
    throw error;
  }
  if (options.sync === true) await disk.syncFolder(dirname(path));
}

/** The same without `sync`, and the file is still open: the caller makes it durable, and closes it. */
export async function putFile(disk: Disk, path: string, bytes: Uint8Array): Promise<DiskFile> {
  const { file, temporary } = await writeBeside(disk, path, bytes);
  try {
    await disk.rename(temporary, path);
    return file;
  } catch (error) {
    await file.close();
    await disk.unlink(temporary).catch(() => {});
    throw error;
  }
}

async function writeBeside(disk: Disk, path: string, bytes: Uint8Array): Promise<{ file: DiskFile; temporary: string }> {
  const temporary = `${path}.${ours}${made.toString(16).padStart(6, '0')}.tmp`;
  made = (made + 1) % 0x1000000;
  const file = await openMaking(disk, temporary);
  try {
    await writeAll(file, bytes, 0);
    return { file, temporary };
  } catch (error) {
    await file.close();
    await disk.unlink(temporary).catch(() => {});
    throw error;
  }
}

async function openMaking(disk: Disk, path: string): Promise<DiskFile> {
  try {
    return await disk.open(path, 'create');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await makeFolder(disk, dirname(path));
    return disk.open(path, 'create');
  }
}

const making = new WeakMap<Disk, Map<string, Promise<void>>>();

/** Makes a folder and its parents; each new name is durable in its parent when resolved, whoever of several at once made it. */
export async function makeFolder(disk: Disk, folder: string): Promise<void> {
  const mine = making.get(disk) ?? new Map<string, Promise<void>>();
  making.set(disk, mine);
  const before = mine.get(folder);
  if (before) return before;
  const made = makeOnce(disk, folder).finally(() => mine.delete(folder));
  mine.set(folder, made);
  return made;
}

async function makeOnce(disk: Disk, folder: string): Promise<void> {
  let isNew: boolean;
  try {
    isNew = await disk.makeFolder(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(disk, dirname(folder));
    isNew = await disk.makeFolder(folder);
  }
  if (isNew) await disk.syncFolder(dirname(folder));
}

/** Makes a file's bytes durable; one that is gone needs nothing. */
export async function syncFile(disk: Disk, path: string): Promise<void> {
  let file: DiskFile;
  try {
    file = await disk.open(path, 'update');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Undefined when there is no such file. */
export async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  try {
    return await disk.readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Runs work over values, `width` at a time; the first failure is thrown after those begun have ended. */
export async function eachOf<T>(values: Iterable<T>, width: number, work: (value: T) => Promise<void>): Promise<void> {
  const iterator = values[Symbol.iterator]();
  let failed: { error: unknown } | undefined;
  const lane = async (): Promise<void> => {
    for (let next = iterator.next(); !next.done && !failed; next = iterator.next()) {
      await work(next.value).catch((error: unknown) => {
        failed ??= { error };
      });
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  if (failed) throw failed.error;
}

/** What is in a folder; nothing where there is none. */
export const namesIn = (disk: Disk, folder: string): Promise<string[]> =>
  disk.names(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
