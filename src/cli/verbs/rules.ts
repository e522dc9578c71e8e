import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '#contract/errors.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

/** list · show NAME · check FILE… · add FILE… · remove NAME… */
export const rules: Verb = async ({ args, terminal, withArchive }) => {
  const [what = 'list', ...rest] = readArguments(args, {}).positionals;
  switch (what) {
    case 'list':
    case 'show': {
      const { packs, broken } = await withArchive('read', (client) => client.rules.list());
      const found = what === 'list' ? packs : packs.filter(({ pack }) => atLeastOne(rest, 'NAME').includes(pack.name));
      if (what === 'show' && found.length === 0) throw new Failure('rules.missing', { name: rest[0]! });
      for (const { failure } of broken) terminal.say(terminal.failure(failure.code, failure.params));
      terminal.result(what === 'list' ? { packs, broken } : { packs: found }, () =>
        found.map(({ path, pack }) =>
          what === 'show' ? JSON.stringify(pack, null, 2) : `${pack.name}  ${[...pack.hosts, ...pack.marks].join(' · ')}  ${path}`,
        ),
      );
      return broken.length > 0 ? 6 : 0;
    }
    case 'check':
    case 'add': {
      const files = atLeastOne(rest, 'FILE…').map((path) => ({ path, text: textOf(path) }));
      const packs = await withArchive(what === 'add' ? 'write' : 'read', async (client) => {
        const checked = [];
        for (const file of files) checked.push(await client.rules.check(file));
        if (what === 'add') for (const file of files) await client.rules.put(file);
        return checked;
      });
      terminal.result({ packs }, () => packs.map(({ name }) => name));
      return 0;
    }
    case 'remove': {
      let changed = 0;
      await withArchive('write', async (client) => {
        for (const name of atLeastOne(rest, 'NAME…')) changed += (await client.rules.remove({ name })).changed;
      });
      terminal.result({ changed }, () => [String(changed)]);
      return 0;
    }
    default:
      throw new Failure('usage.unknown-command', { command: `rules ${what}` });
  }
};

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure('capture.unreadable', { path: basename(path), reason: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}
