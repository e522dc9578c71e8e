// What is found, in the orders of the list: the same articles, each as the list has them, page by page.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListSort, sorts } from '#contract/search.ts';
import { type Core, openCore } from '#core/core.ts';
import { silent } from '#core/log.ts';
import { makeDeskArchive } from '../support/desk-archive.ts';

const ARTICLES = 120;
const home = mkdtempSync(join(tmpdir(), 'warraq-ترتيب-'));
let core: Core;
const inList = new Map<string, ReadonlyMap<string, number>>();
const client = () => createRouterClient(core.router, { context: () => core.context('cli') });

beforeAll(async () => {
  await makeDeskArchive(join(home, 'archive'), ARTICLES);
  core = await openCore({ dir: join(home, 'archive'), app: 'cli', cacheDir: join(home, 'cache'), log: silent });
  for (const sort of sorts) {
    for (const state of ['active', 'trashed'] as const) {
      const { ids } = await client().item.ids({ sort, state, limit: 1000 });
      inList.set(`${sort} ${state}`, new Map(ids.map((id, at) => [id, at])));
    }
  }
}, 120_000);
afterAll(async () => {
  await core.close();
  rmSync(home, { recursive: true, force: true });
});

const word = fc.constantFrom('العاصمة', 'موسكو', 'الحديدة', 'اتفاق', 'النفط', 'في', 'غائبة', 'وسم:نفط', 'تاريخ:2015..2019');
const query = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

test('every order has the same articles, those with all the words first, each lot as the list has it', async () => {
  let long = 0;
  let relaxedOnes = 0;
  await fc.assert(
    fc.asyncProperty(
      query,
      fc.constantFrom(...sorts),
      fc.constantFrom('active' as const, 'trashed' as const),
      fc.integer({ min: 9, max: 60 }),
      async (text, sort: ListSort, state, page) => {
        const asked = { query: text, state, limit: 500 };
        const best = await client().search.query(asked);
        const whole = await client().search.query({ ...asked, sort });
        expect({ ...whole, hits: [], tookMs: 0 }).toEqual({ ...best, hits: [], tookMs: 0 });
        const ids = whole.hits.map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set(best.hits.map(({ id }) => id)));
        expect(ids).toHaveLength(best.total);
        const places = ids.map((id) => inList.get(`${sort} ${state}`)!.get(id)!);
        const breaks = places.filter((place, at) => at > 0 && place < places[at - 1]!).length;
        expect(breaks).toBeLessThanOrEqual(best.relaxed ? 1 : 0);
        const paged: string[] = [];
        for (let offset = 0; offset < best.total; offset += page) {
          const { hits } = await client().search.query({ ...asked, sort, offset, limit: page });
          paged.push(...hits.map(({ id }) => id));
        }
        expect(paged).toEqual(ids);
        if (best.total > 30) long++;
        if (best.relaxed) relaxedOnes++;
      },
    ),
    {
      numRuns: 20,
      // Of each kind one at least.
      examples: [
        ['العاصمة', 'newest', 'active', 20],
        ['العاصمة غائبة', 'title', 'active', 25],
      ],
    },
  );
  expect(long).toBeGreaterThan(0);
  expect(relaxedOnes).toBeGreaterThan(0);
});

test('a stretch of what is found is named in the order that it is shown in', async () => {
  const asked = { query: 'العاصمة', sort: 'oldest' as const, state: 'active' as const };
  const { hits } = await client().search.query({ ...asked, offset: 7, limit: 9 });
  const { ids } = await client().item.ids({ ...asked, offset: 7, limit: 9 });
  expect(ids).toEqual(hits.map(({ id }) => id));
  expect(ids).toHaveLength(9);
});

test('a restriction that is not understood, or has no value yet, is told while it is typed and changes nothing of what is found', async () => {
  const typed = (text: string) => client().search.query({ query: text, prefix: true, sort: 'newest', limit: 1000 });
  const restrictions = [
    ['تاريخ:2024-13-45', 'search.bad-date'],
    ['تاريخ:أمس', 'search.bad-date'],
    ['فيه:صور', 'search.bad-value'],
    ['مصدر:', 'search.empty-field'],
  ] as const;
  const idsOf = ({ hits }: Awaited<ReturnType<typeof typed>>): string[] => hits.map(({ id }) => id);
  const without = await typed('النفط');
  expect(without).toMatchObject({ passedOver: [] });
  expect(without.total).toBeGreaterThan(0);
  for (const [restriction, code] of restrictions) {
    const found = await typed(`النفط ${restriction}`);
    expect(found.passedOver).toMatchObject([{ code, params: { offset: expect.any(Number) } }]);
    expect(idsOf(found)).toEqual(idsOf(without));
    // Alone, what is not understood is refused as on the command line; what waits for its value leaves the list as it is.
    if (code !== 'search.empty-field') await expect(typed(restriction)).rejects.toMatchObject({ code });
    await expect(client().search.query({ query: `النفط ${restriction}` })).rejects.toMatchObject({ code });
  }
  const { ids } = await client().item.ids({ limit: 1000 });
  const waiting = await client().search.query({ query: 'مصدر:', prefix: true, limit: 1000 });
  expect(idsOf(waiting)).toEqual(ids);
  expect(waiting.understood).toBeUndefined();
});
