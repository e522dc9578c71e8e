// What was searched for is remembered on this computer, whatever address the window has, and nowhere in the archive.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Core, openCore } from '#core/core.ts';
import { silent } from '#core/log.ts';

let home: string;
const open: Core[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'warraq-سابق-'));
  vi.stubEnv('XDG_CONFIG_HOME', join(home, 'config'));
});
afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

async function start(name: string) {
  const core = await openCore({
    dir: join(home, name),
    create: true,
    app: 'loopback',
    mode: 'share',
    cacheDir: join(home, 'c'),
    log: silent,
  });
  open.push(core);
  // A client answers to any name, `then` too: a promise of it would never end.
  const client = createRouterClient(core.router, { context: () => core.context('loopback') });
  return { query: client.query };
}
async function stop(): Promise<void> {
  for (const core of open.splice(0)) await core.close();
}

/** Files under a folder that hold a text. */
const holding = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });

test('queries last over a restart, the last first, each once in whatever spelling, and not too many', async () => {
  const { query } = await start('archive');
  expect(await query.recent()).toEqual({ queries: [] });
  await Promise.all(['النفط', ' موسكو ', '=', '  '].map((text) => query.remember({ query: text })));
  await query.remember({ query: 'مُوسكو' });
  expect((await query.recent()).queries).toEqual(['مُوسكو', 'النفط']);
  await stop();
  const { query: again } = await start('archive');
  expect((await again.recent()).queries).toEqual(['مُوسكو', 'النفط']);
  for (let n = 0; n < 20; n++) await again.remember({ query: `كلمة ${n}` });
  const { queries } = await again.recent();
  expect(queries[0]).toBe('كلمة 19');
  expect(queries).toHaveLength(8);
});

test('they are of one archive, are in no file of it, and what is forgotten is in no file at all', async () => {
  const { query } = await start('archive');
  await query.remember({ query: 'أوشاكوف السرّي' });
  expect(await (await start('other')).query.recent()).toEqual({ queries: [] });
  expect(holding(home, 'أوشاكوف السرّي')).toHaveLength(1);
  expect(holding(join(home, 'archive'), 'أوشاكوف السرّي')).toEqual([]);
  expect(await query.forget()).toEqual({ queries: [] });
  expect(await query.recent()).toEqual({ queries: [] });
  await stop();
  expect(holding(home, 'أوشاكوف السرّي')).toEqual([]);
});
