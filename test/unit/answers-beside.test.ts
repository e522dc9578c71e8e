// A window's questions are answered by a thread beside: the same answers, no waiting, and nothing done for no one.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importOptionsSchema } from '#contract/contract.ts';
import { searchQuerySchema } from '#contract/search.ts';
import { type Core, openCore } from '#core/core.ts';
import { deskBeside, deskHere } from '#core/jobs/desk.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';
import { seeded } from '../support/seeded.ts';

const ARTICLES = 240;
const chance = seeded(21);
const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'];
const anyWord = (length: number): string => Array.from({ length }, () => chance.pick(letters)).join('');
const words = Array.from({ length: 30_000 }, () => anyWord(5 + chance.int(3)));
const sentence = (length: number): string => Array.from({ length }, () => chance.pick(words)).join(' ');
const matters = ['انتخابات البلدية', 'أسعار النفط', 'مهرجان السينما'];
const article = (n: number): string => {
  const matter = matters[n % matters.length]!;
  const body = Array.from({ length: 4 }, () => `${sentence(20)} ${matter} ${sentence(20)} «${matter}».`).join('\n\n');
  return `خبر ${n} عن ${matter}\n\n${body}\n`;
};

let home: string;
let core: Core;
let ids: string[];
const clientOf = (one: Core) => createRouterClient(one.router, { context: () => one.context('loopback') });

async function take(...texts: string[]): Promise<string[]> {
  const sources = texts.map((text, n) => ({ bytes: Buffer.from(text), path: `${n}.txt` }));
  const outcomes = await takeIn(core.services, sources, importOptionsSchema.parse({ duplicates: 'keep' }));
  return outcomes.map((one) => (one.outcome === 'imported' ? one.id : one.outcome));
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'warraq-جانب-'));
  core = await openCore({ dir: join(home, 'archive'), create: true, log: silent, app: 'loopback', cacheDir: join(home, 'cache') });
  ids = await take(...Array.from({ length: ARTICLES }, (_, n) => article(n)));
}, 300_000);
afterAll(async () => {
  await core.close();
  rmSync(home, { recursive: true, force: true });
});

const queries = [
  'انتخابات البلدية',
  'مهرجان',
  'للنفط',
  '"أسعار النفط"',
  'عنوان:سينما',
  'انتخبات',
  'خبر -نفط',
  `${matters[0]} ${matters[1]}`,
  '*',
];

test('answers are those that would be given here', { timeout: 300_000 }, async () => {
  const { services } = core;
  const here = deskHere(services.index, services.store);
  const item = await services.store.read(ids[0]!);
  for (const query of queries) {
    const input = searchQuerySchema.parse({ query, limit: 20 });
    const [beside, own] = [await services.desk.ask('query', input), await here.ask('query', input)];
    expect({ ...beside, tookMs: 0 }, query).toEqual({ ...own, tookMs: 0 });
  }
  for (const kind of ['similar', 'keywords'] as const) {
    expect(await services.desk.ask(kind, { item: item!, limit: 8 }), kind).toEqual(await here.ask(kind, { item: item!, limit: 8 }));
  }
  const near = { near: true };
  expect(await services.desk.ask('duplicates', near)).toEqual(await here.ask('duplicates', near));
});

test('what was taken in or changed a moment ago is found, as it is now', { timeout: 300_000 }, async () => {
  const client = clientOf(core);
  const [id] = await take('زيارة مرتقبة\n\nيصل الوفد البرتقالي غدا.');
  const first = await client.search.query({ query: 'البرتقالي' });
  expect(first.hits.map((hit) => [hit.id, hit.title])).toEqual([[id, 'زيارة مرتقبة']]);
  await client.item.edit({ id: id!, set: { title: ['زيارة مؤجلة'] } });
  const second = await client.search.query({ query: 'البرتقالي' });
  expect(second.hits.map((hit) => hit.title)).toEqual(['زيارة مؤجلة']);
});

test('copies of what was taken in are those that are found by reading all', { timeout: 300_000 }, async () => {
  const client = clientOf(core);
  const clusters = async (asked: { near: boolean; of?: string[] }) => {
    for await (const told of await client.search.duplicates(asked)) if (told.step === 'done') return told.clusters;
    throw new Error('It ended without an answer.');
  };
  const report = sentence(60);
  const first = (await take(`تقرير أول\n\n${report}`))[0]!;
  // A copy of what was kept before, two copies of each other, and one that is like nothing.
  const twin = sentence(60);
  const now = await take(
    `تقرير ثان\n\n${report} ${sentence(4)}`,
    `توأم\n\n${twin}`,
    `توأم آخر\n\n${sentence(3)} ${twin}`,
    `وحيد\n\n${sentence(60)}`,
  );
  const found = await clusters({ near: true, of: now });
  expect(new Set(found.map(({ ids: some }) => some.join()))).toEqual(new Set([`${first},${now[0]}`, now.slice(1, 3).toSorted().join()]));
  const all = await clusters({ near: true });
  expect(found).toEqual(all.filter(({ ids: some }) => some.some((id) => now.includes(id))));
  await client.item.trash({ ids: [now[0]!] });
  expect(await clusters({ near: true, of: [...now, 'nobody'] })).toHaveLength(1);
});

