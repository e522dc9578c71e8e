// Changes that are durable in a journal and not yet in the files: readers see the files with these laid over them.
import { type Act, type Change, itemOf } from '../catalog/change.ts';
import type { Location } from './journal-read.ts';
import type { JournalEntry, Marks } from './journal-line.ts';

/** A change lies in memory, or, when there is much of it, in its line of the journal. */
type Entry = { change: Change | undefined; readonly at: number; readonly line: Line; readonly put: number | undefined };
type Line = { readonly location: Location; left: number };

/**
 * The line that a change stands in, its number in that line's act, and the revision of the record that it puts. `patch` is
 * the change itself as JSON, when it is at hand: the line of an act on many records need not be read for each of them.
 */
export type ChangePlace = { readonly location: Location; readonly at: number; readonly put: number | undefined; readonly patch?: string };

export type Unfolded = {
  add(act: Act, location: Location): void;
  has(id: string): boolean;
  changesOf(id: string): Promise<Change[]>;
  placesOf(id: string): ChangePlace[];
  /** The first so many changes of an item are in its file now. */
  drop(id: string, count: number): void;
  /** Changes that stand before marks are in the files. */
  forget(marks: Marks): void;
  ids(): MapIterator<string>;
  /** The line of the oldest act of a device that is not wholly in the files. */
  oldest(device: string): Location | undefined;
  readonly size: number;
};

/** Whole records are kept in memory up to this many characters of text, more or less; patches, which are small, beyond that. */
const KEPT = { puts: 2 << 20, patches: 96 << 20 };

/** A line with so many changes is remembered while it is read. */
const SHARED = 8;

/** In characters, more or less. */
const textOf = (body: unknown): number =>
  Array.isArray(body) ? (body as { text?: string }[]).reduce((sum, block) => sum + (block.text?.length ?? 0), 0) : 0;
const weightOf = (change: Change): number => {
  if (change.op === 'put') return 500 + textOf(change.item.body);
  return 200 + (change.op === 'patch' ? textOf(change.set['body']) : 0);
};

export function createUnfolded(readAgain: (location: Location) => Promise<JournalEntry>): Unfolded {
  const entries = new Map<string, Entry[]>();
  const lines = new Set<Line>();
  const kept = { puts: 0, patches: 0 };
  const kindOf = (change: Change): keyof typeof kept => (change.op === 'put' ? 'puts' : 'patches');

  /** The line read last: many changes of one act are asked for one after another. */
  let last: { line: Line; act: Promise<Act> } | undefined;
  const actOf = async (location: Location): Promise<Act> => {
    const read = await readAgain(location);
    if (read.op !== 'tx') throw new Error('not an act');
    return read.act;
  };

  async function changeOf({ change, line, at }: Entry): Promise<Change> {
    if (change) return change;
    if (line.left < SHARED) return (await actOf(line.location)).changes[at]!;
    if (last?.line !== line) last = { line, act: actOf(line.location) };
    return (await last.act).changes[at]!;
  }

  const changesOf = (id: string): Promise<Change[]> => Promise.all((entries.get(id) ?? []).map(changeOf));

  function drop(id: string, count: number): void {
    const list = entries.get(id) ?? [];
    for (const { change, line } of list.splice(0, count)) {
      if (change) kept[kindOf(change)] -= weightOf(change);
      line.left -= 1;
      if (line.left > 0) continue;
      lines.delete(line);
      if (last?.line === line) last = undefined;
    }
    if (list.length === 0) entries.delete(id);
  }

  return {
    drop,
    add(act, location) {
      const line: Line = { location, left: 0 };
      for (const [at, change] of act.changes.entries()) {
        const id = itemOf(change);
        if (id === undefined) continue;
        line.left += 1;
        const weight = weightOf(change);
        const kind = kindOf(change);
        const spilled = kept[kind] + weight > KEPT[kind];
        if (!spilled) kept[kind] += weight;
        const put = change.op === 'put' ? change.item.revision : undefined;
        const entry: Entry = { change: spilled ? undefined : change, at, line, put };
        const list = entries.get(id);
        if (list) list.push(entry);
        else entries.set(id, [entry]);
      }
      if (line.left > 0) lines.add(line);
    },
    has: (id) => entries.has(id),
    changesOf,
    placesOf: (id) =>
      (entries.get(id) ?? []).map(({ change, line, at, put }) => {
        const place = { location: line.location, at, put };
        return change?.op === 'patch' ? { ...place, patch: JSON.stringify(change) } : place;
      }),
    forget(marks) {
      const isCovered = ({ line: { location } }: Entry): boolean => {
        const [segment, offset] = marks[location.device] ?? [0, 0];
        return location.segment < segment || (location.segment === segment && location.offset < offset);
      };
      for (const [id, list] of entries) {
        const first = list.findIndex((entry) => !isCovered(entry));
        drop(id, first < 0 ? list.length : first);
      }
    },
    ids: () => entries.keys(),
    oldest(device) {
      for (const { location } of lines) if (location.device === device) return location;
      return undefined;
    },
    get size() {
      return entries.size;
    },
  };
}
