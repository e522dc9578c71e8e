// What an archive must hold after a power cut: acts reported done, whole; acts not reported, whole or not at all.
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '#contract/item.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import type { Change } from '#core/catalog/change.ts';

export type Contents = { readonly items: ReadonlyMap<string, Item>; readonly settings: Settings };

/**
 * Put into the log of a disk as things become known. `kept`: digests of originals reported durable. `gone`: an act that was
 * refused, or was not there after a sudden end: it must not appear later.
 */
export type Mark =
  | { readonly created: true }
  | { readonly begun: number }
  | { readonly done: number }
  | { readonly gone: number }
  | { readonly kept: string };

/** Changes of each act, in the order in which the acts were handed to the store. */
export type Acts = readonly (readonly Change[])[];

export type Owed = { readonly created: boolean; readonly done: number[]; readonly open: number[]; readonly kept: string[] };

export function owedBy(marks: readonly unknown[]): Owed {
  const done = new Set<number>();
  const open = new Set<number>();
  const kept = new Set<string>();
  let created = false;
  for (const mark of marks as readonly Mark[]) {
    if ('created' in mark) created = true;
    else if ('begun' in mark) open.add(mark.begun);
    else if ('kept' in mark) kept.add(mark.kept);
    else {
      open.delete('done' in mark ? mark.done : mark.gone);
      if ('done' in mark) done.add(mark.done);
    }
  }
  return { created, done: [...done], open: [...open], kept: [...kept] };
}

export function contentsOf(acts: Acts, numbers: readonly number[]): Contents {
  const items = new Map<string, Item>();
  let settings = defaultSettings;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    for (const change of acts[number]!) {
      if (change.op === 'settings') settings = change.settings;
      else if (change.op === 'remove') items.delete(change.id);
      else if (change.op === 'put') items.set(change.item.id, change.item);
      else {
        const before = items.get(change.id);
        if (!before) continue;
        const after: Item = { ...before, ...change.set, revision: change.revision };
        for (const key of change.unset) delete after[key];
        items.set(change.id, after);
      }
    }
  }
  return { items, settings };
}

/** The open acts that are in it, when done acts and some open ones explain all that is found; otherwise what is wrong. */
export function explain(acts: Acts, { done, open }: Owed, found: Contents): readonly number[] | string {
  let firstDifference = '';
  for (const chosen of choices(open)) {
    const difference = differenceOf(contentsOf(acts, [...done, ...chosen]), found);
    if (difference === undefined) return chosen;
    firstDifference ||= difference;
  }
  return `${firstDifference} (done ${ranges(done)}; open ${ranges(open)})`;
}

/** All of them first, then fewer and fewer of the last, then every other choice. */
function* choices(open: readonly number[]): Generator<number[]> {
  if (open.length > 12) throw new RangeError('too many open acts');
  const sorted = [...open].sort((a, b) => a - b);
  for (let count = sorted.length; count >= 0; count--) yield sorted.slice(0, count);
  for (let bits = 0; bits < 2 ** sorted.length; bits++) yield sorted.filter((_, at) => bits & (1 << at));
}

export function differenceOf(wanted: Contents, found: Contents): string | undefined {
  for (const [id, item] of wanted.items) {
    const there = found.items.get(id);
    if (!there) return `item ${id} revision ${item.revision} is missing`;
    if (!isDeepStrictEqual(plain(there), plain(item))) return `item ${id} differs: revision ${there.revision}, wanted ${item.revision}`;
  }
  for (const id of found.items.keys()) if (!wanted.items.has(id)) return `item ${id} should not be there`;
  if (!isDeepStrictEqual(found.settings, wanted.settings)) return `settings are ${JSON.stringify(found.settings)}`;
  return undefined;
}

const plain = (item: Item): unknown => JSON.parse(JSON.stringify(item));

/** 1-4,7 */
function ranges(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = parts.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else parts.push([number, number]);
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join() || 'none';
}
