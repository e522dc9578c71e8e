import { type Annotation, annotatedFields, annotationColours } from '#contract/annotation.ts';
import { anchorOf, wordsIn } from '#contract/annotation-text.ts';
import { Failure } from '#contract/errors.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import type { Session, Verb } from '../session.ts';

/** One line of an annotation: what it is, the words it is on, and its own. */
export function annotationLine(annotation: Annotation): string {
  const signs = { highlighting: '▌', commenting: '✎', editing: '[!]' } as const;
  const words = wordsIn(annotation);
  const joined = annotation.motivation === 'editing' ? ' → ' : ': ';
  return `${signs[annotation.motivation]} «${anchorOf(annotation).exact.replaceAll('\n', ' ')}»${words ? joined + words : ''}`;
}

export const annotate: Verb = async (session) => {
  const { args, terminal, withArchive } = session;
  if (args[0] === 'remove') return remove(session);
  const read = readArguments(
    args,
    {
      quote: { type: 'string' },
      nth: { type: 'string' },
      field: { type: 'string' },
      note: { type: 'string' },
      correct: { type: 'string' },
      colour: { type: 'string' },
    },
    1,
  );
  const id = atLeastOne(read.positionals, 'ID')[0]!;
  const exact = read.one('quote');
  if (exact === undefined) throw new Failure('usage.missing', { what: '--quote TEXT' });
  const [note, correct, colour, nth = '1'] = [read.one('note'), read.one('correct'), read.one('colour'), read.one('nth')];
  if (!/^[1-9]\d*$/.test(nth)) throw new Failure('usage.bad-value', { option: '--nth', value: nth, allowed: '1, 2, 3 …' });
  if (note !== undefined && correct !== undefined)
    throw new Failure('usage.bad-value', { option: '--correct', value: correct, allowed: '--note | --correct' });
  const made = await withArchive('write', (client) =>
    client.annotation.create({
      id,
      exact,
      nth: Number(nth),
      field: read.choice('field', annotatedFields, 'body'),
      motivation: correct !== undefined ? 'editing' : note !== undefined ? 'commenting' : 'highlighting',
      value: correct ?? note ?? '',
      ...(colour === undefined ? {} : { colour: read.choice('colour', annotationColours, 'yellow') }),
    }),
  );
  const one = made.item.annotations!.find((annotation) => annotation.id === made.annotation)!;
  terminal.result({ annotation: one }, () => [`${one.id}  ${annotationLine(one)}`]);
  return 0;
};

async function remove({ args, terminal, withArchive }: Session): Promise<number> {
  const [id, ...rest] = atLeastOne(readArguments(args.slice(1), {}).positionals, 'ID');
  const annotation = atLeastOne(rest, 'ANNOTATION')[0]!;
  const item = await withArchive('write', (client) => client.annotation.remove({ id: id!, annotation }));
  terminal.result({ annotations: item.annotations ?? [] }, () =>
    (item.annotations ?? []).map((one) => `${one.id}  ${annotationLine(one)}`),
  );
  return 0;
}
