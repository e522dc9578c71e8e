// A program's view of a disk that ends when the program is killed: no call made after that has an effect or an answer.
import type { Disk, DiskFile } from '#core/archive/disk.ts';

export type KillableDisk = Disk & {
  /** Resolves when the calls that were under way have ended: the system lets a program go no sooner. */
  kill(): Promise<void>;
  /** Resolves when the program was killed at the call given. */
  readonly cutShort: Promise<void>;
  readonly isKilled: boolean;
  /** Descriptors that this program has not closed. */
  readonly openFiles: number;
};

/** Each its own: one for all would keep every caller in memory. */
const neverAnswered = (): Promise<never> => new Promise(() => {});

/** Killed by itself while the call of number `atCall` is under way, counted from 1. */
export function createKillableDisk(disk: Disk, atCall = Infinity): KillableDisk {
  let killed = false;
  let openFiles = 0;
  let calls = 0;
  const underWay = new Set<Promise<unknown>>();
  const short = Promise.withResolvers<void>();

  async function kill(): Promise<void> {
    killed = true;
    while (underWay.size > 0) await Promise.allSettled(underWay);
  }

  /** An answer that comes after the end reaches nobody. */
  async function alive<T>(work: () => Promise<T>): Promise<T> {
    if (killed) return neverAnswered();
    calls += 1;
    const call = work();
    underWay.add(call);
    if (calls === atCall) void kill().then(short.resolve);
    const answer = await call.then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error;
      },
    );
    underWay.delete(call);
    return killed ? neverAnswered() : answer();
  }

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
    kill,
    cutShort: short.promise,
    get isKilled() {
      return killed;
    },
    get openFiles() {
      return openFiles;
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
