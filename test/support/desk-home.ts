// A spec on an archive as people have it after a year.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { freshEnvironment, test as base } from '../host.fixture.ts';

const script = join(import.meta.dirname, 'desk-archive.ts');

export const deskTest = (articles: number) =>
  base.extend({
    archiveDir: async ({ home }, use) => {
      const dir = join(home, 'archive');
      const made = spawnSync(process.execPath, [script, dir, String(articles)], { env: freshEnvironment(home) });
      if (made.status !== 0) throw new Error(String(made.stderr));
      await use(dir);
    },
  });
