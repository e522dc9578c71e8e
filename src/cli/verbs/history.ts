import { atLeastOne, readArguments } from '../arguments.ts';
import { Failure } from '#contract/errors.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

export const history: Verb = async ({ args, terminal, withArchive }) => {
  const [id] = atLeastOne(readArguments(args, {}, 1).positionals, 'ID');
  const result = await withArchive('read', (client) => client.item.history({ id: id! }));
  terminal.result(result, () =>
    result.revisions.map(({ revision, at, event, fields }) => `${revision}  ${at}  ${event}  ${fields.join(', ')}`),
  );
  return 0;
};

export const revert: Verb = async ({ args, terminal, withArchive }) => {
  const [id, wanted] = readArguments(args, {}, 2).positionals;
  if (id === undefined || wanted === undefined) throw new Failure('usage.missing', { what: 'ID REVISION' });
  const revision = Number(wanted);
  if (!Number.isInteger(revision) || revision < 1)
    throw new Failure('usage.bad-value', { option: 'REVISION', value: wanted, allowed: '1, 2, 3 …' });
  const item = await withArchive('write', (client) => client.item.revert({ id, revision }));
  terminal.result({ item }, () => [`${shortId(item.id)}  ${item.title}  ${item.revision}`]);
  return 0;
};
