import type { Hit } from '#contract/search.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import { filterOptions, readFilters } from '../filters.ts';
import type { Verb } from '../session.ts';

export const search: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(args, {
    ...filterOptions,
    exact: { type: 'boolean' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  });
  const query = {
    ...readFilters(read),
    query: atLeastOne(read.positionals, 'QUERY').join(' '),
    exact: read.flag('exact'),
    limit: read.number('limit', 20),
    offset: read.number('offset', 0),
  };
  const result = await withArchive('find', (client) => client.search.query(query));
  terminal.result(result, () => lines(result.hits, result.total, terminal.language));
  return 0;
};

function* lines(hits: Hit[], total: number, language: 'ar' | 'en'): Generator<string> {
  for (const { id, title, source, snippet } of hits) {
    yield `${id.slice(0, 13)}  ${title}${source ? `  (${source})` : ''}`;
    yield `    ${emphasised(snippet)}`;
  }
  yield language === 'ar' ? `النتائج: ${total}` : `Results: ${total}`;
}

function emphasised({ text, marks }: Hit['snippet']): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(at, start), '[', text.slice(start, end), ']');
    at = end;
  }
  return [...pieces, text.slice(at)].join('').replaceAll('\n', ' ');
}
