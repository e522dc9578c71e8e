// The few things that the archive asks of a file system. Everything it writes goes through here, so that a test can
// record it, tear it or make it fail at any point.
import { writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises';

/** Errors are those of the system, with their `code` (ENOENT, ENOSPC, EIO …). */
export type DiskFile = {
  /** Bytes taken, from `bytes[from]` on: fewer than given is neither an error nor the end (write(2)). */
  write(bytes: Uint8Array, from: number, position: number): Promise<number>;
  /** Bytes read; 0 at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>;
  size(): Promise<number>;
  truncate(length: number): Promise<void>;
  /** fdatasync(2): the bytes, and what is needed to read them again. */
  dataSync(): Promise<void>;
  /** fsync(2). */
  sync(): Promise<void>;
  close(): Promise<void>;
};

export type Found = { readonly size: number; readonly modified: number; readonly isFolder: boolean };

export type Disk = {
  /** `create` refuses a file that is there (EEXIST); `append` makes one where there is none, and reads and writes anywhere. */
  open(path: string, mode: 'read' | 'update' | 'create' | 'append'): Promise<DiskFile>;
  readFile(path: string): Promise<Uint8Array>;
  names(folder: string): Promise<string[]>;
  /** Undefined when there is nothing; `modified` in milliseconds since 1970, with its fraction. */
  stat(path: string): Promise<Found | undefined>;
  /** One level; one that is there already is not an error. Tells whether it was made. */
  makeFolder(path: string): Promise<boolean>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  /** Makes the names in a folder durable. */
  syncFolder(path: string): Promise<void>;
};

const SMALL = 64 << 10;
/** How node:fs is asked to open a file. */
export const flags = { read: 'r', update: 'r+', create: 'wx+' } as const;

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function wrap(file: FileHandle): DiskFile {
  return {
    // A few kilobytes into the page cache take less time than the way to another thread and back.
    write: async (bytes, from, position) =>
      bytes.length - from <= SMALL
        ? writeSync(file.fd, bytes, from, bytes.length - from, position)
        : (await file.write(bytes, from, bytes.length - from, position)).bytesWritten,
    read: async (into, position) => (await file.read(into, 0, into.length, position)).bytesRead,
    size: async () => (await file.stat()).size,
    truncate: (length) => file.truncate(length),
    dataSync: () => file.datasync(),
    sync: () => file.sync(),
    close: () => file.close(),
  };
}

async function openAppending(path: string): Promise<FileHandle> {
  // Not O_APPEND: with it Linux ignores the position of a write (pwrite(2)).
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return open(path, 'wx+');
  }
}

export const systemDisk: Disk = {
  open: async (path, mode) => wrap(mode === 'append' ? await openAppending(path) : await open(path, flags[mode])),
  readFile: (path) => readFile(path),
  names: (folder) => readdir(folder),
  async stat(path) {
    try {
      const found = await stat(path);
      return { size: found.size, modified: found.mtimeMs, isFolder: found.isDirectory() };
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  async makeFolder(path) {
    try {
      await mkdir(path);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
  },
  rename: (from, to) => rename(from, to),
  unlink: (path) => unlink(path),
  async syncFolder(path) {
    let file: FileHandle | undefined;
    try {
      file = await open(path, 'r');
      await file.sync();
    } catch (error) {
      // Windows has no such thing and says so; only there is that forgiven.
      if (process.platform !== 'win32' || !['EPERM', 'EISDIR', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
    } finally {
      await file?.close();
    }
  },
};
