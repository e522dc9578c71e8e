// Opens an archive as a power cut left it, and holds it against what is owed.
import { isDeepStrictEqual } from 'node:util';
import type { Item } from '#contract/item.ts';
import { createStore, openStore } from '#core/archive/store.ts';
import type { Store } from '#core/archive/store.types.ts';
import type { Change } from '#core/catalog/change.ts';
import type { CrashDisk } from './crash-disk.ts';
import type { Original } from './store-acts.ts';
import { type Acts, type Contents, differenceOf, contentsOf, explain, owedBy } from './store-model.ts';
import { at, storeOptions } from './store-options.ts';

export type Life = { readonly acts: Acts; readonly originals: readonly Original[] };

/** Everything that can be read in an open archive. */
export async function contentsFound(store: Store): Promise<Contents> {
  const items = new Map<string, Item>();
  for await (const id of store.ids()) {
    const item = await store.read(id);
    if (!item) throw new Error(`${id} is listed and cannot be read`);
    if (items.has(id)) throw new Error(`${id} is listed twice`);
    items.set(id, item);
  }
  return { items, settings: store.settings };
}

/** What is wrong with a state; undefined when nothing is. `deeper`: goes on living in it, and cuts the power once more. */
export async function wrongIn(disk: CrashDisk, marks: readonly unknown[], life: Life, deeper: boolean): Promise<string | undefined> {
  try {
    await check(disk, marks, life, deeper);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ') : String(error);
  }
}

async function check(disk: CrashDisk, marks: readonly unknown[], life: Life, deeper: boolean): Promise<void> {
  const owed = owedBy(marks);
  const store = await (owed.created ? openStore({ ...storeOptions(disk), mode: 'write' }) : createStore(storeOptions(disk)));
  if (store.readOnly) throw new Error(`opened for reading only: ${store.readOnly}`);
  const found = await contentsFound(store);
  const present = explain(life.acts, owed, found);
  if (typeof present === 'string') throw new Error(present);
  disk.mark({ created: true });
  for (const number of owed.open) disk.mark(present.includes(number) ? { done: number } : { gone: number });
  const named = [...found.items.values()].flatMap(({ files }) => files.map(({ sha256 }) => sha256));
  await checkOriginals(store, life.originals, new Set([...owed.kept, ...named]));
  const longer = deeper ? await goOn(store, disk, life, [...owed.done, ...present]) : life;
  if (!deeper) await store.close();
  if (disk.openFiles !== 0) throw new Error(`${disk.openFiles} files are left open`);
  if (!deeper) return;
  // The power goes again, while the archive was being mended or soon after.
  for (const again of disk.crashStates({ seed: disk.log.length, draws: 2, limit: 6 }))
    await check(again.disk, [...marks, ...again.marks], longer, false).catch((error: unknown) => {
      throw new Error(`cut again at ${again.at} (${again.kind}): ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    });
}

async function checkOriginals(store: Store, originals: readonly Original[], kept: ReadonlySet<string>): Promise<void> {
  for (const { sha256, bytes } of originals) {
    if (!kept.has(sha256)) continue;
    const found = await store.readObject(sha256);
    if (!found) throw new Error(`original ${sha256.slice(0, 8)} is missing`);
    if (!isDeepStrictEqual(new Uint8Array(found), bytes)) throw new Error(`original ${sha256.slice(0, 8)} differs`);
  }
}

/** A mended archive takes new acts, and the same originals again. */
async function goOn(store: Store, disk: CrashDisk, { acts, originals }: Life, done: readonly number[]): Promise<Life> {
  await store.putObjects(originals.map(({ bytes }) => bytes));
  for (const { sha256 } of originals) disk.mark({ kept: sha256 });
  await checkOriginals(store, originals, new Set(originals.map(({ sha256 }) => sha256)));
  const before = contentsOf(acts, done);
  const more: Change[] = [...before.items.values()].slice(0, 3).map((item) => ({
    op: 'patch',
    id: item.id,
    revision: item.revision + 1,
    set: { title: 'بعد الانقطاع' },
    unset: [],
  }));
  more.push({ op: 'settings', settings: { ...before.settings, digits: before.settings.digits === 'arab' ? 'latn' : 'arab' } });
  const all = [...acts, more];
  disk.mark({ begun: acts.length });
  await store.commit({ event: 'edit', at, changes: more });
  disk.mark({ done: acts.length });
  const wanted = contentsOf(all, [...done, acts.length]);
  const now = differenceOf(wanted, await contentsFound(store));
  if (now) throw new Error(`after one more act: ${now}`);
  await store.close();
  const reader = await openStore({ ...storeOptions(disk), mode: 'read' });
  const later = differenceOf(wanted, await contentsFound(reader));
  if (later) throw new Error(`after one more act and closing: ${later}`);
  await checkOriginals(reader, originals, new Set(originals.map(({ sha256 }) => sha256)));
  await reader.close();
  return { acts: all, originals };
}
