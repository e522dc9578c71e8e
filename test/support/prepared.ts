// An archive that was worked on before a host opens it: by the command line, and by hand.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshEnvironment } from '../host.fixture.ts';

export type Prepared = {
  /** Gives back what the command line printed as JSON. */
  run: (...args: string[]) => Record<string, unknown>;
  /** Imports a text; gives back the identifier of its article. */
  add: (text: string) => string;
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
    add(text) {
      const path = join(home, 'prepared.txt');
      writeFileSync(path, text);
      const { imported } = run('import', path, '--duplicates', 'keep') as { imported: { id: string }[] };
      return imported[0]!.id;
    },
    byHand(id, change, ending) {
      const record = JSON.parse(readFileSync(fileOf(id), 'utf8')) as Record<string, unknown>;
      writeFileSync(fileOf(id, ending), JSON.stringify(change(record), undefined, 2));
    },
  };
}
