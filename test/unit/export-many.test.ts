// Many articles in one file: those that are chosen, in the order of the list, without those that are left out.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sorts } from '#contract/search.ts';
import { defaultSettings } from '#contract/settings.ts';
import { type Core, openCore } from '#core/core.ts';
import { silent } from '#core/log.ts';
import { citationOf } from '#i18n/citation.ts';
import { makeDeskArchive } from '../support/desk-archive.ts';

let home: string;
let core: Core;
const client = () => createRouterClient(core.router, { context: () => core.context('loopback') });

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'warraq-تصدير-'));
  await makeDeskArchive(join(home, 'archive'), 50);
  core = await openCore({ dir: join(home, 'archive'), log: silent, app: 'loopback', cacheDir: join(home, 'cache') });
}, 120_000);
afterAll(async () => {
  await core.close();
  rmSync(home, { recursive: true, force: true });
}, 120_000);

type Asked = Parameters<ReturnType<typeof client>['export']['run']>[0];

async function exported(asked: Omit<Asked, 'format'>): Promise<string[]> {
  for await (const told of await client().export.run({ ...asked, format: 'citations' })) {
    if (told.step !== 'done') continue;
    const text = await (await client().export.take({ key: told.key })).text();
    expect(told.items).toBe(text.trim().split('\n').length);
    return text.trim().split('\n');
  }
  throw new Error('no end');
}
const cited = async (ids: readonly string[]): Promise<string[]> =>
  Promise.all(ids.map(async (id) => citationOf(await client().item.get({ id }), { ...defaultSettings, digits: 'arab' })));

test.each(sorts)('all that is listed but some, in the order of the list: %s', async (sort) => {
  const filters = { sources: ['الوقت', 'الحياة'] };
  const { ids } = await client().item.ids({ ...filters, sort, limit: 100 });
  const except = [ids[1]!, ids[4]!];
  const kept = ids.filter((id) => !except.includes(id));
  expect(kept.length).toBeGreaterThan(5);
  expect(await exported({ filters, except, sort })).toEqual(await cited(kept));
});

test('what a search lists as it is typed is what is exported', async () => {
  await core.services.index.completeWords();
  const { hits } = await client().search.query({ query: 'العاصم', prefix: true, limit: 100 });
  expect(hits.length).toBeGreaterThan(5);
  const lines = await exported({ query: 'العاصم', prefix: true, except: [hits[0]!.id] });
  expect(lines.toSorted()).toEqual((await cited(hits.slice(1).map(({ id }) => id))).toSorted());
});

test('those that are named, one after another as they are named', async () => {
  const { ids } = await client().item.ids({ limit: 4 });
  const named = ids.toReversed();
  expect(await exported({ ids: named })).toEqual(await cited(named));
});
