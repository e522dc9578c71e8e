// Undo and redo give the archive back in its meaning: after any 200 acts, with undoing, doing again and purging among them,
// each step back is the archive as it was, and each step forth the archive as it became.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotatedFields, motivations } from '#contract/annotation.ts';
import type { BatchInput } from '#contract/batch.ts';
import { importOptionsSchema } from '#contract/contract.ts';
import type { ItemSummary } from '#contract/item.ts';
import { tagColours } from '#contract/shelf.ts';
import { openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';

const ACTS = 200;
const tag = fc.constantFrom('دول', 'دول/روسيا', 'دول/روسيا/موسكو', 'سياسة', 'نفط');
const shelfName = fc.constantFrom('أبحاث', 'أبحاث/طاقة', 'صحف', 'صحف/خليج');
const which = fc.array(fc.nat(30), { minLength: 1, maxLength: 6 });
const words = fc.constantFrom('بوتين في طهران', 'أسعار النفط', 'مفاوضات فيينا', 'on both sides');

const doing = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('take in' as const), words }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('edit' as const), which, words, field: fc.constantFrom('title', 'notes', 'source') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('annotate' as const),
      which,
      motivation: fc.constantFrom(...motivations),
      field: fc.constantFrom(...annotatedFields),
      exact: fc.constantFrom('في', 'طهران', 'النفط', 'sides'),
    }),
  },
  fc.record({ do: fc.constant('unannotate' as const), which }),
  fc.record({ do: fc.constant('date' as const), which, value: fc.constantFrom('2013-05', '2014', '') }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add tag' as const), which, tag }) },
  fc.record({ do: fc.constant('remove tag' as const), which, tag }),
  fc.record({ do: fc.constant('rename' as const), from: tag, to: tag }),
  fc.record({ do: fc.constant('collect' as const), which, name: shelfName }),
  fc.record({ do: fc.constant('move' as const), from: shelfName, to: shelfName }),
  fc.record({ do: fc.constant('dissolve' as const), name: shelfName }),
  fc.record({ do: fc.constant('replace' as const), find: fc.constantFrom('في', 'طهران'), by: fc.constantFrom('على', 'باريس') }),
  fc.record({ do: fc.constant('trash' as const), which, state: fc.constantFrom('active' as const, 'trashed' as const) }),
  fc.record({ do: fc.constant('revert' as const), which }),
  fc.record({ do: fc.constant('colour' as const), tag, colour: fc.constantFrom(...tagColours) }),
  fc.record({ do: fc.constant('shelve' as const), name: shelfName }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), times: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const), times: fc.integer({ min: 1, max: 5 }) }) },
  fc.record({ do: fc.constant('purge' as const), which }),
);
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never;

type Meaning = { items: Record<string, Omit<ItemSummary, 'revision'>>; shelf: unknown };

async function withArchive(work: (desk: Awaited<ReturnType<typeof openDesk>>) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'warraq-تراجع-'));
  const desk = await openDesk(home);
  try {
    await work(desk);
  } finally {
    await desk.close();
    rmSync(home, { recursive: true, force: true });
  }
}

