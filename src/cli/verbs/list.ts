import { filingDate, type ItemSummary } from '#contract/item.ts';
import { sorts } from '#contract/search.ts';
import { readArguments } from '../arguments.ts';
import { filterOptions, readFilters } from '../filters.ts';
import type { Verb } from '../session.ts';
import { shortId } from '../short-id.ts';

export const list: Verb = async ({ args, terminal, withArchive }) => {
  const read = readArguments(
    args,
    {
      ...filterOptions,
      sort: { type: 'string' },
      limit: { type: 'string' },
      offset: { type: 'string' },
    },
    0,
  );
  const query = {
    ...readFilters(read),
    sort: read.choice('sort', sorts, 'captured'),
    limit: read.number('limit', 50),
    offset: read.number('offset', 0),
    facets: false,
  };
  const { total, items } = await withArchive('read', (client) => client.item.list(query));
  terminal.result({ total, items }, () => lines(items, total, terminal.language));
  return 0;
};

function* lines(items: ItemSummary[], total: number, language: 'ar' | 'en'): Generator<string> {
  for (const item of items) {
    const date = filingDate(item.dates)?.date.value ?? '';
    const more = [item.source, date, item.tags.map((tag) => `#${tag}`).join(' ')].filter(Boolean).join(' · ');
    yield `${shortId(item.id)}  ${item.title}${more && `  (${more})`}`;
  }
  yield language === 'ar' ? `${items.length} من ${total}` : `${items.length} of ${total}`;
}
