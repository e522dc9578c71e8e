import { Failure } from '#contract/errors.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

export const reread: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(args, { encoding: { type: 'string' }, repair: { type: 'boolean' } }, 1);
  const id = atLeastOne(read.positionals, 'ID')[0]!;
  const [encoding, repair] = [read.one('encoding'), read.flag('repair')];
  if (encoding === undefined && !repair) throw new Failure('usage.missing', { what: '--encoding E | --repair' });
  const item = await withArchive('write', (client) => client.item.reread({ id, encoding, repair }));
  terminal.result({ item }, () => [`${shortId(item.id)}  ${item.title}`]);
  return 0;
};
