// Files changed, lost, damaged or doubled by other programs are noticed on opening and taken in; every version is kept.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importOptionsSchema } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { openCore, type Router } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';
import { verifyArchive } from '#core/fixity/verify.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'warraq-خارج-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const dir = (): string => join(home, 'أرشيف');

type Core = Awaited<ReturnType<typeof openCore>>;
type Client = RouterClient<Router>;

async function opened<T>(work: (client: Client, core: Core) => Promise<T>): Promise<T> {
  const core = await openCore({ dir: dir(), create: true, app: 'cli', cacheDir: join(home, 'cache'), log: silent });
  try {
    return await work(createRouterClient(core.router, { context: () => core.context('cli') }), core);
  } finally {
    await core.close();
  }
}

async function makeArticle(text = 'عنوان المقال\n\nفقرة أولى.\n\nفقرة ثانية.'): Promise<string> {
  const [outcome] = await opened((_client, core) =>
    takeIn(core.services, [{ bytes: Buffer.from(text), path: 'a.txt' }], importOptionsSchema.parse({})),
  );
  if (outcome?.outcome !== 'imported') throw new Error('not imported');
  return outcome.id;
}

const pathOf = (id: string): string => join(dir(), 'data', 'articles', id.slice(-2), `${id}.json`);
const readFileOf = (id: string): Item => JSON.parse(readFileSync(pathOf(id), 'utf8')) as Item;
const rewrite = (id: string, change: (item: Item) => Item, path = pathOf(id)): void =>
  writeFileSync(path, JSON.stringify(change(readFileOf(id))));

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );

async function altered(): Promise<string[]> {
  for await (const step of verifyArchive(dir()))
    if (step.step === 'done') return [...step.result.altered, ...step.result.missing, ...step.result.unknown];
  return ['not done'];
}

test('an edit by hand is taken in as an act of its own, found by search, and can be undone', async () => {
  const id = await makeArticle();
  rewrite(id, (item) => ({ ...item, title: 'عنوان بخط اليد', mine: { kept: true } }));
  expect(await altered()).toHaveLength(1);
  await opened(async (client) => {
    expect((await client.search.query({ query: 'بخط' })).total).toBe(1);
    expect(await client.item.get({ id })).toMatchObject({ title: 'عنوان بخط اليد', mine: { kept: true }, revision: 2 });
    expect((await client.item.history({ id })).revisions.map(({ event }) => event)).toEqual(['capture', 'outside']);
    expect((await client.item.revert({ id, revision: 1 })).title).toBe('عنوان المقال');
  });
  expect(await altered()).toEqual([]);
});

test('an edit of ours over an edit by hand keeps both', async () => {
  const id = await makeArticle();
  await opened(async (client) => {
    rewrite(id, (item) => ({ ...item, title: 'عنوان بخط اليد' }));
    await client.item.edit({ id, set: { source: ['الوقت'] } });
  });
  expect(readFileOf(id)).toMatchObject({ title: 'عنوان بخط اليد', source: 'الوقت' });
  expect(await altered()).toEqual([]);
});

test('a conflict copy brings what is new in it; what both changed waits for a person', async () => {
  const id = await makeArticle();
  const copy = pathOf(id).replace('.json', '.sync-conflict-20240101-120000-ABCDEFG.json');
  const before = readFileOf(id);
  await opened((client) => client.tag.add({ ids: [id], tag: 'هنا' }));
  writeFileSync(copy, JSON.stringify({ ...before, title: 'من الجهاز الآخر', tags: ['هناك'], notes: 'ملاحظة' }));
  rewrite(id, (item) => ({ ...item, title: 'من هذا الجهاز' }));
  await opened(async (client) => {
    const item = await client.item.get({ id });
    expect(item).toMatchObject({ title: 'من هذا الجهاز', notes: 'ملاحظة', conflicts: [{ field: 'title', theirs: 'من الجهاز الآخر' }] });
    expect([...item.tags].sort()).toEqual(['هنا', 'هناك']);
    const settled = await client.item.settle({ id, field: 'title', keep: 'theirs' });
    expect(settled.title).toBe('من الجهاز الآخر');
    expect(settled.conflicts).toBeUndefined();
  });
  expect(readdirSync(dirname(pathOf(id)))).toEqual([`${id}.json`]);
  expect(readdirSync(join(dir(), 'quarantine'))).toHaveLength(2);
  expect(await altered()).toEqual([]);
});

