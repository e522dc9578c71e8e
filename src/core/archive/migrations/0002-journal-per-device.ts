// Format 1 kept one journal, data/journal/NNNNNNNN.jsonl. Format 2 keeps one for each device, so that no two machines ever
// write to one file: the old segments become the journal of a device named «first».
import { join } from 'node:path';
import type { Migration } from './registry.ts';
import { makeFolder } from '../durable.ts';
import { journalFolder, journalsFolder, segmentNumber } from '../layout.ts';

export const journalPerDevice: Migration = {
  format: 2,
  async migrate(disk, dir) {
    const folder = journalFolder(dir, 'first');
    await makeFolder(disk, folder);
    for (const name of (await disk.names(journalsFolder(dir))).filter((one) => segmentNumber(one) !== undefined).sort()) {
      await disk.rename(join(journalsFolder(dir), name), join(folder, name));
    }
    await disk.syncFolder(folder);
    await disk.syncFolder(journalsFolder(dir));
  },
};
