// The file system for a thread that does nothing else: calls that wait, without the way to libuv's pool and back, which
// takes longer than they do. Only an fsync goes there, so that several are waited for at once.
import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  fsync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { type Disk, type DiskFile, flags, systemDisk } from './disk.ts';

const missing: NodeJS.ErrnoException = Object.assign(new Error('there is no such file'), { code: 'ENOENT' });

const synced = promisify(fsync);
const dataSynced = promisify(fdatasync);

const wrap = (fd: number): DiskFile => ({
  write: async (bytes, from, position) => writeSync(fd, bytes, from, bytes.length - from, position),
  read: async (into, position) => readSync(fd, into, 0, into.length, position),
  size: async () => fstatSync(fd).size,
  truncate: async (length) => ftruncateSync(fd, length),
  dataSync: () => dataSynced(fd),
  sync: () => synced(fd),
  close: async () => closeSync(fd),
});

export const blockingDisk: Disk = {
  async open(path, mode) {
    return mode === 'append' ? systemDisk.open(path, mode) : wrap(openSync(path, flags[mode]));
  },
  async readFile(path) {
    // To throw and catch takes longer than to ask first, and a new record has no file yet.
    if (!existsSync(path)) throw missing;
    return readFileSync(path);
  },
  names: async (folder) => readdirSync(folder),
  async stat(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && { size: found.size, modified: found.mtimeMs, isFolder: found.isDirectory() };
  },
  async makeFolder(path) {
    try {
      mkdirSync(path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    }
  },
  rename: async (from, to) => renameSync(from, to),
  unlink: async (path) => unlinkSync(path),
  syncFolder: (path) => systemDisk.syncFolder(path),
};
