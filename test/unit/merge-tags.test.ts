// Tags that are one in two spellings: proposed, merged in one act, and taken back in another.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importOptionsSchema, type RetagProgress } from '#contract/contract.ts';
import { segmentPath } from '#core/archive/layout.ts';
import { type Core, openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';
import { deviceName } from '#core/device.ts';

let home: string;
let core: Core;
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'warraq-وسوم-'));
  core = await openCore({ dir: join(home, 'archive'), create: true, log: silent, app: 'loopback', cacheDir: join(home, 'cache') });
});
afterEach(async () => {
  await core.close();
  rmSync(home, { recursive: true, force: true });
});

const client = () => createRouterClient(core.router, { context: () => core.context('loopback') });

async function tagged(...all: string[][]): Promise<string[]> {
  const sources = all.map((_, n) => ({ bytes: Buffer.from(`خبر ${n}\n\nنص الخبر رقم ${n} وفيه كلام.`), path: `${n}.txt` }));
  const outcomes = await takeIn(core.services, sources, importOptionsSchema.parse({ duplicates: 'keep' }));
  const ids = outcomes.map((one) => (one.outcome === 'imported' ? one.id : ''));
  for (const [n, tags] of all.entries()) for (const tag of tags) await client().tag.add({ ids: [ids[n]!], tag });
  return ids;
}

async function done(steps: AsyncIterable<RetagProgress>) {
  const told: RetagProgress[] = [];
  for await (const step of steps) told.push(step);
  const last = told.at(-1);
  if (last?.step !== 'done') throw new Error('not done');
  return { ...last, progress: told.slice(0, -1) };
}

const tagsOf = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await client().item.get({ id })).tags));
/** Acts written to the journal. */
const acts = (): { event: string; changes: unknown[] }[] =>
  readFileSync(segmentPath(core.dir, deviceName(), 1), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"op":"tx"'))
    .map((line) => (JSON.parse(line) as { act: { event: string; changes: unknown[] } }).act);

test('twins are proposed; a merge is one act, and its undo another', { timeout: 120_000 }, async () => {
  const before = [['الثقافة', 'أدب'], ['ثقافة'], ['ثقافه', 'ثقافة'], ['رياضة']];
  const ids = await tagged(...before);
  const { twins } = await client().tag.twins();
  expect(twins.map(({ by, tags }) => [by, tags.map(({ tag }) => tag).toSorted()])).toEqual([
    ['form', ['الثقافة', 'ثقافة', 'ثقافه'].toSorted()],
  ]);
  const count = acts().length;
  const merged = await done(await client().tag.merge({ into: 'ثقافة', tags: ['الثقافة', 'ثقافه'] }));
  expect(merged.changed).toBe(2);
  expect(await tagsOf(ids)).toEqual([['ثقافة', 'أدب'], ['ثقافة'], ['ثقافة'], ['رياضة']]);
  expect(acts().slice(count)).toMatchObject([{ event: 'tag', changes: [{ op: 'patch' }, { op: 'patch' }] }]);
  expect((await client().tag.twins()).twins).toEqual([]);
  expect((await done(await client().tag.unmerge({ key: merged.key! }))).changed).toBe(2);
  expect(await tagsOf(ids)).toEqual(before);
  expect(acts().slice(count).length).toBe(2);
  await expect(done(await client().tag.unmerge({ key: merged.key! }))).rejects.toMatchObject({ code: 'tag.merge-expired' });
});

test('undo leaves what was tagged otherwise since', { timeout: 120_000 }, async () => {
  const ids = await tagged(['قديم'], ['قديم'], ['قديم']);
  const { key } = await done(await client().tag.merge({ into: 'جديد', tags: ['قديم'] }));
  await client().tag.add({ ids: [ids[0]!], tag: 'مهم' });
  await client().tag.remove({ ids: [ids[1]!], tag: 'جديد' });
  await client().item.purge({ ids: [ids[2]!] });
  await done(await client().tag.unmerge({ key: key! }));
  expect(await tagsOf(ids.slice(0, 2))).toEqual([['مهم', 'قديم'], []]);
});

test('a merge that nothing bears does nothing, and one into nothing is refused', async () => {
  expect(await done(await client().tag.merge({ into: 'أ', tags: ['ب'] }))).toEqual({
    step: 'done',
    changed: 0,
    progress: expect.anything(),
  });
  await expect(done(await client().tag.merge({ into: ' ', tags: ['ب'] }))).rejects.toMatchObject({ code: 'item.bad-value' });
});
