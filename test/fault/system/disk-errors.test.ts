// The disk refuses: one system call of a command fails, each in its turn. The command ends as the contract says, without a
// stack; nothing that was reported done is lost, acts are whole, and the archive opens.
import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { argumentsOf } from '../support/command-line.ts';
import { type Act, Ledger } from '../support/ledger.ts';
import { makeRecords } from '../support/json-archive.ts';
import { full, lacks, report } from '../support/needs.ts';
import { makeFolder, readAll, withArchive } from '../support/open-archive.ts';
import { type Injection, placesOf, runTraced, type TracedPlace } from '../support/traced.ts';

/** Calls that are told by their number alone, and calls that node makes so often that only those upon known paths count. */
const anywhere = [
  'fsync EIO',
  'fdatasync EIO',
  'rename EIO',
  'pwrite64 ENOSPC',
  'pwrite64 EIO',
  'mkdir ENOSPC',
  'ftruncate EIO',
  'unlink EIO',
];
const upon = ['openat EMFILE', 'openat EACCES', 'read EIO', 'pread64 EIO', 'write ENOSPC'];
/** In a quick run one place of so many. */
const STRIDE = full ? 1 : 12;

type Template = TracedPlace & { saved: string; ids: string[]; ledger: () => Ledger };

/** An archive that was closed well, kept beside to begin from again. */
async function makeTemplate(home: string): Promise<Template> {
  const [archive, cacheDir, saved] = [join(home, 'archive'), join(home, 'cache', 'warraq'), join(home, 'saved')];
  const ids = await makeRecords(archive, cacheDir, 5);
  const items = await withArchive(archive, cacheDir, readAll);
  mkdirSync(saved);
  for (const name of ['archive', 'cache']) cpSync(join(home, name), join(saved, name), { recursive: true, preserveTimestamps: true });
  const ledger = (): Ledger => {
    const one = new Ledger();
    for (const [id, known] of items) one.items.set(id, known);
    return one;
  };
  return { home, archive, saved, ids, ledger };
}

function beginAgain({ home, saved }: Template): void {
  for (const name of ['archive', 'cache']) {
    rmSync(join(home, name), { recursive: true, force: true });
    cpSync(join(saved, name), join(home, name), { recursive: true, preserveTimestamps: true });
  }
}

/** Gives what is wrong after a command of which one call failed. */
async function tryOne(
  template: Template,
  act: Act,
  args: readonly string[],
  injection: Injection,
): Promise<{ wrong: string[]; strict: boolean }> {
  beginAgain(template);
  const ledger = template.ledger();
  const under = ledger.begin(act);
  const { code, stdout, stderr, failed } = await runTraced(template, args, injection);
  // A call of node's own, or of the index in the cache folder, may have been hit too: then only the archive is judged.
  const strict = failed.length > 0 && failed.every((line) => line.includes(template.archive));
  const wrong: string[] = [];
  // Warnings with their stacks may go before: what ends the command must be a sentence.
  if (strict && ![0, 4, 6].includes(code ?? -1)) wrong.push(`exit ${code}: ${stderr.slice(0, 600)}`);
  if (code === 0 || code === 6) {
    const { imported = [] } = JSON.parse(stdout) as { imported?: { id: string; title: string }[] };
    under.done(imported.map(({ id, title }) => [id, { revision: 1, state: 'active', title, notes: '', tags: [] }]));
  }
  try {
    wrong.push(...ledger.compare(await withArchive(template.archive, join(template.home, 'cache', 'warraq'), readAll)));
  } catch (error) {
    wrong.push(`the archive does not open: ${(error as Error).stack}`);
  }
  return {
    wrong: wrong.map((one) => `${injection.call} ${injection.error} ${injection.when}: ${failed.join(' | ').slice(0, 300)}\n   ${one}`),
    strict,
  };
}

const acts: { name: string; act: (ids: string[]) => Act }[] = [
  { name: 'import', act: () => ({ kind: 'import', titles: ['مقال جديد', 'مقال آخر'] }) },
  { name: 'edit', act: ([id]) => ({ kind: 'edit', id: id!, notes: 'ملاحظة' }) },
  { name: 'tag', act: (ids) => ({ kind: 'tag', tag: 'جديد', ids: ids.slice(1, 4) }) },
  { name: 'trash', act: (ids) => ({ kind: 'trash', ids: ids.slice(0, 2) }) },
  { name: 'purge', act: (ids) => ({ kind: 'purge', ids: ids.slice(2, 4) }) },
];

test.skipIf(lacks('disk errors', 'linux', 'strace')).each(acts)(
  '$name survives the failure of any system call',
  async ({ name, act }) => {
    // strace writes other letters as numbers.
    using folder = makeFolder('warraq-faults-');
    const template = await makeTemplate(folder.dir);
    const chosen = act(template.ids);
    const args = argumentsOf(chosen, { dir: folder.dir });
    const known = [template.archive, ...globSync('**/*', { cwd: template.archive }).map((path) => join(template.archive, path))];
    const figures = { runs: 0, strict: 0, wrong: 0 };
    const wrong: string[] = [];
    for (const one of [...anywhere, ...upon]) {
      const [call, error] = one.split(' ') as [string, string];
      const paths = upon.includes(one) ? known : [];
      beginAgain(template);
      const places = await placesOf(template, args, call, paths);
      for (const when of places.filter((_, at) => at % STRIDE === places.length % STRIDE || at % STRIDE === 0)) {
        const tried = await tryOne(template, chosen, args, { call, error, when, paths });
        figures.runs += 1;
        if (tried.strict) figures.strict += 1;
        if (tried.wrong.length > 0) figures.wrong += 1;
        wrong.push(...tried.wrong);
      }
    }
    report(`disk errors: ${name}`, figures);
    if (process.env['WARRAQ_FAULT_LOG']) writeFileSync(process.env['WARRAQ_FAULT_LOG'], wrong.join('\n'), { flag: 'a' });
    expect(wrong).toEqual([]);
  },
  1_800_000,
);
