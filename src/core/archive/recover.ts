// What an archive's journals say on opening: acts that are not in the files yet, and lines that do not prove themselves.
import { itemSchema } from '#contract/item.ts';
import { type Settings, settingsSchema } from '#contract/settings.ts';
import type { Act, Change } from '../catalog/change.ts';
import type { Disk } from './disk.ts';
import { isDigest } from './layout.ts';
import { merged } from './journal-entries.ts';
import { devicesOf, type Location, readLineAt } from './journal-read.ts';
import { type Checkpoint, lastCheckpoint, type Placed, readFrom, type Tail } from './journal-tail.ts';
import type { Marks } from './journal-line.ts';
import type { Recovery } from './store.types.ts';
import { createUnfolded, type Unfolded } from './unfolded.ts';

export type PlacedAct = { readonly seq: number; readonly act: Act; readonly location: Location };
export type Fault = Placed & { readonly device: string };
export type Journals = {
  /** What the acts change that no checkpoint covers. */
  readonly unfolded: Unfolded;
  /** How many they are. */
  readonly acts: number;
  readonly purges: readonly Purge[];
  /** As the last of them left the settings. */
  readonly settings: Settings | undefined;
  readonly lastSeq: number;
  /** Behind the last sound line of every device. */
  readonly ends: Marks;
  /** The sum of the last sound line of a device. */
  readonly sums: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
};

/** Records that were removed, with the originals that they named. */
export type Purge = { readonly location: Location; readonly removed: readonly { id: string; originals: readonly string[] }[] };

/** Reads them act by act: after a sudden end in a large import they may hold more than fits into memory. */
export async function readJournals(disk: Disk, dir: string): Promise<Journals> {
  const devices = await devicesOf(disk, dir);
  const checkpoints = new Map<string, Checkpoint>();
  for (const device of devices) {
    const found = await lastCheckpoint(disk, dir, device);
    if (found) checkpoints.set(device, found);
  }
  const unfolded = createUnfolded((location) => readLineAt(disk, dir, location));
  const tails = new Map<string, Tail>();
  for (const device of devices) tails.set(device, await readFrom(disk, dir, device, coveredOf(device, checkpoints)));
  const sums: Record<string, string> = {};
  const faults: Fault[] = [];

  async function* actsOf(device: string, { lines }: Tail): AsyncGenerator<PlacedAct> {
    for await (const placed of lines) {
      const { line, segment, at, end } = placed;
      if (!line || (line.entry.op === 'tx' && !line.entry.act.changes.every(isSound))) {
        // The chunk behind the bytes holds a whole megabyte.
        faults.push({ ...placed, bytes: Buffer.from(placed.bytes), device });
        continue;
      }
      sums[device] = line.sum;
      lastSeq = Math.max(lastSeq, line.entry.seq);
      if (line.entry.op === 'tx') {
        yield { seq: line.entry.seq, act: line.entry.act, location: { device, segment, offset: at, length: end - at } };
      }
    }
  }

  let lastSeq = Math.max(0, ...[...checkpoints.values()].map(({ seq }) => seq));
  let acts = 0;
  let settings: Settings | undefined;
  const purges: Purge[] = [];
  for await (const { act, location } of merged([...tails].map(([device, tail]) => actsOf(device, tail)))) {
    acts += 1;
    unfolded.add(act, location);
    for (const change of act.changes) if (change.op === 'settings') settings = change.settings;
    const removed = removedBy(act);
    if (removed.length > 0) purges.push({ location, removed });
  }
  const ends = Object.fromEntries([...tails].map(([device, { segment, end }]) => [device, [segment, end] as const]));
  return { unfolded, acts, purges, settings, lastSeq, ends, sums, faults };
}

export const removedBy = ({ changes }: Act): Purge['removed'] =>
  changes.flatMap((change) => (change.op === 'remove' ? [{ id: change.id, originals: change.originals ?? [] }] : []));

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
    Object.entries(set).every(([key, value]) => fields.get(key)?.safeParse(value).success ?? true)
  );
}

/** One by one: of a patch's fields most are absent, and an edit waits for this. */
const fields = new Map(Object.entries(itemSchema.shape));
const required = new Set(['schema', 'id', 'revision', 'state', 'title', 'body', 'language', 'dates']);

export const recoveryOf = (acts: number, quarantined: number): Recovery | null => (acts + quarantined > 0 ? { acts, quarantined } : null);

export type { Tail };
