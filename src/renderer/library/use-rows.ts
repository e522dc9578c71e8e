import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type DateKind, filingDate, type StatedDate } from '#contract/item.ts';
import type { Facets, Filters, Hit, ListQuery, MarkedText, Reason, SearchAnswer } from '#contract/search.ts';
import { api } from '../api/client.ts';

export type Row = {
  id: string;
  title: string;
  source: string | null;
  filed?: { kind: DateKind; date: StatedDate } | undefined;
  tags: string[];
  /** Two values wait for a decision. */
  conflicted: boolean;
  snippet?: MarkedText;
  /** Why it was found, where its words are not those of the query. */
  why?: Reason[];
};
/** How a query was understood; absent for a list. */
export type SearchNote = Pick<SearchAnswer, 'relaxed' | 'suggestion' | 'readAs' | 'understood'>;
type Page = { total: number; facets: Facets; rows: Row[]; note?: SearchNote };

/** Rows fetched at a time; the next come when the list nears its end. */
const PAGE = 100;

const day = (value: string): StatedDate => ({ value, calendar: 'gregorian' });

const filedOf = ({ published, updated }: Hit): Row['filed'] =>
  filingDate({ ...(published ? { published: day(published) } : {}), ...(updated ? { updated: day(updated) } : {}) });

async function fetchPage(query: string, sort: ListQuery['sort'], filters: Filters, offset: number, signal: AbortSignal): Promise<Page> {
  if (!query.trim()) {
    const { total, facets, items } = await api.item.list({ ...filters, sort, limit: PAGE, offset }, { signal });
    const rows = items.map(({ id, title, source, dates, tags, conflicts }) => ({
      id,
      title,
      source: source ?? null,
      filed: filingDate(dates),
      tags,
      conflicted: (conflicts ?? []).length > 0,
    }));
    return { total, facets, rows };
  }
  const answer = await api.search.query({ ...filters, query, prefix: true, limit: PAGE, offset }, { signal });
  const { total, facets, hits, relaxed, suggestion, readAs, understood } = answer;
  const rows = hits.map((h) => ({
    id: h.id,
    title: h.title,
    source: h.source,
    filed: filedOf(h),
    tags: h.tags,
    snippet: h.snippet,
    why: h.why,
    conflicted: h.conflicted,
  }));
  return { total, facets, rows, note: { relaxed, suggestion, readAs, understood } };
}

/** The list or the hits of a view, page by page. */
export function useRows({ query, sort, filters }: { query: string; sort: ListQuery['sort']; filters: Filters }) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['library', query, sort, filters],
    placeholderData: keepPreviousData,
    initialPageParam: 0,
    queryFn: ({ signal, pageParam }) => fetchPage(query, sort, filters, pageParam, signal),
    getNextPageParam: (last, pages) => (last.rows.length < PAGE || pages.length * PAGE >= last.total ? undefined : pages.length * PAGE),
  });
  return {
    rows: data?.pages.flatMap((page) => page.rows),
    total: data?.pages[0]?.total ?? 0,
    facets: data?.pages[0]?.facets,
    note: data?.pages[0]?.note,
    error,
    more: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
    },
  };
}