async function openDesk(home: string) {
  const core = await openCore({ dir: join(home, 'أرشيف'), create: true, app: 'cli', cacheDir: join(home, 'cache'), log: silent });
  const client = createRouterClient(core.router, { context: () => core.context('cli') });
  const ids: string[] = [];
  async function end<T extends { step: string }>(stream: AsyncIterable<T>): Promise<Extract<T, { step: 'done' }>> {
    let last: T | undefined;
    for await (const told of stream) last = told;
    return last as Extract<T, { step: 'done' }>;
  }
  const batch = async (scope: { ids: string[] }, input: BatchInput) => end(await client.batch.run({ scope, batch: input }));

  /** All that a person can see but the numbers of revisions. `whole`: the records themselves, which must say what the lists and counts say. */
  async function meaning({ whole = false } = {}): Promise<Meaning> {
    const items: Meaning['items'] = {};
    const tags = new Map<string, number>();
    for (const state of ['active', 'trashed'] as const) {
      for (const { revision, ...summary } of (await client.item.list({ state, limit: 1000 })).items) {
        items[summary.id] = summary;
        if (state === 'active') for (const one of summary.tags) tags.set(one, (tags.get(one) ?? 0) + 1);
        if (!whole) continue;
        const { body, ...record } = await client.item.get({ id: summary.id });
        expect(record).toEqual({ ...summary, revision });
        expect(body.length).toBe(1);
      }
    }
    if (whole) expect(new Map((await client.tag.list()).tags.map((one) => [one.tag, one.count]))).toEqual(tags);
    return { items, shelf: (await client.settings.get()).shelf };
  }

  async function act(one: Exclude<Doing, { do: 'undo' | 'redo' }>, at: number): Promise<void> {
    const some = 'which' in one ? [...new Set(one.which.flatMap((n) => ids[n % Math.max(1, ids.length)] ?? []))] : [];
    if ('which' in one && some.length === 0) return;
    const { shelf } = await client.settings.get();
    switch (one.do) {
      case 'take in': {
        const bytes = Buffer.from(`${one.words} ${at}\n\nمتن المقال ${at} وفيه كلام.\n`);
        const [outcome] = await takeIn(core.services, [{ bytes, path: 'a.txt' }], importOptionsSchema.parse({}));
        if (outcome?.outcome === 'imported') ids.push(outcome.id);
        return;
      }
      case 'edit':
        await batch({ ids: some }, { set: { [one.field]: [`${one.words} ${at % 3}`] } });
        return;
      case 'date':
        await batch({ ids: some }, one.value ? { set: { 'dates.published': [one.value] } } : { unset: ['dates.published'] });
        return;
      case 'add tag':
        await client.tag.add({ ids: some, tag: one.tag });
        return;
      case 'remove tag':
        await batch({ ids: some }, { remove: { tags: [one.tag] } });
        return;
      case 'rename':
      case 'move': {
        const list = one.do === 'rename' ? 'tags' : 'collections';
        // Into itself it cannot go.
        await client.batch
          .rename({ list, from: one.from, to: one.to })
          .then(end)
          .catch(() => {});
        return;
      }
      case 'collect':
        await batch({ ids: some }, { add: { collections: [one.name] } });
        return;
      case 'dissolve':
        await end(await client.batch.remove({ list: 'collections', name: one.name }));
        return;
      case 'replace':
        await batch({ ids }, { replace: { field: 'title', find: one.find, by: one.by } });
        return;
      case 'annotate':
        // Not every text has the words.
        await client.annotation
          .create({ id: some[0]!, motivation: one.motivation, field: one.field, exact: one.exact, value: 'كلام' })
          .catch(({ code }: { code: string }) => expect(code).toBe('annotation.no-such-text'));
        return;
      case 'unannotate': {
        const { annotations } = await client.item.get({ id: some[0]! });
        if (annotations) await client.annotation.remove({ id: some[0]!, annotation: annotations[0]!.id });
        return;
      }
      case 'trash':
        await batch({ ids: some }, { state: one.state });
        return;
      case 'revert': {
        const { revision } = await client.item.get({ id: some[0]! });
        await client.item.revert({ id: some[0]!, revision: Math.max(1, revision - 2) });
        return;
      }
      case 'colour':
        await client.shelf.set({ colours: { ...shelf.colours, [one.tag]: one.colour } });
        return;
      case 'shelve':
        await client.shelf.set({ collections: [...new Set([...shelf.collections, one.name])] });
        return;
      case 'purge':
        await client.item.purge({ ids: some });
        for (const id of some) ids.splice(ids.indexOf(id), 1);
    }
  }
  return {
    meaning,
    act,
    next: () => client.act.next(),
    step: async (way: 'undo' | 'redo') => end(await client.act[way]()),
    close: () => core.close(),
  };
}

