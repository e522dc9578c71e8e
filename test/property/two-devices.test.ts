// Two devices change copies of one archive, which are brought together as sync tools do it: journals copied, and the record's
// file laid over ours, beside it as a conflict copy, or not at all. What either wrote last is in the field or in a conflict,
// both come to the same, and then there is peace.
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { importOptionsSchema } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';

const devices = ['one', 'two'] as const;
type Device = (typeof devices)[number];
const fields = ['title', 'source', 'notes'] as const;
type Field = (typeof fields)[number];
type Way = 'over' | 'beside' | 'journals';

let home = '';
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

const dirOf = (device: Device): string => join(home, device, 'archive');

async function on<T>(device: Device, work: (core: Awaited<ReturnType<typeof openCore>>) => Promise<T>): Promise<T> {
  vi.stubEnv('XDG_CONFIG_HOME', join(home, device, 'config'));
  const cacheDir = join(home, device, 'cache');
  const core = await openCore({ dir: dirOf(device), create: true, app: 'cli', cacheDir, log: silent });
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}
const clientOf = (core: Awaited<ReturnType<typeof openCore>>) => createRouterClient(core.router, { context: () => core.context('cli') });
const read = (device: Device, id: string): Promise<Item> => on(device, (core) => clientOf(core).item.get({ id }));
const actsOn = (device: Device): Promise<number> =>
  on(device, async (core) =>
    Object.values(core.services.store.marks)
      .flat()
      .reduce((a, b) => a + b, 0),
  );

async function begin(): Promise<string> {
  home = mkdtempSync(join(tmpdir(), 'warraq-جهازان-'));
  const id = await on('one', async (core) => {
    const sources = [{ bytes: Buffer.from('عنوان\n\nفقرة أولى.\n\nفقرة ثانية.'), path: 'a.txt' }];
    const [outcome] = await takeIn(core.services, sources, importOptionsSchema.parse({}));
    return outcome?.outcome === 'imported' ? outcome.id : '';
  });
  cpSync(dirOf('one'), dirOf('two'), { recursive: true });
  // It is given its name.
  await read('two', id);
  return id;
}

/** What a sync tool brings from one to the other. */
function bring(from: Device, to: Device, id: string, way: Way): void {
  const journals = join('data', 'journal');
  // Ours is written by us alone.
  const own = (JSON.parse(readFileSync(join(home, to, 'config', 'warraq', 'device.json'), 'utf8')) as { device: string }).device;
  cpSync(join(dirOf(from), journals), join(dirOf(to), journals), { recursive: true, filter: (path) => !path.includes(own) });
  const record = join('data', 'articles', id.slice(-2), id);
  if (way === 'over') copyFileSync(join(dirOf(from), `${record}.json`), join(dirOf(to), `${record}.json`));
  if (way === 'beside') copyFileSync(join(dirOf(from), `${record}.json`), join(dirOf(to), `${record}.sync-conflict-1.json`));
}

const way = fc.constantFrom<Way>('over', 'beside', 'journals');
const edits = fc.array(fc.record({ device: fc.constantFrom(...devices), field: fc.constantFrom(...fields) }), {
  minLength: 1,
  maxLength: 6,
});
const rounds = fc.array(fc.record({ edits, ways: fc.tuple(way, way), first: fc.constantFrom(...devices) }), { minLength: 1, maxLength: 2 });

test('what either wrote last stands in the field or waits in a conflict; both become one and stay so', { timeout: 300_000 }, async () => {
  let conflicts = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async (plan) => {
      const id = await begin();
      let n = 0;
      for (const { edits: written, ways, first } of plan) {
        const last = new Map<Field, Map<Device, string>>();
        for (const { device, field } of written) {
          const value = `قيمة ${++n}`;
          await on(device, (core) => clientOf(core).item.edit({ id, set: { [field]: [value] } }));
          last.set(field, new Map(last.get(field)).set(device, value));
        }
        const second = first === 'one' ? 'two' : 'one';
        bring(second, first, id, ways[0]);
        const joined = await read(first, id);
        for (const [field, values] of last) {
          const waiting = (joined.conflicts ?? []).filter((one) => one.field === field).map(({ theirs }) => theirs);
          const told = [joined[field], ...waiting];
          for (const value of values.values()) expect(told, `${field}: ${JSON.stringify(plan)}`).toContain(value);
          if (values.size > 1) conflicts++;
          else expect(joined[field]).toBe([...values.values()][0]);
        }
        bring(first, second, id, ways[1]);
        expect(await read(second, id)).toEqual(joined);
        // Nothing is made of what is one already.
        bring(second, first, id, 'over');
        const acts = await actsOn(first);
        expect(await read(first, id)).toEqual(joined);
        expect(await actsOn(first)).toBe(acts);
        expect(existsSync(join(dirOf(first), 'data', 'articles', id.slice(-2), `${id}.sync-conflict-1.json`))).toBe(false);
      }
      rmSync(home, { recursive: true, force: true });
    }),
    {
      numRuns: 4,
      examples: [
        [
          [
            {
              edits: [
                { device: 'one', field: 'title' },
                { device: 'two', field: 'title' },
              ],
              ways: ['beside', 'over'],
              first: 'one',
            },
          ],
        ],
        [
          [
            {
              edits: [
                { device: 'one', field: 'title' },
                { device: 'one', field: 'source' },
                { device: 'two', field: 'title' },
              ],
              ways: ['over', 'beside'],
              first: 'one',
            },
          ],
        ],
      ],
    },
  );
  expect(conflicts).toBeGreaterThan(1);
});
