// One act on many articles, through the procedures: whole or not at all, shown before, and undone.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actOf } from '#contract/batch.ts';
import { articlePath } from '#core/archive/layout.ts';
import { type Core, openCore } from '#core/core.ts';
import { silent } from '#core/log.ts';
import { deskArticle, makeDeskArchive } from '../support/desk-archive.ts';

const COUNT = 700;
const home = mkdtempSync(join(tmpdir(), 'warraq-جمع-'));
const dir = join(home, 'أرشيف');
let core: Core;
const client = () => createRouterClient(core.router, { context: () => core.context('cli') });
const end = async <T extends { step: string }>(stream: AsyncIterable<T>): Promise<Extract<T, { step: 'done' }>> => {
  let last: T | undefined;
  for await (const one of stream) last = one;
  return last as Extract<T, { step: 'done' }>;
};
const acts = (): string[] => {
  const [device] = readdirSync(join(dir, 'data/journal')).filter((name) => name !== 'desk');
  const folder = join(dir, 'data/journal', device!);
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"op":"tx"')),
  );
};

beforeAll(async () => {
  await makeDeskArchive(dir, COUNT);
  core = await openCore({ dir, app: 'cli', cacheDir: join(home, 'cache'), log: silent });
}, 120_000);
afterAll(async () => {
  await core.close();
  rmSync(home, { recursive: true, force: true });
});

const active = Array.from({ length: COUNT }, (_, n) => deskArticle(n)).filter(({ state }) => state === 'active');

test('hundreds are changed by one act of the journal, which lies in their files afterwards', async () => {
  const stays = active[5]!.id;
  const scope = { filters: { state: 'active' as const }, except: [stays] };
  const steps: { step: string }[] = [];
  for await (const one of await client().batch.run({ scope, batch: { add: { tags: ['كلها/معًا'] }, remove: { tags: ['نفط'] } } }))
    steps.push(one);
  expect(steps.at(-1)).toMatchObject({ step: 'done', changed: active.length - 1 });
  expect(steps.length).toBeGreaterThan(1);
  expect(acts()).toHaveLength(1);
  await core.close();
  core = await openCore({ dir, app: 'cli', cacheDir: join(home, 'cache'), log: silent });
  for (const { id, tags } of active) {
    const kept = JSON.parse(readFileSync(articlePath(dir, id), 'utf8')) as { tags: string[]; revision: number };
    expect(kept.tags).toEqual(id === stays ? tags : [...tags.filter((tag) => tag !== 'نفط'), 'كلها/معًا']);
    expect(kept.revision).toBe(id === stays ? 1 : 2);
  }
  const { total, facets } = await client().item.list({ tags: ['كلها'] });
  expect(total).toBe(active.length - 1);
  expect(facets.tag.find(({ value }) => value === 'كلها')?.count).toBe(active.length - 1);
});

test('cancelled before its end it changes nothing', async () => {
  const stop = new AbortController();
  const before = acts().length;
  const run = async () => {
    const stream = await client().batch.run({ scope: {}, batch: { set: { source: ['آخر'] } } }, { signal: stop.signal });
    for await (const one of stream) if (one.step === 'working') stop.abort();
  };
  await expect(run()).rejects.toThrow();
  await client().archive.stats();
  expect(acts()).toHaveLength(before);
  expect((await client().item.list({ sources: ['آخر'] })).total).toBe(0);
});

test('what will change is told before, and is what changes', async () => {
  const scope = { query: 'العاصمة', filters: { collections: ['أبحاث'] } };
  const batch = { replace: { field: 'title', find: 'موسكو', by: 'جنيف' }, set: { language: ['ar'] } };
  const preview = await client().batch.preview({ scope, batch });
  const { total } = await client().search.query({ query: 'العاصمة', prefix: true, collections: ['أبحاث'] });
  expect(preview.total).toBe(total);
  expect(preview.samples[0]!.fields[0]!.after).toEqual(preview.samples[0]!.fields[0]!.before.map((one) => one.replaceAll('موسكو', 'جنيف')));
  expect((await end(await client().batch.run({ scope, batch }))).changed).toBe(preview.changed);
  expect((await client().batch.preview({ scope, batch })).changed).toBe(0);
  await expect(client().batch.preview({ scope, batch: { set: { 'dates.published': ['أمس'] } } })).rejects.toThrow();
});