/** Words that are near many others, in no article of that source: much to do, and nothing to be read afterwards. */
const heavy = () => ({ query: Array.from({ length: 60 }, (_, n) => `${anyWord(6)}${n < 4 ? '~2' : ''}`).join(' '), sources: ['لا أحد'] });

test('while a heavy query is worked at, others are answered', { timeout: 300_000 }, async () => {
  const client = clientOf(core);
  // The thread is up, and has read what it needs: what follows is work alone.
  await client.search.query({ query: 'سينما~2' });
  let over = false;
  const slow = Promise.all(Array.from({ length: 8 }, () => client.search.query(heavy()))).finally(() => {
    over = true;
  });
  let answered = 0;
  while (!over) {
    expect((await client.item.get({ id: ids[answered % ARTICLES]! })).id).toBe(ids[answered % ARTICLES]);
    answered++;
  }
  await slow;
  // Were it worked at in this thread, nothing would be answered before its end.
  expect(answered).toBeGreaterThan(3);
});

test('a query that was superseded ends at once, and the next does not wait for it', { timeout: 300_000 }, async () => {
  const client = clientOf(core);
  const ended: string[] = [];
  const left = Array.from({ length: 6 }, () => {
    const stop = new AbortController();
    const asked = client.search.query(heavy(), { signal: stop.signal }).then(
      () => ended.push('answered'),
      (error: unknown) => ended.push(error === stop.signal.reason ? 'left' : String(error)),
    );
    return { stop, asked };
  });
  await new Promise((turn) => setImmediate(turn));
  left.forEach(({ stop }) => stop.abort());
  await Promise.all(left.map(({ asked }) => asked));
  expect(ended).toEqual(Array.from({ length: 6 }, () => 'left'));
  expect((await client.search.query({ query: 'سينما' })).total).toBeGreaterThan(0);
});

test('failures keep their codes on the way between threads', async () => {
  const client = clientOf(core);
  await expect(client.search.query({ query: '  ' })).rejects.toMatchObject({ code: 'search.empty' });
  await expect(client.search.query({ query: 'تاريخ:غدا' })).rejects.toMatchObject({ code: 'search.bad-date', data: { piece: 'غدا' } });
});

test('a hit says why, and whether two values wait for a decision', { timeout: 300_000 }, async () => {
  const client = clientOf(core);
  const [id] = await take('سفر طويل\n\nالمسافرون إلى المَدينة وصلوا.');
  const why = async (query: string) => (await client.search.query({ query })).hits.find((hit) => hit.id === id)?.why;
  expect(await why('المسافرون')).toEqual([]);
  expect(await why('مسافر')).toEqual([{ asked: 'مسافر', found: 'المسافرون', match: 'stem' }]);
  expect(await why('المدينه')).toEqual([{ asked: 'المدينه', found: 'المَدينة', match: 'folded' }]);
  expect(await why('المسافرونن')).toEqual([{ asked: 'المسافرونن', found: 'المسافرون', match: 'fuzzy' }]);
  expect(await why('المساف*')).toEqual([{ asked: 'المساف', found: 'المسافرون', match: 'prefix' }]);
  const conflict = { field: 'title', theirs: 'سفر قصير', from: 'a copy', at: '2024-05-04T00:00:00Z' };
  await core.services.archivist.change('outside', [id!], (item) => ({ ...item, conflicts: [conflict], revision: item.revision + 1 }));
  const marked = (await client.search.query({ query: 'مسافر', limit: 50 })).hits.filter((hit) => hit.conflicted);
  expect(marked.map((hit) => hit.id)).toEqual([id]);
});

test('once closed, a question that was on its way begins no thread that nobody would end', async () => {
  const { services } = core;
  const desk = deskBeside(services.index.path!, services.store);
  const input = searchQuerySchema.parse({ query: 'النفط' });
  expect((await desk.ask('query', input)).total).toBeGreaterThan(0);
  const before = process.getActiveResourcesInfo().length;
  const late = desk.ask('query', input);
  const closing = desk.close();
  await expect(late).rejects.toThrow();
  await closing;
  await expect(desk.ask('query', input)).rejects.toThrow('no thread for answer begins any more');
  expect(process.getActiveResourcesInfo().length).toBeLessThanOrEqual(before);
});
