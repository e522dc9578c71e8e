// What an act does to the archive. The same list is the journal line, the index delta, the window's event and, inverted, undo.
import type { Item } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';

/** Top-level fields of a record that became other values; `revision` is the record's after it, `was` the SHA-256 of the file before. */
export type Patch = {
  readonly op: 'patch';
  readonly id: string;
  readonly revision: number;
  readonly was?: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly unset: readonly string[];
};

export type Change =
  /** The whole record; `was` as in a patch. `met`: the versions that were joined, ours first, each by its journal and its `seq`. */
  | { readonly op: 'put'; readonly item: Item; readonly was?: string; readonly met?: readonly (readonly [device: string, seq: number])[] }
  | Patch
  /** Purged; `originals` are the digests that it named, some of which no other item may name. */
  | { readonly op: 'remove'; readonly id: string; readonly originals?: readonly string[] }
  | { readonly op: 'settings'; readonly settings: Settings };

/** PREMIS-like name of what was done; `outside`: another program changed the file, and the change was taken in. */
export const actEvents = [
  'capture',
  'edit',
  'annotate',
  'tag',
  'trash',
  'restore',
  'revert',
  'purge',
  'outside',
  'settings',
  'undo',
  'redo',
] as const;
export type ActEvent = (typeof actEvents)[number];

/** One whole act: all of its changes are in the archive, or none. `at` is ISO 8601 UTC. */
export type Act = { readonly event: ActEvent; readonly at: string; readonly changes: readonly Change[] };

/** Undefined for a change that is of no item. */
export const itemOf = (change: Change): string | undefined =>
  change.op === 'put' ? change.item.id : change.op === 'settings' ? undefined : change.id;

/** The record's revision after a change; undefined where no record is left, or none was meant. */
export const revisionAfter = (change: Change): number | undefined =>
  change.op === 'put' ? change.item.revision : change.op === 'patch' ? change.revision : undefined;

/** Same JSON value, whatever the order of keys; numbers kept as written are compared as written. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b) || JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || isRaw(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A number carried as it was written (archive/json.ts). */
const isRaw = (value: object): boolean => (JSON as { isRawJSON?: (value: unknown) => boolean }).isRawJSON?.(value) ?? false;

/** The change that makes `after` of `before`, field by field. */
export function patchOf(before: Item, after: Item): Patch {
  const set = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => key !== 'revision' && value !== undefined && !sameValue(value, before[key])),
  );
  const unset = Object.keys(before).filter((key) => after[key] === undefined);
  return { op: 'patch', id: after.id, revision: after.revision, set, unset };
}

/** An item after a change; one that already is at the change's revision, or past it, stays as it is: replaying is harmless. */
export function applyChange(item: Item | undefined, change: Change): Item | undefined {
  if (change.op === 'settings') return item;
  if (change.op === 'remove') return undefined;
  if (change.op === 'put') return item && item.revision >= change.item.revision ? item : change.item;
  if (!item || item.revision >= change.revision) return item;
  const next: Item = { ...item, ...change.set, revision: change.revision };
  for (const key of change.unset) delete next[key];
  return next;
}
