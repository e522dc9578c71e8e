// Every revision of an item, from the journals: read whole, but only lines that name the item are decoded.
import type { Item } from '#contract/item.ts';
import { itemOf } from '../catalog/change.ts';
import { type HistoryEntry, latestOf, versionsOf } from '../catalog/lineage.ts';
import type { Disk } from './disk.ts';
import { devicesOf, readLines, segmentsOf } from './journal-read.ts';
import { segmentPath } from './layout.ts';

/** What was done to an item, oldest first. */
export async function historyOf(disk: Disk, dir: string, id: string): Promise<HistoryEntry[]> {
  const found: HistoryEntry[] = [];
  const named = Buffer.from(id);
  const wants = (bytes: Buffer): boolean => bytes.includes(named);
  for (const device of await devicesOf(disk, dir)) {
    for (const segment of await segmentsOf(disk, dir, device)) {
      for await (const { line } of readLines(disk, segmentPath(dir, device, segment), { wants })) {
        if (line?.entry.op !== 'tx') continue;
        const { seq, act } = line.entry;
        for (const change of act.changes) if (itemOf(change) === id) found.push({ seq, at: act.at, event: act.event, device, change });
      }
    }
  }
  return found.sort((a, b) => a.seq - b.seq || (a.device < b.device ? -1 : 1));
}

/** The item as the journals know it last; undefined for one that they do not know, or know as purged. */
export async function lastKnown(disk: Disk, dir: string, id: string): Promise<Item | undefined> {
  return latestOf(versionsOf(await historyOf(disk, dir, id)))?.item;
}
