import { Failure } from '#contract/errors.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Client, Session, Verb } from '../session.ts';

const AR = { changed: 'تغيّر', borne: 'لم يتغيّر شيء: الوسم عليها من قبل.', unborne: 'لم يتغيّر شيء: لا مقال عليه هذا الوسم.' };
const EN = {
  changed: 'Changed',
  borne: 'Nothing changed: they bear the tag already.',
  unborne: 'Nothing changed: no such article bears this tag.',
};

/** How many words an action takes, its own among them. */
const operands: Readonly<Record<string, number | undefined>> = {
  add: undefined,
  remove: undefined,
  rename: 3,
  merge: undefined,
  list: 1,
  twins: 1,
};

export const tag: Verb = async (session) => {
  const action = readArguments(session.args, {}).positionals[0];
  if (action === undefined) throw new Failure('usage.missing', { what: 'add | remove | rename | merge | list | twins' });
  if (!Object.hasOwn(operands, action)) throw new Failure('usage.unknown-command', { command: `tag ${action}` });
  const [, first = '', ...rest] = readArguments(session.args, {}, operands[action]).positionals;
  if (action === 'list') return listTags(session);
  if (action === 'twins') return listTwins(session);
  if (first.trim() === '') throw new Failure('usage.missing', { what: 'TAG' });
  const changed = await session.withArchive('write', async (client) => {
    switch (action) {
      case 'add':
        return (await client.tag.add({ tag: first, ids: atLeastOne(rest, 'ID…') })).changed;
      case 'remove':
        return (await client.tag.remove({ tag: first, ids: atLeastOne(rest, 'ID…') })).changed;
      case 'rename':
        return (await client.tag.rename({ from: first, to: atLeastOne(rest, 'NEW')[0]! })).changed;
      default:
        return merge(session, client, first, atLeastOne(rest, 'TAG…'));
    }
  });
  const words = session.terminal.language === 'ar' ? AR : EN;
  session.terminal.result({ changed }, () => [
    changed === 0 ? words[action === 'add' ? 'borne' : 'unborne'] : `${words.changed}: ${changed}`,
  ]);
  return 0;
};

async function merge({ signal, terminal }: Session, client: Client, into: string, tags: string[]): Promise<number> {
  for await (const step of await client.tag.merge({ into, tags }, { signal })) {
    if (step.step === 'done') return step.changed;
    terminal.progress(`${step.done}/${step.total}`);
  }
  return 0;
}

async function listTwins({ terminal, withArchive }: Session): Promise<number> {
  const result = await withArchive('read', (client) => client.tag.twins());
  terminal.result(result, () => result.twins.map(({ tags }) => tags.map(({ tag: name, count }) => `${name} (${count})`).join(' · ')));
  return 0;
}

async function listTags({ terminal, withArchive }: Session): Promise<number> {
  const result = await withArchive('read', (client) => client.tag.list());
  terminal.result(result, () => result.tags.map(({ tag: name, count }) => `${count}\t${name}`));
  return 0;
}
