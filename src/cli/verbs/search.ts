import { type Hit, hitSorts } from '#contract/search.ts';
import { windowAr } from '#i18n/window.ar.ts';
import { windowEn } from '#i18n/window.en.ts';
import { atLeastOne, readArguments } from '../arguments.ts';
import { filterOptions, readFilters } from '../filters.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

export const search: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(args, {
    ...filterOptions,
    exact: { type: 'boolean' },
    sort: { type: 'string' },
    limit: { type: 'string' },
    offset: { type: 'string' },
  });
  const query = {
    ...readFilters(read),
    query: atLeastOne(read.positionals, 'QUERY').join(' '),
    exact: read.flag('exact'),
    sort: read.choice('sort', hitSorts, 'relevance'),
    limit: read.number('limit', 20),
    offset: read.number('offset', 0),
  };
  const result = await withArchive('find', (client) => client.search.query(query));
  terminal.result(result, () => lines(result, terminal.language));
  return 0;
};

type Found = { hits: Hit[]; total: number; relaxed: boolean; suggestion?: string | undefined; readAs?: string | undefined };

const totals = { ar: 'النتائج', en: 'Results' } as const;

function* lines({ hits, total, relaxed, suggestion, readAs }: Found, language: 'ar' | 'en'): Generator<string> {
  const w = language === 'ar' ? windowAr : windowEn;
  for (const { id, title, source, snippet } of hits) {
    yield `${shortId(id)}  ${title}${source ? `  (${source})` : ''}`;
    yield `    ${emphasised(snippet)}`;
  }
  if (readAs !== undefined) yield `${w.readAs} ${readAs}`;
  if (suggestion !== undefined) yield `${w.meant} ${suggestion}`;
  if (relaxed) yield w.relaxed;
  yield `${totals[language]}: ${total}`;
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
