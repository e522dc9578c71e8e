// A large import is folded by threads: the files, their seals and the history are those that the program itself would have made.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Item, itemSchema } from '#contract/item.ts';
import { parseJson, stringifyJson } from '#core/archive/json.ts';
import { articlePath, quarantineFolder } from '#core/archive/layout.ts';
import { quarantined } from '#core/archive/quarantine.ts';
import { systemDisk } from '#core/archive/disk.ts';
import { createStore, openStore } from '#core/archive/store.ts';
import type { Store } from '#core/archive/store.types.ts';
import { verifyArchive } from '#core/fixity/verify.ts';

const COUNT = 700;
const at = '2024-05-04T00:00:00.000Z';
const idOf = (n: number): string => `01900000-0000-7000-8000-${((n * 2654435761) % 2 ** 40).toString(16).padStart(12, '0')}`;

const item = (n: number): Item =>
  itemSchema.parse({
    schema: 1,
    id: idOf(n),
    revision: 1,
    state: 'active',
    title: `مقال "${n}" {[,:]} \\`,
    body: Array.from({ length: n % 4 }, (_, i) => ({ kind: 'paragraph', text: `فقرة ${i}\nوسطر 🖋️` })),
    language: 'ar',
    dates: {},
    later: parseJson(Buffer.from('{"big": 12345678901234567890123, "exact": 1.10, "empty": {}, "none": []}')),
  });

let home: string;
let warnings: string[];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'warraq-خيوط-'));
  warnings = [];
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const options = () => ({
  dir: join(home, 'أرشيف'),
  app: 'test',
  device: 'here',
  clock: () => new Date(at),
  newId: () => idOf(999_999),
  log: (_level: string, message: string) => void warnings.push(message),
});

async function importAll(store: Store): Promise<void> {
  await Promise.all(
    Array.from({ length: COUNT }, (_, n) => store.commit({ event: 'capture', at, changes: [{ op: 'put', item: item(n) }] })),
  );
}

async function verified(): Promise<unknown> {
  for await (const step of verifyArchive(options().dir)) if (step.step === 'done') return { ...step.result, seconds: 0 };
  return undefined;
}

test('records put, patched, removed and put in one act lie as the program would have written them', async () => {
  const store = await createStore(options());
  await importAll(store);
  const expected = new Map(Array.from({ length: COUNT }, (_, n) => [idOf(n), item(n)]));
  for (let n = 0; n < 50; n++) {
    const set = { title: `عنوان ثانٍ ${n}` };
    await store.commit({ event: 'edit', at, changes: [{ op: 'patch', id: idOf(n), revision: 2, set, unset: [] }] });
    expected.set(idOf(n), { ...item(n), ...set, revision: 2 });
  }
  await store.commit({ event: 'purge', at, changes: [{ op: 'remove', id: idOf(60) }] });
  expected.delete(idOf(60));
  const pair = [item(5000), item(5001)];
  await store.commit({ event: 'capture', at, changes: pair.map((one) => ({ op: 'put', item: one })) });
  for (const one of pair) expected.set(one.id, one);
  expect(await store.settle()).toBe(true);
  expect(warnings).toEqual([]);
  for (const [id, one] of expected)
    expect(readFileSync(articlePath(options().dir, id), 'utf8'), id).toBe(Buffer.from(stringifyJson(one)).toString());
  await store.close();
  expect(await verified()).toMatchObject({ altered: [], missing: [], unknown: [] });
});

test('a file that another program put in the place of a new record is kept as a version', async () => {
  const store = await createStore(options());
  await importAll(store);
  await store.settle();
  await store.close();
  const path = articlePath(options().dir, idOf(7));
  const theirs = stringifyJson({ ...item(7), title: 'عنوان غيرنا' });
  const again = await openStore({ ...options(), mode: 'write' });
  const overtaken: string[] = [];
  again.onOvertaken = (id) => void overtaken.push(id);
  for (let n = 0; n < COUNT; n++) await again.read(idOf(n));
  writeFileSync(path, theirs);
  const change = (n: number) => ({ op: 'patch' as const, id: idOf(n), revision: 2, set: { notes: 'ملاحظة' }, unset: [] });
  await Promise.all(Array.from({ length: COUNT }, (_, n) => again.commit({ event: 'edit', at, changes: [change(n)] })));
  expect(await again.settle()).toBe(true);
  expect(overtaken).toEqual([idOf(7)]);
  expect(readFileSync(path).equals(stringifyJson({ ...item(7), notes: 'ملاحظة', revision: 2 }))).toBe(true);
  const [aside] = await quarantined(systemDisk, options().dir);
  expect(readFileSync(join(quarantineFolder(options().dir), aside!)).equals(theirs)).toBe(true);
  await again.close();
});

test('a record whose place is taken by a folder waits in the journal, and the others are written', async () => {
  const store = await createStore(options());
  const path = articlePath(options().dir, idOf(3));
  await systemDisk.makeFolder(join(options().dir, 'data'));
  await systemDisk.makeFolder(join(options().dir, 'data', 'articles'));
  await systemDisk.makeFolder(join(path, '..'));
  await systemDisk.makeFolder(path);
  await importAll(store);
  expect(await store.settle()).toBe(false);
  expect(readFileSync(articlePath(options().dir, idOf(4))).equals(stringifyJson(item(4)))).toBe(true);
  rmSync(path, { recursive: true });
  expect(await store.settle()).toBe(true);
  expect(readFileSync(path).equals(stringifyJson(item(3)))).toBe(true);
  await store.close();
});
