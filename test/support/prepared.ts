// An archive that was worked on before a host opens it: by the command line, and by hand.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshEnvironment } from '../host.fixture.ts';

export type Prepared = {
  /** Gives back what the command line printed as JSON. */
  run: (...args: string[]) => Record<string, unknown>;
  /** Imports texts; gives back the identifiers of their articles, in their order. */
  add: (...texts: string[]) => string[];
  /** Rewrites the file of an article, or writes a changed copy of it under another ending. */
  byHand: (id: string, change: (record: Record<string, unknown>) => Record<string, unknown>, ending?: string) => void;
};

/** The environment is the host's own, so that both keep the same index. */
export function prepare(home: string, archiveDir: string): Prepared {
  const root = join(import.meta.dirname, '..', '..');
  const run: Prepared['run'] = (...args) => {
    const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'out/main/cli.js'), '--json', '--archive', archiveDir, ...args], {
      env: freshEnvironment(home),
      encoding: 'utf8',
    });
    if (!stdout.startsWith('{')) throw new Error(`${args.join(' ')}: ${stderr}${stdout}`);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const fileOf = (id: string, ending = ''): string => join(archiveDir, 'data', 'articles', id.slice(-2), `${id}${ending}.json`);
  return {
    run,
    add(...texts) {
      const paths = texts.map((text, i) => {
        const path = join(home, `prepared-${i}.txt`);
        writeFileSync(path, text);
        return path;
      });
      const { imported } = run('import', ...paths) as { imported: { path: string; id: string }[] };
      return paths.map((path) => imported.find((one) => one.path === path)!.id);
    },
    byHand(id, change, ending) {
      const record = JSON.parse(readFileSync(fileOf(id), 'utf8')) as Record<string, unknown>;
      writeFileSync(fileOf(id, ending), JSON.stringify(change(record), undefined, 2));
    },
  };
}