test('a tag, a collection and their colours go by a new name, and back', async () => {
  await client().shelf.set({ colours: { دول: 'blue', 'دول/روسيا': 'red' } });
  const before = await client().tag.list();
  await end(await client().batch.rename({ list: 'tags', from: 'دول/روسيا', to: 'شرق / روسيا' }));
  const tags = (await client().tag.list()).tags.map(({ tag }) => tag);
  expect(tags.filter((tag) => tag.startsWith('دول/روسيا'))).toEqual([]);
  expect(tags).toContain('شرق/روسيا/موسكو');
  expect((await client().settings.get()).shelf.colours).toEqual({ دول: 'blue', 'شرق/روسيا': 'red' });
  await expect(client().batch.rename({ list: 'tags', from: 'شرق', to: 'شرق/أدنى' }).then(end)).rejects.toThrow();
  expect((await end(await client().act.undo())).event).toBe('tag');
  expect(await client().tag.list()).toEqual(before);
  expect((await client().settings.get()).shelf.colours).toEqual({ دول: 'blue', 'دول/روسيا': 'red' });
});

test('a field that was changed elsewhere since stays, and that is told', async () => {
  const [one, other] = active as [(typeof active)[number], (typeof active)[number]];
  await end(await client().batch.run({ scope: { ids: [one.id, other.id] }, batch: { set: { notes: ['من الجمع'] } } }));
  // Another window's act is an act like any other; one from outside the program is not among those that are undone.
  const item = await core.services.archivist.read(one.id);
  await core.services.archivist.alone(() =>
    core.services.archivist.commit({
      event: 'outside',
      changes: [{ op: 'put', item: { ...item, notes: 'بيد أخرى', revision: item.revision + 1 } }],
    }),
  );
  expect(await end(await client().act.undo())).toMatchObject({ step: 'done', event: 'edit', changed: 1, kept: 1 });
  expect((await client().item.get({ id: one.id })).notes).toBe('بيد أخرى');
  expect((await client().item.get({ id: other.id })).notes).toBe('');
});

test('an act is undone by its name while it is the last, and never another in its place', async () => {
  const [one, other] = active as [(typeof active)[number], (typeof active)[number]];
  const { act } = await end(await client().batch.run({ scope: { ids: [one.id, other.id] }, batch: { add: { tags: ['بالاسم'] } } }));
  const edited = await client().item.edit({ id: one.id, set: { source: ['مصدر لاحق'] } });
  const step = async (way: 'undo' | 'redo', name: string) => end(await client().act[way]({ act: name }));
  for (const way of ['undo', 'redo'] as const) await expect(step(way, act!)).rejects.toMatchObject({ code: 'act.overtaken' });
  expect((await client().item.get({ id: one.id })).source).toBe('مصدر لاحق');
  const last = actOf(edited);
  expect((await client().act.next()).undo?.act).toBe(last);
  expect(await step('undo', last)).toMatchObject({ act: last, changed: 1 });
  expect((await client().act.next()).redo?.act).toBe(last);
  expect(await step('redo', last)).toMatchObject({ act: last, changed: 1 });
  expect(await step('undo', last)).toMatchObject({ act: last, changed: 1 });
  expect(await step('undo', act!)).toMatchObject({ act, changed: 2 });
  expect((await client().item.get({ id: one.id })).tags).not.toContain('بالاسم');
});

test('a query for a tag finds what lies within it, as the filter does', async () => {
  const { total } = await client().item.list({ tags: ['دول'], limit: 0 });
  expect(total).toBeGreaterThan(0);
  expect((await client().search.query({ query: 'وسم:دول', limit: 0 })).total).toBe(total);
  expect((await client().item.list({ tags: ['دو'], limit: 0 })).total).toBe(0);
});

test('identifiers of a stretch are those of the list', async () => {
  const list = await client().item.list({ sort: 'title', limit: 50, offset: 120 });
  expect((await client().item.ids({ sort: 'title', limit: 50, offset: 120 })).ids).toEqual(list.items.map(({ id }) => id));
});

test('beside a chosen source the others are counted as though it were not; tags count within what is left', async () => {
  const all = await client().item.list({ limit: 0 });
  for (const query of [undefined, 'العاصمة']) {
    const narrow = { sources: ['الحياة'], limit: 0 };
    const list = async (filters: object) => (query ? client().search.query({ query, ...filters }) : client().item.list({ ...filters }));
    const [open, shut, beside] = [await list({ limit: 0 }), await list(narrow), await list({ ...narrow, beside: true })];
    expect(beside.facets.source).toEqual(open.facets.source);
    expect(shut.facets.source.map(({ value }) => value)).toEqual(['الحياة']);
    expect(beside.facets.tag).toEqual(shut.facets.tag);
    expect(beside.total).toBe(shut.total);
  }
  expect(all.facets.state).toEqual([
    { value: 'active', count: all.total },
    { value: 'trashed', count: COUNT - all.total },
  ]);
});
