// What an archive's journals say on opening: acts that are not in the files yet, and lines that do not prove themselves.
import { itemSchema } from '#contract/item.ts';
import { settingsSchema } from '#contract/settings.ts';
import type { Act, Change } from '../catalog/change.ts';
import type { Disk } from './disk.ts';
import { isDigest } from './layout.ts';
import { devicesOf, type Location } from './journal-read.ts';
import { type Checkpoint, lastCheckpoint, type Placed, readFrom, type Tail } from './journal-tail.ts';
import type { Marks } from './journal-line.ts';
import type { Recovery } from './store.types.ts';

export type PlacedAct = { readonly seq: number; readonly act: Act; readonly location: Location };
export type Fault = Placed & { readonly device: string };
export type Journals = {
  /** Acts that no checkpoint covers, oldest first. */
  readonly acts: PlacedAct[];
  readonly lastSeq: number;
  /** Behind the last sound line of every device. */
  readonly ends: Marks;
  /** The sum of the last sound line of a device. */
  readonly sums: Readonly<Record<string, string>>;
  readonly faults: Fault[];
};

export async function readJournals(disk: Disk, dir: string): Promise<Journals> {
  const devices = await devicesOf(disk, dir);
  const checkpoints = new Map<string, Checkpoint>();
  for (const device of devices) {
    const found = await lastCheckpoint(disk, dir, device);
    if (found) checkpoints.set(device, found);
  }
  const acts: PlacedAct[] = [];
  const faults: Fault[] = [];
  const ends: Record<string, readonly [number, number]> = {};
  const sums: Record<string, string> = {};
  let lastSeq = Math.max(0, ...[...checkpoints.values()].map(({ seq }) => seq));
  for (const device of devices) {
    const tail = await readFrom(disk, dir, device, coveredOf(device, checkpoints));
    ends[device] = [tail.segment, tail.end];
    for (const placed of tail.lines) {
      const { line, segment, at, end } = placed;
      if (!line || (line.entry.op === 'tx' && !line.entry.act.changes.every(isSound))) {
        faults.push({ ...placed, device });
        continue;
      }
      sums[device] = line.sum;
      lastSeq = Math.max(lastSeq, line.entry.seq);
      if (line.entry.op === 'tx')
        acts.push({ seq: line.entry.seq, act: line.entry.act, location: { device, segment, offset: at, length: end - at } });
    }
  }
  acts.sort((a, b) => a.seq - b.seq);
  return { acts, lastSeq, ends, sums, faults };
}

/** Any device's checkpoint may cover another's journal; the furthest counts. Format 1 covered what stood before the line. */
function coveredOf(device: string, checkpoints: ReadonlyMap<string, Checkpoint>): Marks[string] | undefined {
  let furthest: Marks[string] | undefined;
  for (const [writer, { marks, at }] of checkpoints) {
    const mark = marks?.[device] ?? (writer === device && !marks ? at : undefined);
    if (mark && (!furthest || isBefore(furthest, mark))) furthest = mark;
  }
  return furthest;
}

const isBefore = (a: Marks[string], b: Marks[string]): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

/** A journal may have been edited by someone else: an identifier decides a path, so nothing unsound is replayed. */
export function isSound(change: Change): boolean {
  if (change.op === 'put') return itemSchema.safeParse(change.item).success;
  if (change.op === 'settings') return settingsSchema.safeParse(change.settings).success;
  if (!itemSchema.shape.id.safeParse(change.id).success) return false;
  if (change.op === 'remove') return (change.originals ?? []).every(isDigest);
  const { set, unset, revision } = change;
  return (
    change.op === 'patch' &&
    Number.isInteger(revision) &&
    Array.isArray(unset) &&
    !unset.some((key) => required.has(key)) &&
    typeof set === 'object' &&
    set !== null &&
    !('id' in set) &&
    someFields.safeParse(set).success
  );
}

const someFields = itemSchema.partial();
const required = new Set(['schema', 'id', 'revision', 'state', 'title', 'body', 'language', 'dates']);

export const recoveryOf = (acts: number, quarantined: number): Recovery | null => (acts + quarantined > 0 ? { acts, quarantined } : null);

export type { Tail };
