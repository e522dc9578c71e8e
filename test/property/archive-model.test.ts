// Any sequence of acts, with reopening and with bytes torn off or flipped between, equals a model in memory.
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeLine } from '#core/archive/journal-line.ts';
import { createStore, openStore } from '#core/archive/store.ts';
import type { Store } from '#core/archive/store.types.ts';
import { uuidv7 } from '#core/identifier.ts';
import { silent } from '#core/log.ts';
import { type Item, itemSchema } from '../../src/contract/item.ts';

const at = '2024-05-04T00:00:00.000Z';
const idOf = (n: number): string => `01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const options = (dir: string) => ({
  dir,
  app: 'test',
  device: 'here',
  clock: () => new Date(at),
  newId: () => uuidv7(new Date(at)),
  log: silent,
});

function item(n: number, revision: number, title: string): Item {
  return itemSchema.parse({
    schema: 1,
    id: idOf(n),
    revision,
    state: 'active',
    title,
    body: [{ kind: 'paragraph', text: title }],
    language: 'ar',
    dates: {},
    later: { unknown: title },
  });
}

async function listed<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

async function contents(store: Store): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const id of store.ids()) {
    const one = await store.read(id);
    if (one) found.set(id, JSON.stringify(one));
  }
  return found;
}

async function withFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'warraq-أرشيف-'));
  try {
    return await work(join(dir, 'a b'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const segment = (dir: string): string => {
  const folder = join(dir, 'data', 'journal', 'here');
  return join(folder, readdirSync(folder).sort().at(-1)!);
};

/** What was set aside, without the files that say why. */
const aside = (dir: string): string[] => readdirSync(join(dir, 'quarantine')).filter((name) => !name.endsWith('.reason.json'));

const step = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    n: fc.nat(5),
    title: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed()),
  }),
  fc.record({ do: fc.constant('remove' as const), n: fc.nat(5) }),
  fc.record({ do: fc.constant('reopen' as const) }),
  fc.record({ do: fc.constant('tear' as const), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
);

test('the store equals its model', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) =>
      withFolder(async (dir) => {
        const model = new Map<string, string>();
        let store = await createStore(options(dir));
        let revision = 0;
        let acts = 0;
        for (const one of steps) {
          if (one.do === 'put' || one.do === 'remove') acts++;
          if (one.do === 'put') {
            const made = item(one.n, ++revision, one.title);
            await store.commit({ event: 'edit', at, changes: [{ op: 'put', item: made }] });
            model.set(made.id, JSON.stringify(made));
          } else if (one.do === 'remove') {
            await store.commit({ event: 'purge', at, changes: [{ op: 'remove', id: idOf(one.n) }] });
            model.delete(idOf(one.n));
          } else {
            await store.close();
            // A line that was being written when the power went: any bytes without their newline.
            if (one.do === 'tear')
              appendFileSync(
                segment(dir),
                one.bytes.filter((byte) => byte !== 10),
              );
            store = await openStore({ ...options(dir), mode: 'write' });
          }
        }
        expect(await contents(store)).toEqual(model);
        // The journal is the history: every act reported done is still a line of it.
        expect((await listed((await store.entriesAfter({}))!)).filter(({ op }) => op === 'tx').length).toBe(acts);
        await store.close();
        const reader = await openStore({ ...options(dir), mode: 'read' });
        expect(await contents(reader)).toEqual(model);
        await reader.close();
      }),
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('acts in the journal alone are put back into files on opening', () =>
  withFolder(async (dir) => {
    const store = await createStore(options(dir));
    await store.commit({ event: 'capture', at, changes: [{ op: 'put', item: item(1, 1, 'أول') }] });
    // The process ends here: no checkpoint; the file is lost with the page cache.
    const path = join(dir, 'data', 'articles', idOf(1).slice(-2), `${idOf(1)}.json`);
    const journal = readFileSync(segment(dir));
    await store.close();
    rmSync(path);
    writeFileSync(segment(dir), journal);
    const again = await openStore({ ...options(dir), mode: 'write' });
    expect(again.recovery).toEqual({ acts: 1, quarantined: 0 });
    expect((await again.read(idOf(1)))?.title).toBe('أول');
    expect(await again.settle()).toBe(true);
    expect(existsSync(path)).toBe(true);
    await again.close();
  }));

test('a flipped byte in the journal costs that line only, and is set aside', () =>
  withFolder(async (dir) => {
    const store = await createStore(options(dir));
    for (const n of [1, 2, 3]) await store.commit({ event: 'capture', at, changes: [{ op: 'put', item: item(n, 1, `مقال ${n}`) }] });
    const bytes = readFileSync(segment(dir));
    await store.close();
    const middle = bytes.indexOf('مقال 2');
    bytes[middle] = bytes[middle]! ^ 1;
    writeFileSync(segment(dir), bytes);
    const again = await openStore({ ...options(dir), mode: 'write' });
    expect(again.recovery).toEqual({ acts: 2, quarantined: 1 });
    expect(aside(dir)).toHaveLength(1);
    expect((await again.read(idOf(2)))?.title).toBe('مقال 2');
    await again.close();
  }));

test('a damaged article file is set aside and given back from the journal', () =>
  withFolder(async (dir) => {
    const store = await createStore(options(dir));
    await store.commit({ event: 'capture', at, changes: [{ op: 'put', item: item(1, 1, 'سليم') }] });
    await store.close();
    writeFileSync(join(dir, 'data', 'articles', idOf(1).slice(-2), `${idOf(1)}.json`), '{"broken"');
    const again = await openStore({ ...options(dir), mode: 'write' });
    expect((await again.read(idOf(1)))?.title).toBe('سليم');
    expect(aside(dir)).toHaveLength(1);
    await again.close();
  }));

test('numbers that a double cannot hold survive an edit', () =>
  withFolder(async (dir) => {
    const store = await createStore(options(dir));
    await store.commit({ event: 'capture', at, changes: [{ op: 'put', item: item(1, 1, 'رقم') }] });
    await store.close();
    const path = join(dir, 'data', 'articles', idOf(1).slice(-2), `${idOf(1)}.json`);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"later":', '"big": 12345678901234567890123, "later":'));
    const again = await openStore({ ...options(dir), mode: 'write' });
    const read = (await again.read(idOf(1)))!;
    await again.commit({ event: 'edit', at, changes: [{ op: 'put', item: { ...read, revision: 2 } }] });
    await again.close();
    expect(readFileSync(path, 'utf8')).toContain('"big": 12345678901234567890123');
  }));

test('acts made at once are all kept, the last of each article on top', () =>
  withFolder(async (dir) => {
    const store = await createStore(options(dir));
    const made = Array.from({ length: 300 }, (_, n) => item(n % 7, n + 1, `نسخة ${n}`));
    await Promise.all(made.map((one) => store.commit({ event: 'edit', at, changes: [{ op: 'put', item: one }] })));
    await store.close();
    const again = await openStore({ ...options(dir), mode: 'write' });
    for (let n = 0; n < 7; n++) expect((await again.read(idOf(n)))?.revision).toBe(made.findLast((one) => one.id === idOf(n))!.revision);
    expect(again.recovery).toBeNull();
    await again.close();
  }));

test('settings made alone survive, with and without a clean end', () =>
  withFolder(async (dir) => {
    const store = await createStore(options(dir));
    await store.commit({ event: 'settings', at, changes: [{ op: 'settings', settings: { ...store.settings, theme: 'dark' } }] });
    const journal = readFileSync(segment(dir));
    await store.close();
    for (const sudden of [false, true]) {
      if (sudden) {
        rmSync(join(dir, 'data', 'catalog.json'));
        writeFileSync(segment(dir), journal);
      }
      for (let round = 0; round < 2; round++) {
        const again = await openStore({ ...options(dir), mode: 'write' });
        expect(again.settings.theme).toBe('dark');
        expect(again.recovery).toEqual(sudden && round === 0 ? { acts: 1, quarantined: 0 } : null);
        await again.close();
      }
    }
  }));

test('a journal line that names a path outside is not followed', () =>
  withFolder(async (dir) => {
    const store = await createStore(options(dir));
    await store.close();
    const evil = {
      seq: 1,
      op: 'tx' as const,
      act: { event: 'capture' as const, at, changes: [{ op: 'put' as const, item: { ...item(1, 1, 'x'), id: '../../../../outside' } }] },
    };
    appendFileSync(segment(dir), encodeLine(evil).bytes);
    const again = await openStore({ ...options(dir), mode: 'write' });
    expect(again.recovery).toEqual({ acts: 0, quarantined: 1 });
    expect(await listed(again.ids())).toEqual([]);
    expect(readdirSync(join(dir, '..'))).toEqual(['a b']);
    await again.close();
  }));
