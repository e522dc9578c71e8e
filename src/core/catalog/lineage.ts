// An article's versions on all devices: which was made from which. Devices that worked apart leave more than one that nothing
// was made from yet.
import type { Item } from '#contract/item.ts';
import { type ActEvent, applyChange, type Change, revisionAfter, sameValue } from './change.ts';

export type HistoryEntry = {
  readonly seq: number;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly event: ActEvent;
  readonly device: string;
  readonly change: Change;
};

/** `from`: what it was made from, the version that was changed first. */
export type Version = HistoryEntry & { readonly item: Item | undefined; readonly from: readonly Version[] };

/** Each version as it was, in the order of what was done. */
export function versionsOf(history: readonly HistoryEntry[]): Version[] {
  const versions: Version[] = [];
  /** Since the item was purged last. */
  let living: Version[] = [];
  for (const entry of history) {
    const from = madeFrom(entry, living);
    const item = applyChange(from[0]?.item, entry.change);
    const twin = living.find((one) => one.device !== entry.device && isSame(one.item, item) && one.from[0] === from[0]);
    const version = { ...entry, item, from: twin ? [twin] : from };
    versions.push(version);
    if (entry.change.op === 'remove') living = [];
    else living.push(version);
  }
  return versions;
}

const isSame = (a: Item | undefined, b: Item | undefined): boolean =>
  a !== undefined && b !== undefined && a.revision === b.revision && sameValue(a, b);

const revisionOf = ({ item }: Version): number => item?.revision ?? 0;

function madeFrom({ device, event, change }: HistoryEntry, living: readonly Version[]): Version[] {
  const own = living.findLast((one) => one.device === device);
  const revision = revisionAfter(change);
  if (revision === undefined) return living.toReversed();
  const met =
    change.op === 'put' ? change.met?.flatMap(([of, seq]) => living.find((one) => one.device === of && one.seq === seq) ?? []) : [];
  if (met && met.length > 0) return met;
  const changed = own && revisionOf(own) >= revision ? own : changedBy(revision, own, living);
  // Before it was written down what was taken in, it was everything.
  const all = met === undefined && event === 'outside' ? living.filter((one) => revisionOf(one) < revision) : [];
  return [...new Set([...(changed ? [changed] : []), ...all])];
}

/** The version that a change was made to: one revision before it, and if there are two, that which the device knew. */
function changedBy(revision: number, own: Version | undefined, living: readonly Version[]): Version | undefined {
  const before = living.filter((one) => revisionOf(one) === revision - 1);
  if (before.length > 1 && own) return before.findLast((one) => lineOf(one).has(own)) ?? before.at(-1);
  return before.at(-1) ?? own ?? living.findLast((one) => revisionOf(one) < revision);
}

/** A version with everything that it was made from. */
function lineOf(version: Version): Set<Version> {
  const line = new Set([version]);
  for (const one of line) for (const before of one.from) line.add(before);
  return line;
}

/** Those that nothing was made from; none of an item that was purged. */
export function headsOf(versions: readonly Version[]): Version[] {
  const living = versions.slice(versions.findLastIndex(({ change }) => change.op === 'remove') + 1);
  const passed = new Set(living.flatMap(({ from }) => from));
  return living.filter((one) => one.item !== undefined && !passed.has(one));
}

/** The item as it was known last; undefined for one that was purged, or never was. */
export function latestOf(versions: readonly Version[]): Version | undefined {
  return headsOf(versions).reduce<Version | undefined>((best, one) => (best && revisionOf(best) > revisionOf(one) ? best : one), undefined);
}

/** The last version that both were made from. */
export function commonOf(versions: readonly Version[], one: Version, other: Version): Version | undefined {
  const [line, others] = [lineOf(one), lineOf(other)];
  return versions.findLast((version) => line.has(version) && others.has(version));
}

/** The versions that the latest came through, oldest first; of what was taken in from elsewhere the version that took it in. */
export function mainLine(versions: readonly Version[]): Version[] {
  const line = new Set<Version>();
  for (let one = latestOf(versions) ?? versions.at(-1); one && !line.has(one); one = one.from[0]) line.add(one);
  return [...line].reverse();
}
