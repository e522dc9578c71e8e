// An import that is stopped tells exactly what it kept and what it left, goes on later, and is undone as one act.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, expect, test } from 'vitest';
import { importOptionsSchema, type ImportOutcome } from '#contract/contract.ts';
import { openCore, writeReport } from '#core/core.ts';
import { importSources } from '#core/jobs/import-paths.ts';
import { readPortion } from '#core/jobs/read-inputs.ts';
import { silent } from '#core/log.ts';
import { endOfImport } from '../../src/cli/import-words.ts';
import { openSending } from '../../src/renderer/capture/sending.ts';

const home = mkdtempSync(join(tmpdir(), 'warraq-وقف-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A group of an import, and a few more. */
const FILES = 256 + 5;
const LEFT = 5;
const options = importOptionsSchema.parse({});
const idsIn = (outcomes: readonly ImportOutcome[]): string[] => outcomes.flatMap((one) => (one.outcome === 'imported' ? one.id : []));

test('what is being kept when an import is stopped is told; what was not sent is given back', async () => {
  const kept: string[] = [];
  const told: string[] = [];
  const batches = new Set<string>();
  const midway = Promise.withResolvers<void>();
  const commit = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  let batch = 0;
  const queue = openSending<string, string>({
    newBatch: () => `import ${++batch}`,
    async send(input, name) {
      batches.add(name);
      if (input === 'b') {
        midway.resolve();
        await commit.promise;
      }
      kept.push(input);
      return [input];
    },
    onTold: (some) => told.push(...some),
    onEnd: over.resolve,
  });
  queue.add(['a', 'b', 'c', 'd']);
  await midway.promise;
  expect(queue.stop()).toEqual(['c', 'd']);
  commit.resolve();
  await over.promise;
  expect(told).toEqual(['a', 'b']);
  expect(told).toEqual(kept);
  expect([...batches]).toEqual(['import 1']);
});

test('an import that is stopped tells each input, keeps what it told, and is undone as one act', async () => {
  const core = await openCore({ dir: join(home, 'archive'), create: true, app: 'loopback', cacheDir: join(home, 'cache'), log: silent });
  const client = createRouterClient(core.router, { context: () => core.context('loopback') });
  const total = async (): Promise<number> => (await client.item.list({ limit: 0 })).total;
  const stop = new AbortController();
  function* sources() {
    for (let n = 0; n < FILES; n++) {
      // A group is on its way to be read.
      if (n === FILES - LEFT) stop.abort();
      yield { path: `${n}.txt`, bytes: Buffer.from(`خبر رقم ${n}\n\nنص الخبر ${n * 7} في الصحيفة.\n`) };
    }
  }
  try {
    const before = await total();
    const reader = { read: readPortion };
    const told: ImportOutcome[] = [];
    for await (const one of importSources(core.services, sources(), options, { signal: stop.signal, reader })) told.push(one);
    const kept = idsIn(told);
    expect(told).toHaveLength(FILES);
    expect(told.slice(-LEFT)).toEqual(Array.from({ length: LEFT }, (_, n) => ({ outcome: 'left', path: `${FILES - LEFT + n}.txt` })));
    expect(kept).toHaveLength(FILES - LEFT);
    expect(await total()).toBe(before + kept.length);
    const report = join(home, 'report.csv');
    await writeReport(report, told, (code) => code);
    expect(readFileSync(report, 'utf8').match(/^left,/gmu)).toHaveLength(LEFT);
    for (const language of ['ar', 'en'] as const) {
      const result = { imported: [], duplicates: [], failed: [], left: LEFT, seconds: 1 };
      const last = [...endOfImport(result, { dryRun: false, interrupted: 0, language })].at(-1);
      expect(last).toMatch(language === 'ar' ? /أُوقف الاستيراد .*: 5\./u : /stopped .*: 5\./u);
    }
    // A window sends file by file: one act too.
    for (const n of [1, 2, 3]) {
      const one = { path: `نافذة ${n}.txt`, bytes: Buffer.from(`خبر من النافذة\n\nنص الخبر ${n} منها.\n`) };
      for await (const _ of importSources(core.services, [one], options, { reader, together: 'one' })) void _;
    }
    for (const gone of [3, kept.length]) {
      const was = await total();
      for await (const _ of await client.act.undo()) void _;
      expect(await total()).toBe(was - gone);
    }
    for await (const _ of await client.act.redo()) void _;
    expect(await total()).toBe(before + kept.length);
  } finally {
    await core.close();
  }
});
