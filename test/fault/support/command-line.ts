// Mixed work by the real command line: an act as arguments, and what was reported of it.
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home, Run } from '../../support/warraq.ts';
import type { Act, Known } from './ledger.ts';
import { textOf } from './plan-act.ts';

let inputs = 0;

export function argumentsOf(act: Act, home: Pick<Home, 'dir'>): string[] {
  switch (act.kind) {
    case 'import': {
      const folder = join(home.dir, 'in', String(inputs++));
      mkdirSync(folder, { recursive: true });
      for (const title of act.titles) writeFileSync(join(folder, `${title}.txt`), textOf(title));
      return ['import', folder];
    }
    case 'edit':
      return ['edit', act.id, '--set', `notes=${act.notes}`];
    case 'tag':
      return ['tag', 'add', act.tag, ...act.ids];
    case 'rename':
      return ['tag', 'rename', act.from, act.to];
    default:
      return [act.kind, ...act.ids];
  }
}

/** What a command reported before its end, whatever the end was; undefined when it had not come so far. */
export function reportedBy({ stdout }: Run): { imported: [string, Known][] } | undefined {
  try {
    type Told = { imported?: { id: string; title: string }[]; error?: unknown };
    const { imported = [], error } = JSON.parse(stdout.toString()) as Told;
    if (error !== undefined) return undefined;
    return { imported: imported.map(({ id, title }) => [id, { revision: 1, state: 'active', title, notes: '', tags: [] }]) };
  } catch {
    return undefined;
  }
}

/** Everything that `list` and `show` tell, by commands of their own. */
export async function listAll(home: Home): Promise<Map<string, Known>> {
  const found = new Map<string, Known>();
  for (const state of ['active', 'trashed']) {
    const run = await home.run('--json', 'list', '--limit', '100000', '--state', state);
    if (run.code !== 0) throw new Error(`list: ${run.code} ${run.stderr}`);
    for (const item of run.json<{ items: (Known & { id: string })[] }>().items) found.set(item.id, item);
  }
  return found;
}

/** Resolves when the archive's lock was taken by somebody new, or after a while. */
export async function untilLocked(home: Home, most: number): Promise<void> {
  const owner = join(home.archive, '.warraq', 'owner.json');
  const stamp = (): number => statSync(owner, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const before = stamp();
  for (const until = performance.now() + most; performance.now() < until && stamp() === before; ) {
    await new Promise((later) => setTimeout(later, 2));
  }
}
