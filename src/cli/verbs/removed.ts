import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

/** What was taken for page furniture, numbered, with the rule that took it. */
export const removed: Verb = async ({ args, terminal, withArchive }) => {
  const id = atLeastOne(readArguments(args, {}, 1).positionals, 'ID')[0]!;
  const item = await withArchive('read', (client) => client.item.get({ id }));
  const texts = textsOf(item);
  terminal.result({ id: item.id, removed: texts }, () => texts.map(({ text, rule }, place) => `${place}  [${rule}] ${text}`));
  return 0;
};

/** Those of the numbers named, or with --all all of them. */
export const putback: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(args, { all: { type: 'boolean' } });
  const [id = '', ...numbers] = atLeastOne(read.positionals, 'ID N… | ID --all');
  const bad = numbers.find((number) => !/^\d{1,6}$/.test(number));
  if (bad !== undefined) throw new Failure('usage.bad-value', { option: 'N', value: bad, allowed: '0, 1, 2 …' });
  if (!read.flag('all') && numbers.length === 0) throw new Failure('usage.missing', { what: 'N… | --all' });
  const item = await withArchive('write', async (client) => {
    const before = await client.item.get({ id });
    const places = read.flag('all') ? [...textsOf(before).keys()] : numbers.map(Number);
    return places.length === 0 ? before : client.item.putBack({ id, places, revision: before.revision });
  });
  terminal.result({ item }, () => [`${shortId(item.id)}  ${item.title}`]);
  return 0;
};

const textsOf = ({ provenance }: Item) => provenance?.removed ?? [];
