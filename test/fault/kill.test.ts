// Killed at any moment, the archive holds all that was reported done.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome, root } from '../support/warraq.ts';

/** Runs a program until it is killed in each round; gives what it reported, and compares it with what the archive holds. */
async function killed(program: string, delays: readonly number[]): Promise<void> {
  using home = makeHome();
  const reported = new Map<string, number>();
  for (const delay of delays) {
    const child = spawn(process.execPath, [join(root, 'test', 'fault', program), home.archive, join(home.dir, 'cache')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await new Promise<void>((ready) => child.stdout.once('data', () => ready()));
    await new Promise((later) => setTimeout(later, delay));
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('close', ended));
    for (const line of text.split('\n').slice(0, -1)) {
      const [id, revision] = line.split(' ');
      reported.set(id!, Math.max(Number(revision), reported.get(id!) ?? 0));
    }
  }
  expect(reported.size).toBeGreaterThan(delays.length);
  const { items, total } = (await home.run('--json', 'list', '--limit', '100000')).json<{
    total: number;
    items: { id: string; revision: number }[];
  }>();
  const kept = new Map(items.map(({ id, revision }) => [id, revision]));
  for (const [id, revision] of reported) expect(kept.get(id) ?? 0, id).toBeGreaterThanOrEqual(revision);
  expect((await home.run('--json', 'search', 'مقال')).json<{ total: number }>().total).toBe(total);
  expect((await home.run('--json', 'verify')).json()).toMatchObject({ missing: [], altered: [] });
}

test(
  'acts reported done survive kill -9',
  () =>
    killed(
      'writer.ts',
      Array.from({ length: 12 }, (_, round) => 20 + ((round * 37) % 160)),
    ),
  120_000,
);

test(
  'imports reported done survive kill -9 while threads write their files',
  () => killed('importer.ts', [510, 560, 620, 700, 900]),
  120_000,
);
