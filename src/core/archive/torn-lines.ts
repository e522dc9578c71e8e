// Lines of a journal that do not prove themselves are kept in quarantine; what is torn at the end of our own journal is
// cut off, so that the next line begins its own.
import type { Disk } from './disk.ts';
import { segmentPath } from './layout.ts';
import { setAside } from './quarantine.ts';
import type { Fault } from './recover.ts';
import { digestOf } from './records.ts';

/** Gives the number of lines that were not set aside before. */
export async function keepFaults(disk: Disk, dir: string, own: string, faults: readonly Fault[], at: Date): Promise<number> {
  let fresh = 0;
  for (const { device, segment, at: offset, bytes, whole } of faults) {
    // The end of another device's journal may be on its way here.
    if (!whole && device !== own) continue;
    // The power went while the line, or the room for it, was being written: no act was reported for it.
    if (bytes.every((byte) => byte === 0)) continue;
    const name = `journal.${device}.${segment}.${offset}.${digestOf(bytes).slice(0, 8)}.txt`;
    const reason = whole ? 'a journal line that does not match its own digest' : 'a journal line that was not written to its end';
    if (await setAside(disk, dir, bytes, { name, reason, at })) fresh += 1;
  }
  return fresh;
}

/** Everything in the last segment behind its last sound line goes; what was not empty room is in quarantine by now. */
export async function cutTorn(disk: Disk, dir: string, device: string, segment: number, end: number): Promise<void> {
  const path = segmentPath(dir, device, segment);
  const found = await disk.stat(path);
  if (!found || found.size <= end) return;
  const file = await disk.open(path, 'update');
  try {
    await file.truncate(end);
    await file.sync();
  } finally {
    await file.close();
  }
}
