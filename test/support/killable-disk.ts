// A program's view of a disk that ends when the program is killed: no call made after that has an effect or an answer.
import type { Disk, DiskFile } from '#core/archive/disk.ts';

export type KillableDisk = Disk & {
  kill(): void;
  /** Descriptors that this program has not closed. */
  readonly openFiles: number;
};

const never = new Promise<never>(() => {});

export function createKillableDisk(disk: Disk): KillableDisk {
  let killed = false;
  let openFiles = 0;
  /** An answer that comes after the end reaches nobody. */
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (killed) return never;
    try {
      const result = await work();
      return killed ? await never : result;
    } catch (error) {
      if (killed) return never;
      throw error;
    }
  };
  const fileOf = (file: DiskFile): DiskFile => ({
    write: (bytes, from, position) => alive(() => file.write(bytes, from, position)),
    read: (into, position) => alive(() => file.read(into, position)),
    size: () => alive(() => file.size()),
    truncate: (length) => alive(() => file.truncate(length)),
    dataSync: () => alive(() => file.dataSync()),
    sync: () => alive(() => file.sync()),
    async close() {
      await alive(() => file.close());
      openFiles -= 1;
    },
  });
  return {
    get openFiles() {
      return openFiles;
    },
    kill() {
      killed = true;
    },
    async open(path, mode) {
      const file = await alive(() => disk.open(path, mode));
      openFiles += 1;
      return fileOf(file);
    },
    readFile: (path) => alive(() => disk.readFile(path)),
    names: (folder) => alive(() => disk.names(folder)),
    stat: (path) => alive(() => disk.stat(path)),
    makeFolder: (path) => alive(() => disk.makeFolder(path)),
    rename: (from, to) => alive(() => disk.rename(from, to)),
    unlink: (path) => alive(() => disk.unlink(path)),
    syncFolder: (path) => alive(() => disk.syncFolder(path)),
  };
}
