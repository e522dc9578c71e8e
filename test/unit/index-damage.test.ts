// The index is disposable: damaged, it is built again, and a failure of it is never a failure of the act.
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importOptionsSchema } from '#contract/contract.ts';
import { openCore } from '#core/core.ts';
import { takeIn } from '#core/jobs/take-in.ts';
import { silent } from '#core/log.ts';
import { makeHome, seed } from '../support/warraq.ts';

test.each([
  ['all of it', (bytes: Buffer) => Buffer.alloc(bytes.length, 7)],
  ['pages in the middle', (bytes: Buffer) => bytes.fill(0xa5, 4096)],
  ['the end', (bytes: Buffer) => bytes.subarray(0, 5000)],
])('the command line lists and finds with the index damaged: %s', async (_name, damage) => {
  using home = makeHome();
  await home.run('import', seed);
  for (const path of globSync(join(home.dir, 'cache', '**', 'index.sqlite'))) writeFileSync(path, damage(readFileSync(path)));
  expect((await home.run('--json', 'list')).json()).toMatchObject({ total: 1 });
  expect((await home.run('--json', 'search', 'بوتين')).json()).toMatchObject({ total: 1 });
});

test('a copy of an archive elsewhere is listed and searched at once', async () => {
  using home = makeHome();
  await home.run('import', seed);
  const copy = join(home.dir, 'نسخة أخرى', 'مكان');
  cpSync(home.archive, copy, { recursive: true });
  for (const args of [['list'], ['search', 'بوتين'], ['search', 'إقليمية']]) {
    expect((await home.run('--archive', copy, '--json', ...args)).json()).toMatchObject({ total: 1 });
  }
});

test('an act is done when the index cannot take it in, and is found after the next opening', async () => {
  const home = mkdtempSync(join(tmpdir(), 'warraq-فهرس-'));
  const options = { dir: join(home, 'archive'), create: true, app: 'cli' as const, cacheDir: join(home, 'cache'), log: silent };
  try {
    const core = await openCore(options);
    core.services.index.db.exec("CREATE TRIGGER refuse BEFORE INSERT ON items BEGIN SELECT RAISE(ABORT, 'no'); END");
    const [outcome] = await takeIn(
      core.services,
      [{ bytes: Buffer.from('خبر جديد\n\nنصه.'), path: 'a.txt' }],
      importOptionsSchema.parse({}),
    );
    expect(outcome).toMatchObject({ outcome: 'imported' });
    core.services.index.db.exec('DROP TRIGGER refuse');
    await core.close();
    const again = await openCore(options);
    expect(again.services.index.db.prepare('SELECT count(*) AS n FROM items').get()).toEqual({ n: 1 });
    await again.close();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
