// Two versions of one record, made apart, become one: field by field, with what cannot be decided kept in sight.
import type { Annotation } from '#contract/annotation.ts';
import type { Conflict, Item } from '#contract/item.ts';
import { sameValue } from './change.ts';

/** Fields that say how a record came to be; they are never in conflict. */
const own = new Set(['id', 'schema', 'revision', 'conflicts']);
const lists = new Set(['tags', 'collections']);

export type Meeting = {
  /** The version that both were made from, as far as it is known. */
  readonly base: Item | undefined;
  readonly ours: Item;
  readonly theirs: Item;
  /** Where the other version was found: a file name. */
  readonly from: string;
  /** ISO 8601 UTC. */
  readonly at: string;
};

/** The record with the other version taken in, one revision on; undefined when it brings nothing new. */
export function reconcile({ base, ours, theirs, from, at }: Meeting): Item | undefined {
  const merged: Item = { ...ours };
  const conflicts: Conflict[] = [...(ours.conflicts ?? [])];
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    if (own.has(key)) continue;
    const [before, here, there] = [base?.[key], ours[key], theirs[key]];
    if (sameValue(here, there) || (base && sameValue(before, there))) continue;
    if (lists.has(key)) merged[key] = joined(before, here, there);
    else if (key === 'annotations') put(merged, key, annotationsOfBoth(base, ours, theirs));
    else if (base && sameValue(before, here)) put(merged, key, there);
    else if (!conflicts.some((one) => one.field === key && sameValue(one.theirs, there))) {
      conflicts.push({ field: key, theirs: there ?? null, from, at });
    }
  }
  if (conflicts.length > 0) merged.conflicts = conflicts;
  if (Object.keys(merged).every((key) => sameValue(merged[key], ours[key])) && Object.keys(ours).every((key) => key in merged))
    return undefined;
  return { ...merged, revision: Math.max(ours.revision, theirs.revision) + 1 };
}

function put(item: Item, key: string, value: unknown): void {
  if (value === undefined) delete item[key];
  else item[key] = value;
}

/** Everything that either has, without what either took away. */
function joined(before: unknown, here: unknown, there: unknown): string[] {
  const [b, h, t] = [before, here, there].map((list) => (Array.isArray(list) ? (list as string[]) : []));
  return [...new Set([...h!, ...t!])].filter((one) => !(b!.includes(one) && (!h!.includes(one) || !t!.includes(one))));
}

/**
 * Of our own versions no later than the other, the one that it differs from in the fewest fields: most likely what it was made
 * from. One that was made `apart` is not held to be made from our last, nor from the later of two that are as near: what might
 * be a change of ours would be lost without a word, where a conflict asks.
 */
export function nearest(versions: readonly Item[], theirs: Item, { apart }: { apart: boolean }): Item | undefined {
  let best: { version: Item; differing: number } | undefined;
  const known = versions.filter(({ revision }) => revision <= theirs.revision);
  const last = versions.at(-1);
  for (const version of known) {
    const keys = new Set([...Object.keys(version), ...Object.keys(theirs)]);
    const differing = [...keys].filter((key) => !own.has(key) && !sameValue(version[key], theirs[key])).length;
    if (apart && version === last && known.length > 1 && differing > 0) continue;
    if (!best || (apart ? differing < best.differing : differing <= best.differing)) best = { version, differing };
  }
  return best?.version;
}

/** Each annotation for itself: what either added, without what either took off; of two edits of one, the later. */
function annotationsOfBoth(base: Item | undefined, ours: Item, theirs: Item): Annotation[] | undefined {
  const [before, here, there] = [base, ours, theirs].map((item) => new Map((item?.annotations ?? []).map((one) => [one.id, one])));
  const all = [...new Set([...here!.keys(), ...there!.keys()])].flatMap((id): Annotation[] => {
    const [was, a, b] = [before!.get(id), here!.get(id), there!.get(id)];
    if (!a || !b) return was && sameValue(was, a ?? b) ? [] : [(a ?? b)!];
    if (sameValue(was, a)) return [b];
    if (sameValue(was, b)) return [a];
    return [(b.modified ?? b.created) > (a.modified ?? a.created) ? b : a];
  });
  return all.length > 0 ? all : undefined;
}

export type Choice = { readonly field: string; readonly keep: 'ours' | 'theirs' };

/** A person has decided: the other value takes the field, or is let go; the history keeps both. */
export function settled(item: Item, { field, keep }: Choice): Item {
  const decided = item.conflicts?.findLast((one) => one.field === field);
  if (!decided) return item;
  const next: Item = { ...item, revision: item.revision + 1 };
  const left = item.conflicts!.filter((one) => one.field !== field);
  if (left.length > 0) next.conflicts = left;
  else delete next.conflicts;
  if (keep === 'theirs') put(next, field, decided.theirs ?? undefined);
  return next;
}
