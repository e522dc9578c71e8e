import { Failure } from '#contract/errors.ts';
import { type FieldKey, fieldValues, isFieldKey } from '#contract/fields.ts';
import { fieldName } from '#i18n/records.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

export const edit: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(args, { set: { type: 'string', multiple: true }, unset: { type: 'string', multiple: true } }, 1);
  const id = atLeastOne(read.positionals, 'ID')[0]!;
  const set: Record<string, string[]> = {};
  for (const assignment of read.all('set')) {
    const at = assignment.indexOf('=');
    if (at < 1) throw new Failure('usage.bad-value', { option: '--set', value: assignment, allowed: 'FIELD=VALUE' });
    (set[assignment.slice(0, at)] ??= []).push(assignment.slice(at + 1));
  }
  const unset = read.all('unset');
  if (Object.keys(set).length + unset.length === 0) throw new Failure('usage.missing', { what: '--set FIELD=VALUE | --unset FIELD' });
  const item = await withArchive('write', (client) => client.item.edit({ id, set, unset }));
  // A date may have been written otherwise than it is kept.
  const dates = Object.keys(set).filter((key) => isFieldKey(key) && key.startsWith('dates.')) as FieldKey[];
  terminal.result({ item }, () => [
    `${shortId(item.id)}  ${item.title}`,
    ...dates.map((key) => `${fieldName(key, terminal.language)}: ${fieldValues(item, key).join('')}`),
  ]);
  return 0;
};
