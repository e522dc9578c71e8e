// A store that forgets something, made by a disk that silently leaves it out. A test that does not notice is not one.
import type { Disk, DiskFile } from '#core/archive/disk.ts';

export const omissions = ['dataSync', 'sync', 'syncFolder'] as const;
export type Omission = (typeof omissions)[number];

const mapFiles = (disk: Disk, change: (file: DiskFile) => Partial<DiskFile>): Disk => ({
  ...disk,
  async open(path, mode) {
    const file = await disk.open(path, mode);
    return { ...file, ...change(file) };
  },
});

/** Calls of that kind succeed without having been made. */
export function omitting(disk: Disk, omission: Omission): Disk {
  if (omission === 'syncFolder') return { ...disk, syncFolder: async () => {} };
  return mapFiles(disk, () => ({ [omission]: async () => {} }));
}

/** A failed sync is asked for again on the same descriptor, and the second answer believed. */
export const retryingSyncs = (disk: Disk): Disk =>
  mapFiles(disk, (file) => ({
    sync: () => file.sync().catch(() => file.sync()),
    dataSync: () => file.dataSync().catch(() => file.dataSync()),
  }));
