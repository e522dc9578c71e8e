import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

/** The captures of the page that an article was read from. */
export const captures: Verb = async ({ args, terminal, withArchive }) => {
  const id = atLeastOne(readArguments(args, {}, 1).positionals, 'ID')[0]!;
  const found = await withArchive('read', (client) => client.item.captures({ id }));
  terminal.result(found, () => found.captures.map((one) => `${shortId(one.id)}  ${one.captured ?? ''}  ${one.title}`));
  return 0;
};
