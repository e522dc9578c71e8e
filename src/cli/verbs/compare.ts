import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { compareTexts } from '#core/core.ts';
import { readArguments } from '../arguments.ts';
import type { Verb } from '../session.ts';

/** Two articles word by word, as `git diff --word-diff` marks them. */
export const compare: Verb = async ({ args, terminal, withArchive }) => {
  const [one, other] = readArguments(args, {}, 2).positionals;
  if (one === undefined || other === undefined) throw new Failure('usage.missing', { what: 'ID ID' });
  const [before, after] = await withArchive('read', (client) =>
    Promise.all([client.item.get({ id: one }), client.item.get({ id: other })]),
  );
  const parts = compareTexts(textOf(before), textOf(after));
  const count = (op: string): number => parts.filter((part) => part.op === op).reduce((sum, part) => sum + part.words, 0);
  terminal.result({ ids: [before.id, after.id], same: count('same'), gone: count('gone'), new: count('new'), parts }, () =>
    parts
      .map(({ op, lead, text }) => lead + (op === 'gone' ? `[-${text}-]` : op === 'new' ? `{+${text}+}` : text))
      .join('')
      .split('\n'),
  );
  return 0;
};

const textOf = ({ title, body }: Item): string => [title, ...body.map(({ text }) => text).filter(Boolean)].join('\n');
