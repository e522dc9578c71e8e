import { atLeastOne, readArguments } from '../arguments.ts';
import type { Session, Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

function asked({ args }: Session): { id: string; limit: number } {
  const read = readArguments(args, { limit: { type: 'string' } }, 1);
  return { id: atLeastOne(read.positionals, 'ID')[0]!, limit: read.number('limit', 8) };
}

/** Articles on the same matter as one. */
export const similar: Verb = async (session) => {
  const result = await session.withArchive('find', (client) => client.item.similar(asked(session)));
  const line = ({ id, title, source }: { id: string; title: string; source: string | null }, more = ''): string =>
    `${shortId(id)}  ${title}${source ? `  (${source})` : ''}${more}`;
  const copy = session.terminal.language === 'ar' ? 'نسخة' : 'copy';
  session.terminal.result(result, () => [
    ...result.articles.map((one) => line(one)),
    ...result.copies.map((one) => line(one, `  [${copy}, ${Math.round(one.similarity * 100)} %]`)),
  ]);
  return 0;
};

/** Words of an article that may be its tags. */
export const keywords: Verb = async (session) => {
  const result = await session.withArchive('find', (client) => client.item.keywords(asked(session)));
  session.terminal.result(result, () => result.keywords.map(({ tag, count }) => (count > 0 ? `${tag}\t${count}` : tag)));
  return 0;
};
