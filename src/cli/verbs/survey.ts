import type { Survey } from '#contract/survey.ts';
import { readArguments } from '../arguments.ts';
import { filterOptions, readFilters } from '../filters.ts';
import type { Verb } from '../session.ts';

export const survey: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(args, filterOptions);
  const asked = { ...readFilters(read), query: read.positionals.join(' ') };
  const result = await withArchive('find', (client) => client.search.survey(asked));
  terminal.result(result, () => lines(result, terminal.language));
  return 0;
};

const words = {
  ar: { total: 'المقالات', undated: 'بلا تاريخ', sources: 'المصادر', tags: 'الوسوم', links: 'من يظهر مع من' },
  en: { total: 'Articles', undated: 'Without a date', sources: 'Sources', tags: 'Tags', links: 'Who appears with whom' },
} as const;

/** Characters of the longest bar. */
const LONGEST = 40;
const SHOWN = 20;

function* lines({ total, undated, spans, sources, tags, parties, links }: Survey, language: 'ar' | 'en'): Generator<string> {
  const w = words[language];
  const most = Math.max(...spans.map(({ count }) => count), 1);
  for (const { at, count } of spans) yield `${at}  ${'█'.repeat(Math.ceil((count / most) * LONGEST))} ${count}`;
  for (const [label, rows] of [
    [w.sources, sources],
    [w.tags, tags],
  ] as const) {
    if (rows.length === 0) continue;
    yield `${label}:`;
    for (const { value, count } of rows) yield `  ${value}: ${count}`;
  }
  if (links.length > 0) yield `${w.links}:`;
  for (const { a, b, count } of links.slice(0, SHOWN)) yield `  ${parties[a]!.value} + ${parties[b]!.value}: ${count}`;
  yield `${w.total}: ${total} · ${w.undated}: ${undated}`;
}
