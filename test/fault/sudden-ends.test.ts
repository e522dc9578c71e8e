// Sudden ends at chosen moments: each was once a way to lose something. The lots of crash-states.test.ts found them.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Item, itemSchema } from '#contract/item.ts';
import type { Disk } from '#core/archive/disk.ts';
import { createStore, openStore } from '#core/archive/store.ts';
import type { Store } from '#core/archive/store.types.ts';
import type { Change } from '#core/catalog/change.ts';
import { type CrashDisk, createCrashDisk } from '../support/crash-disk.ts';
import { idOf } from '../support/store-acts.ts';
import { contentsFound } from '../support/store-check.ts';
import { archive, at, storeOptions } from '../support/store-options.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const item = (n: number, text = 'نص'): Item =>
  itemSchema.parse({
    schema: 1,
    id: idOf(n),
    revision: 1,
    state: 'active',
    title: `مقال ${n}`,
    body: [{ kind: 'paragraph', text }],
    language: 'ar',
    dates: {},
  });
const put = (store: Store, one: Item): Promise<unknown> => commit(store, [{ op: 'put', item: one }]);
const commit = (store: Store, changes: Change[]): Promise<unknown> => store.commit({ event: 'edit', at, changes });
const openAgain = (disk: Disk): Promise<Store> => openStore({ ...storeOptions(disk), mode: 'write' });

/** An archive at rest, all of it durable. */
async function made(): Promise<CrashDisk> {
  const disk = createCrashDisk({ seed: 1, shortWrites: 0 });
  await (await createStore(storeOptions(disk))).close();
  return createCrashDisk({ seed: 2, shortWrites: 0, image: cut(disk, 'process') });
}

/** What is left when the power goes now. */
function cut(disk: CrashDisk, kind: string): NonNullable<Parameters<typeof createCrashDisk>[0]['image']> {
  const states = [...disk.crashStates({ seed: 1, draws: 0, from: disk.log.length })];
  // Kinds that leave the same state are not told apart.
  return (states.find((state) => state.kind === kind) ?? states.at(-1)!).image;
}

const afterCut = (disk: CrashDisk, kind: string): CrashDisk => createCrashDisk({ seed: 3, image: cut(disk, kind) });

async function turns(count: number): Promise<void> {
  for (let left = count; left > 0; left--) await Promise.resolve();
}

test('an end while warraq.json was being written does not keep the folder from becoming an archive', async () => {
  const disk = createCrashDisk({ seed: 1 });
  await disk.makeFolder('/desk');
  await disk.makeFolder(archive);
  await (await disk.open(`${archive}/warraq.json.0123456789ab.tmp`, 'create')).close();
  await (await createStore(storeOptions(disk))).close();
});

test('an item whose file came to nothing is listed, as it can be read', async () => {
  const disk = await made();
  const store = await openAgain(disk);
  await put(store, item(1));
  await store.settle();
  await commit(store, [{ op: 'patch', id: idOf(1), revision: 2, set: { title: 'جديد' }, unset: [] }]);
  await vi.advanceTimersByTimeAsync(30);
  await turns(500);
  const again = await openAgain(afterCut(disk, 'data lost'));
  const ids: string[] = [];
  for await (const id of again.ids()) ids.push(id);
  expect((await again.read(idOf(1)))?.title).toBe('جديد');
  expect(ids).toEqual([idOf(1)]);
});

test.each(['data', 'data/journal', 'data/journal/aaaa', 'data/journal/aaaa/00000001.jsonl'])(
  'a killed program left %s, and nobody made its name durable: the next one does before it reports',
  async (last) => {
    const whole = createCrashDisk({ seed: 1, shortWrites: 0 });
    await whole.makeFolder('/desk');
    await whole.makeFolder(archive);
    const marker = await whole.open(`${archive}/warraq.json`, 'create');
    await marker.write(new TextEncoder().encode('{"application":"warraq","format":2,"archiveId":"x","created":"2024"}'), 0, 0);
    await marker.close();
    const disk = createCrashDisk({ seed: 2, image: cut(whole, 'process') });
    const parts = last.split('/');
    for (let count = 1; count <= parts.length; count++) {
      const path = `${archive}/${parts.slice(0, count).join('/')}`;
      if (path.endsWith('.jsonl')) await (await disk.open(path, 'append')).close();
      else await disk.makeFolder(path);
      if (count < parts.length) await disk.syncFolder(path.slice(0, path.lastIndexOf('/')));
    }
    await put(await openAgain(disk), item(1));
    const { items } = await contentsFound(await openAgain(afterCut(disk, 'names lost')));
    expect([...items.keys()]).toEqual([idOf(1)]);
  },
);

test.each(['data/originals', 'data/originals/2c'])('the same with %s', async (last) => {
  const disk = await made();
  await disk.makeFolder(`${archive}/data/originals`);
  if (last.endsWith('2c')) {
    await disk.syncFolder(`${archive}/data`);
    await disk.makeFolder(`${archive}/${last}`);
  }
  const store = await openAgain(disk);
  // SHA-256 2cf24dba… of "hello".
  const [sha256] = await store.putObjects([new TextEncoder().encode('hello')]);
  const again = await openAgain(afterCut(disk, 'names lost'));
  expect(await again.readObject(sha256!)).toBeDefined();
});

test('two captures at once: the one that did not make the folder waits for its name as well', async () => {
  const disk = await made();
  const gate = Promise.withResolvers<void>();
  const slow: Disk = {
    ...disk,
    async syncFolder(path) {
      if (path === `${archive}/data/originals`) await gate.promise;
      await disk.syncFolder(path);
    },
  };
  const store = await openAgain(slow);
  const bytes = new TextEncoder().encode('hello');
  const reported: string[] = [];
  const both = Promise.all([1, 2].map(async () => reported.push(...(await store.putObjects([bytes])))));
  await turns(3000);
  const again = await openAgain(afterCut(disk, 'names lost'));
  for (const sha256 of reported) expect(await again.readObject(sha256)).toBeDefined();
  gate.resolve();
  await both;
});

test('an act that a killed program wrote and did not sync: once it is read, it stays', async () => {
  const disk = await made();
  const killed: Disk = {
    ...disk,
    async open(path, mode) {
      const file = await disk.open(path, mode);
      return path.endsWith('.jsonl') ? { ...file, dataSync: () => new Promise(() => {}) } : file;
    },
  };
  const before = await openAgain(killed);
  // Longer than the room that the journal keeps ahead of itself: the file ends where the line does.
  void put(before, item(1, 'كلمة '.repeat(40_000)));
  await turns(3000);
  const seen = await contentsFound(await openAgain(disk));
  const { items } = await contentsFound(await openAgain(afterCut(disk, 'all lost')));
  expect([...items.keys()]).toEqual([...seen.items.keys()]);
});
