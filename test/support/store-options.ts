// How the tests of faults open an archive: on a disk of theirs, with a clock that stands still and no lock.
import type { Disk } from '#core/archive/disk.ts';

export const archive = '/desk/أرشيف';
export const at = '2024-05-04T00:00:00.000Z';

export const storeOptions = (disk: Disk) => ({
  dir: archive,
  app: 'test',
  device: 'aaaa',
  clock: () => new Date(at),
  newId: () => '01900000-0000-7000-8000-000000000000',
  log: () => {},
  lock: () => ({ release: () => {} }),
  disk,
});