/** What is left of a state when some was purged since. */
const without = ({ items, shelf }: Meaning, there: Meaning): Meaning => ({
  items: Object.fromEntries(Object.entries(items).filter(([id]) => id in there.items)),
  shelf,
});

/** What was not there yet in one of them lies in the trash of the other, as it was taken in. */
function isSame(one: Meaning, other: Meaning, taken: Meaning['items']): boolean {
  const ids = new Set([...Object.keys(one.items), ...Object.keys(other.items)]);
  return (
    isDeepStrictEqual(one.shelf, other.shelf) &&
    [...ids].every((id) => {
      return isDeepStrictEqual(one.items[id] ?? taken[id], other.items[id] ?? taken[id]);
    })
  );
}

/** As though the purged had never been, and what was taken in later lay in the trash. */
function expected({ items, shelf }: Meaning, there: Meaning): Meaning {
  const all = Object.entries(there.items).map(([id, item]) => [id, items[id] ?? { ...item, state: 'trashed' as const }] as const);
  return { items: Object.fromEntries(all), shelf };
}

test('every step back is the archive as it was, every step forth as it became', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: ACTS, maxLength: ACTS }), (acts) =>
      withArchive(async ({ meaning, act, next, step }) => {
        for (let n = 0; n < 8; n++) await act({ do: 'take in', words: 'بوتين في طهران' }, n);
        /** The archive before each act that can be undone, and after each that can be done again. */
        let before: Meaning[] = [];
        let after: Meaning[] = [];
        let now = await meaning();
        /** Each item as it was taken in, but in the trash: so it lay in states that are older than it. */
        const taken: Meaning['items'] = {};
        async function go(way: 'undo' | 'redo', check: boolean): Promise<boolean> {
          const [from, to] = way === 'undo' ? [before, after] : [after, before];
          const goal = from.at(-1);
          if (!goal) return false;
          expect((await step(way)).kept).toBe(0);
          from.pop();
          to.push(now);
          const found = await meaning({ whole: check });
          expect(found).toEqual(expected(goal, found));
          now = found;
          return true;
        }
        for (const [at, one] of acts.entries()) {
          if (one.do === 'undo' || one.do === 'redo') {
            for (let n = 0; n < one.times; n++) if (!(await go(one.do, n === one.times - 1))) break;
            continue;
          }
          const start = await next();
          await act(one, at + 100);
          const then = await meaning();
          for (const [id, item] of Object.entries(then.items)) taken[id] ??= { ...item, state: 'trashed' };
          const { undo, redo } = await next();
          if (one.do === 'purge') {
            // Acts on nothing but what was purged are gone with it.
            const chain = [...before, now, ...after.toReversed()].map((past) => without(past, then));
            const kept = chain.map((past, n) => n === 0 || !isSame(past, chain[n - 1]!, taken));
            const here = kept.slice(1, before.length + 1).filter(Boolean).length;
            const states = chain.filter((_, n) => kept[n]);
            [before, now, after] = [states.slice(0, here), then, states.slice(here + 1).toReversed()];
            continue;
          }
          if (isDeepStrictEqual(then, now)) {
            // An act that changed nothing is none.
            expect({ undo, redo }).toEqual(start);
            continue;
          }
          expect(redo).toBeNull();
          before.push(now);
          after = [];
          now = then;
        }
        const last = now;
        const count = before.length;
        while (await go('undo', false));
        const first = await meaning({ whole: true });
        expect(first).toEqual(expected(now, first));
        for (let n = 0; n < count; n++) await go('redo', false);
        const end = await meaning({ whole: true });
        expect(end).toEqual(expected(last, end));
      }),
    ),
    { numRuns: process.env['WARRAQ_FAULTS'] === 'full' ? 40 : 2, endOnFailure: true },
  );
}, 900_000);
