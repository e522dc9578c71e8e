// A survey against plain counting over the same articles: nothing is missed, nothing is counted twice.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWithin } from '#contract/hierarchy.ts';
import { filingDate, type Item } from '#contract/item.ts';
import { surveyQuerySchema, type Survey } from '#contract/survey.ts';
import { type Core, openCore } from '#core/core.ts';
import { deskHere } from '#core/jobs/desk.ts';
import { silent } from '#core/log.ts';
import { spansOf } from '#core/search/spans.ts';
import { ownNames, strongest } from '#core/search/survey.ts';
import { deskArticle, makeDeskArchive } from '../support/desk-archive.ts';

const ARTICLES = 300;
let home: string;
let core: Core;
const items = Array.from({ length: ARTICLES }, (_, n) => deskArticle(n));

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'warraq-مسح-'));
  await makeDeskArchive(join(home, 'archive'), ARTICLES);
  core = await openCore({ dir: join(home, 'archive'), log: silent, app: 'loopback', cacheDir: join(home, 'cache') });
}, 120_000);
afterAll(async () => {
  await core.close();
  rmSync(home, { recursive: true, force: true });
});
const client = () => createRouterClient(core.router, { context: () => core.context('loopback') });

const dateOf = (item: Item): string => filingDate(item.dates)?.date.value ?? '';
const bears = (item: Item, { kind, value }: Survey['parties'][number]): boolean =>
  kind === 'tag'
    ? item.tags.some((tag) => isWithin(tag, value))
    : kind === 'author'
      ? item.creators.includes(value)
      : item.source === value;

const filters = fc.record(
  {
    sources: fc.uniqueArray(fc.constantFrom('الوقت', 'الحياة', 'BBC عربي'), { maxLength: 2 }),
    tags: fc.uniqueArray(fc.constantFrom('دول', 'نفط', 'ثقافة/كتب'), { maxLength: 2 }),
    from: fc.constantFrom('2012', '2015-06', '2020'),
    to: fc.constantFrom('2021', '2016-02'),
    state: fc.constantFrom('active' as const, 'trashed' as const),
  },
  { requiredKeys: [] },
);

test('what it tells of any result is what counting its articles tells', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (asked) => {
      const { total, undated, yearOnly, unit, spans, sources, tags, parties, links } = await client().search.survey(asked);
      const { ids } = await client().item.ids({ ...asked, limit: 1000 });
      const found = items.filter(({ id }) => ids.includes(id));
      expect(total).toBe(found.length);
      const length = { month: 7, year: 4, decade: 3 }[unit];
      const within = (item: Item, at: string): boolean => dateOf(item).length >= length && dateOf(item).startsWith(at.slice(0, length));
      expect(undated).toBe(found.filter((item) => dateOf(item) === '').length);
      expect(spans.reduce((sum, { count }) => sum + count, 0)).toBe(total - undated - yearOnly);
      for (const { at, count } of spans) expect(count, at).toBe(found.filter((item) => within(item, at)).length);
      for (const [n, { at }] of spans.entries()) {
        for (const { value, counts } of sources)
          expect(counts[n]).toBe(found.filter((item) => item.source === value && within(item, at)).length);
        for (const { value, counts } of tags)
          expect(counts[n]).toBe(found.filter((item) => item.tags.some((tag) => isWithin(tag, value)) && within(item, at)).length);
      }
      for (const party of parties) expect(party.count).toBe(found.filter((item) => bears(item, party)).length);
      for (const { a, b, count } of links)
        expect(count).toBe(found.filter((item) => bears(item, parties[a]!) && bears(item, parties[b]!)).length);
      expect(links.every(({ a, b }) => a < b)).toBe(true);
    }),
    { numRuns: 10 },
  );
});

test('a search is surveyed as it is listed, in a thread beside as here', { timeout: 120_000 }, async () => {
  await core.services.index.completeWords();
  const query = 'العاصمة -نفط';
  const input = surveyQuerySchema.parse({ query, prefix: true, sources: ['الوقت'] });
  const beside = await client().search.survey(input);
  expect(beside).toEqual(await deskHere(core.services.index, core.services.store).ask('survey', input));
  expect(beside.total).toBeGreaterThan(5);
  expect(beside.total).toBe((await client().search.query(input)).total);
  await expect(client().search.survey({ query: '((' })).rejects.toMatchObject({ code: 'search.unclosed-group' });
});

const year = fc.integer({ min: 1900, max: 2030 }).map(String);
test('spans hold every value once, in order, and are few', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(year, fc.integer({ min: 1, max: 12 })), { maxLength: 40 }), (dates) => {
      const count = (values: string[]) => [...new Set(values)].map((value) => ({ value, count: 1 }));
      const months = count(dates.map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`));
      const years = count(dates.map(([y]) => y));
      const { unit, at, of } = spansOf(months, years);
      expect(at.length).toBeLessThanOrEqual(61);
      expect([...at]).toEqual([...new Set(at)].toSorted());
      for (const { value } of unit === 'month' ? months : years) expect(at).toContain(of(value));
    }),
  );
});

test('a name is told by those within it where it stands for nothing else', () => {
  const counts = [
    { value: 'دول', count: 5 },
    { value: 'دول/روسيا', count: 3 },
    { value: 'دول/مصر', count: 2 },
    { value: 'فن', count: 4 },
    { value: 'فن/شعر', count: 1 },
  ];
  expect(ownNames(counts).map(({ value }) => value)).toEqual(['دول/روسيا', 'دول/مصر', 'فن', 'فن/شعر']);
});

test('whoever appears with anyone keeps a link, however many are left out', () => {
  const link = fc.record({ a: fc.nat(9), b: fc.integer({ min: 10, max: 19 }), count: fc.integer({ min: 1, max: 50 }) });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 60 }), fc.nat(10), (links, most) => {
      const kept = strongest(links, most);
      expect(kept.length).toBeLessThanOrEqual(Math.max(most, 20));
      for (const { a, b } of links) for (const one of [a, b]) expect(kept.some((of) => of.a === one || of.b === one)).toBe(true);
    }),
  );
});
