// Killed at any moment, the archive holds all that was reported done.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome, root } from '../support/warraq.ts';

test('acts reported done survive kill -9', async () => {
  using home = makeHome();
  const reported = new Map<string, number>();
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, [join(root, 'test', 'fault', 'writer.ts'), home.archive, join(home.dir, 'cache')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await new Promise<void>((ready) => child.stdout.once('data', () => ready()));
    await new Promise((later) => setTimeout(later, 20 + ((round * 37) % 160)));
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('close', ended));
    for (const line of text.split('\n').slice(0, -1)) {
      const [id, revision] = line.split(' ');
      reported.set(id!, Math.max(Number(revision), reported.get(id!) ?? 0));
    }
  }
  expect(reported.size).toBeGreaterThan(12);
  const { items, total } = (await home.run('--json', 'list', '--limit', '100000')).json<{
    total: number;
    items: { id: string; revision: number }[];
  }>();
  const kept = new Map(items.map(({ id, revision }) => [id, revision]));
  for (const [id, revision] of reported) expect(kept.get(id) ?? 0, id).toBeGreaterThanOrEqual(revision);
  expect((await home.run('--json', 'search', 'مقال')).json<{ total: number }>().total).toBe(total);
}, 120_000);