test.each(['{"broken"', '', 'null', '[1]', '{"id":"x"}'])(
  'a damaged record is set aside with its reason and given back: %j',
  async (bytes) => {
    const id = await makeArticle();
    const other = await makeArticle('خبر آخر\n\nنصه.');
    writeFileSync(pathOf(id), bytes);
    await opened(async (client) => {
      expect((await client.item.get({ id })).title).toBe('عنوان المقال');
      expect((await client.item.get({ id: other })).title).toBe('خبر آخر');
      expect((await client.item.list({})).total).toBe(2);
    });
    if (bytes === '') return;
    const reason = readdirSync(join(dir(), 'quarantine')).find((name) => name.endsWith('.reason.json'))!;
    expect(JSON.parse(readFileSync(join(dir(), 'quarantine', reason), 'utf8'))).toMatchObject({ reason: expect.any(String) as string });
    expect(await altered()).toEqual([]);
  },
);

test('a lost record is written again, a record brought by a sync tool is taken in', async () => {
  const id = await makeArticle();
  const bytes = readFileSync(pathOf(id), 'utf8');
  const brought = `${id.slice(0, -3)}${id.endsWith('fff') ? '000' : 'fff'}`;
  unlinkSync(pathOf(id));
  await opened(async (client) => {
    expect((await client.item.list({})).total).toBe(1);
    expect((await client.item.get({ id })).title).toBe('عنوان المقال');
  });
  const { mkdirSync } = await import('node:fs');
  mkdirSync(dirname(pathOf(brought)), { recursive: true });
  writeFileSync(pathOf(brought), bytes.replaceAll(id, brought).replace('عنوان المقال', 'جاء من جهاز آخر'));
  await opened(async (client) => {
    expect((await client.item.list({})).total).toBe(2);
    expect((await client.search.query({ query: 'جهاز' })).total).toBe(1);
  });
  expect(await altered()).toEqual([]);
});

test('a purge that was cut short is finished on the next opening', async () => {
  const id = await makeArticle('سر مكنون\n\nنص لا يبقى منه شيء.');
  // The act is durable, and the program ends before anything else.
  await opened(async (_client, core) => {
    const { store, clock } = core.services;
    const item = (await store.read(id))!;
    await store.commit({
      event: 'purge',
      at: clock().toISOString(),
      changes: [{ op: 'remove', id, originals: item.files.map(({ sha256 }) => sha256) }],
    });
    cpSync(dir(), join(home, 'copy'), { recursive: true });
  });
  rmSync(dir(), { recursive: true });
  cpSync(join(home, 'copy'), dir(), { recursive: true });
  await opened(async (client) => expect((await client.item.list({})).total).toBe(0));
  for (const path of filesIn(dir())) expect(readFileSync(path, 'utf8'), path).not.toMatch(/مكنون|لا يبقى/);
  expect(await altered()).toEqual([]);
});

test('purging leaves nothing of the text, and the journals still close', async () => {
  const id = await makeArticle('سر مكنون\n\nنص لا يبقى منه شيء.');
  const other = await makeArticle('خبر باق\n\nنصه.');
  await opened(async (client) => {
    await client.tag.add({ ids: [id, other], tag: 'معا' });
    await client.item.edit({ id, set: { title: ['سر آخر مكنون'] } });
    await client.item.purge({ ids: [id] });
    await client.item.edit({ id: other, set: { title: ['خبر بعد'] } });
  });
  for (const path of filesIn(dir())) expect(readFileSync(path, 'utf8'), path).not.toMatch(/مكنون|لا يبقى/);
  expect(await altered()).toEqual([]);
  await opened(async (client) => {
    expect((await client.item.list({})).total).toBe(1);
    expect((await client.item.history({ id: other })).revisions).toHaveLength(3);
  });
});
