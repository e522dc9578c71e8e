// npm run bench:batch [-- N]: one act on N articles (100,000) – tagged, undone – beside reading the same articles: seconds of CPU,
// and how long a window would have waited meanwhile.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createRouterClient } from '@orpc/server';
import { openCore } from '#core/core.ts';
import { makeDeskArchive } from '../support/desk-archive.ts';

const total = Number(process.argv[2] ?? 100_000);
const kept = process.env['WARRAQ_BENCH_ARCHIVE'];
const home = kept ?? mkdtempSync(join(tmpdir(), 'warraq-batch-'));
const dir = join(home, 'archive');
const report: Record<string, unknown> = { articles: total };

async function measured(name: string, work: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  delay.disable();
  const ms = (ns: number): number => Math.round(ns / 1e6);
  report[name] = {
    result,
    'CPU s': Math.round((user + system) / 1e5) / 10,
    's by the clock': Math.round((performance.now() - began) / 100) / 10,
    'waited ms p99': ms(delay.percentile(99)),
    'waited ms most': ms(delay.max),
    'memory MB': Math.round(process.memoryUsage.rss() / 2 ** 20),
  };
}

async function end(stream: AsyncIterable<{ step: string }>): Promise<unknown> {
  let last: unknown;
  for await (const one of stream) last = one;
  return last;
}

if (!existsSync(dir)) await makeDeskArchive(dir, total);
const core = await openCore({ dir, app: 'loopback', cacheDir: join(home, 'cache', 'warraq'), log: () => {} });
try {
  const client = createRouterClient(core.router, { context: () => core.context('loopback') });
  const { ids } = await client.item.ids({ limit: 100_000 });
  await measured('every article read', async () => {
    for (let at = 0; at < ids.length; at += 64) await Promise.all(ids.slice(at, at + 64).map((id) => core.services.store.read(id)));
    return ids.length;
  });
  const batch = { add: { tags: [`جمع ${Date.now()}`] } };
  await measured('preview', async () => (await client.batch.preview({ scope: {}, batch })).changed);
  await measured('every article tagged', async () => end(await client.batch.run({ scope: {}, batch })));
  await measured('undone', async () => end(await client.act.undo()));
  await measured('all in their files', () => core.services.store.settle());
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  await core.close();
  if (!kept) rmSync(home, { recursive: true, force: true });
}
