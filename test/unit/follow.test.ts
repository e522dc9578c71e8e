// Two programs meet on one archive: one writes, the other reads along, and goes on writing when the first has gone.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, test, vi } from 'vitest';
import { importOptionsSchema } from '#contract/contract.ts';
import { type Core, openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';

const clientOf = (core: Core) => createRouterClient(core.router, { context: () => core.context('loopback') });

async function take(core: Core, text: string): Promise<string> {
  const [outcome] = await takeIn(core.services, [{ bytes: Buffer.from(text), path: 'a.txt' }], importOptionsSchema.parse({}));
  if (outcome?.outcome !== 'imported') throw new Error('not imported');
  return outcome.id;
}

test('a reader beside a writer is told, follows, and takes over', async () => {
  const home = mkdtempSync(join(tmpdir(), 'warraq-معا-'));
  const options = { dir: join(home, 'archive'), create: true, log: silent };
  const writer = await openCore({ ...options, app: 'cli', cacheDir: join(home, 'cache') });
  const reader = await openCore({ ...options, app: 'loopback', mode: 'share', cacheDir: join(home, 'cache') });
  // Another person's cache: this one has an index of its own.
  const stranger = await openCore({ ...options, app: 'loopback', mode: 'share', cacheDir: join(home, 'other') });
  try {
    const client = clientOf(reader);
    expect((await client.archive.info()).readOnly).toBe('locked');
    const told: string[] = [];
    const watching = (async () => {
      for await (const event of await client.archive.watch()) if (event.kind !== 'ready' || told.push('ready') > 1) told.push(event.kind);
    })().catch(() => {});
    const id = await take(writer, 'خبر عاجل\n\nنصه هنا.');
    for (const one of [client, clientOf(stranger)]) {
      await vi.waitFor(async () => expect((await one.item.list({})).total).toBe(1), 5000);
      await vi.waitFor(async () => expect((await one.search.query({ query: 'عاجل' })).total).toBe(1), 5000);
      expect((await one.item.get({ id })).title).toBe('خبر عاجل');
    }
    await vi.waitFor(() => expect(told).toContain('items-changed'), 5000);
    await expect(client.item.edit({ id, set: { title: ['x'] } })).rejects.toMatchObject({ code: 'archive.read-only' });
    await writer.close();
    await stranger.close();
    await vi.waitFor(async () => expect((await client.archive.info()).readOnly).toBeNull(), 8000);
    expect((await client.item.edit({ id, set: { title: ['خبر هادئ'] } })).revision).toBe(2);
    void watching;
  } finally {
    await reader.close();
    rmSync(home, { recursive: true, force: true });
  }
}, 30_000);
