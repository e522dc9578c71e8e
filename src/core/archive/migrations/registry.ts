// Steps from one format of the archive to the next, in order. Each is safe to run again after a sudden end in the middle.
import type { Disk } from '../disk.ts';
import { type Marker, writeMarker } from '../marker.ts';
import { journalPerDevice } from './0002-journal-per-device.ts';

export type Migration = {
  /** The format that it makes. */
  readonly format: number;
  readonly migrate: (disk: Disk, dir: string) => Promise<void>;
};

const migrations: readonly Migration[] = [journalPerDevice];

/** Brings an archive to this version's format; the marker is written after each step. */
export async function migrate(disk: Disk, dir: string, marker: Marker): Promise<Marker> {
  let current = marker;
  for (const step of migrations) {
    if (step.format <= current.format) continue;
    await step.migrate(disk, dir);
    current = { ...current, format: step.format };
    await writeMarker(disk, dir, current);
  }
  return current;
}
