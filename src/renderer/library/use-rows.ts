import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { type DateKind, filingDate, type StatedDate } from '#contract/item.ts';
import {
  type Facets,
  type Filters,
  type Hit,
  type HitSort,
  listSort,
  type MarkedText,
  type Reason,
  type SearchAnswer,
} from '#contract/search.ts';
import { api } from '../api/client.ts';

export type Row = {
  id: string;
  title: string;
  source: string | null;
  filed?: { kind: DateKind; date: StatedDate } | undefined;
  tags: string[];
  collections: string[];
  creators: string[];
  language: string;
  captured: string | undefined;
  /** Two values wait for a decision. */
  conflicted: boolean;
  snippet?: MarkedText;
  titleMarks?: MarkedText['marks'];
  /** Why it was found, where its words are not those of the query. */
  why?: Reason[];
};
/** How a query was understood; absent for a list. */
export type SearchNote = Pick<SearchAnswer, 'relaxed' | 'suggestion' | 'readAs' | 'understood' | 'passedOver'>;
type Page = { state: Filters['state']; total: number; facets?: Facets; rows: Row[]; note?: SearchNote };

export type Listed = { query: string; sort: HitSort; filters: Filters };
export type Rows = {
  /** Undefined while the first is on its way. */
  total: number | undefined;
  /** Undefined for one that is not here yet. */
  at: (index: number) => Row | undefined;
  /** Where an article stands among those that are here; -1 when it does not. */
  indexOf: (id: string) => number;
  /** A stretch of the list will be looked at. */
  want: (from: number, to: number) => void;
  facets: Facets | undefined;
  note: SearchNote | undefined;
  error: unknown;
  /** False while what is shown is still of what was asked before, or is asked for anew. */
  settled: boolean;
};

/** Rows fetched at a time. */
export const PAGE = 100;
/** Pages looked at together: a tall window shows rows of two. */
const MOST = 4;

const day = (value: string): StatedDate => ({ value, calendar: 'gregorian' });

const filedOf = ({ published, updated }: Hit): Row['filed'] =>
  filingDate({ ...(published ? { published: day(published) } : {}), ...(updated ? { updated: day(updated) } : {}) });

async function fetchPage({ query, sort, filters }: Listed, page: number, signal: AbortSignal): Promise<Page> {
  const stretch = { limit: PAGE, offset: page * PAGE };
  if (!query.trim()) {
    const asked = { ...filters, sort: listSort(sort), ...stretch, facets: page === 0, beside: true };
    const { total, facets, items } = await api.item.list(asked, { signal });
    const rows = items.map(({ id, title, source, dates, tags, collections, creators, language, conflicts }) => ({
      id,
      title,
      source: source ?? null,
      filed: filingDate(dates),
      tags,
      collections,
      creators,
      language,
      captured: dates.captured?.value,
      conflicted: (conflicts ?? []).length > 0,
    }));
    return { state: filters.state, total, facets, rows };
  }
  const answer = await api.search.query({ ...filters, query, sort, prefix: true, beside: true, ...stretch }, { signal });
  const { total, facets, hits, relaxed, suggestion, readAs, understood, passedOver } = answer;
  const rows = hits.map((h) => ({
    id: h.id,
    title: h.title,
    source: h.source,
    filed: filedOf(h),
    tags: h.tags,
    collections: h.collections,
    creators: h.creators,
    language: h.language,
    captured: h.captured ?? undefined,
    snippet: h.snippet,
    titleMarks: h.titleMarks,
    why: h.why,
    conflicted: h.conflicted,
  }));
  return { state: filters.state, total, facets, rows, note: { relaxed, suggestion, readAs, understood, passedOver } };
}

const pageQuery = (listed: Listed, page: number) => ({
  queryKey: ['library', listed.query, listed.sort, listed.filters, page],
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchPage(listed, page, signal),
  // Rows are compared by nobody: a page is taken as it comes.
  structuralSharing: false,
});

/** The list or the hits of a view, of which only the pages in sight are here. */
export function useRows({ query, sort, filters }: Listed): Rows {
  const listed = useMemo(() => ({ query, sort, filters }), [query, sort, filters]);
  const [pages, setPages] = useState<readonly number[]>([]);
  const first = useQuery({ ...pageQuery(listed, 0), placeholderData: keepPreviousData });
  const more = useQueries({ queries: pages.map((page) => pageQuery(listed, page)) });
  const found = new Map(pages.map((page, at) => [page, more[at]?.data?.rows]));
  const head = first.data;
  const want = useCallback((from: number, to: number) => {
    const last = Math.floor(Math.max(0, to) / PAGE);
    const begin = Math.max(Math.floor(Math.max(0, from) / PAGE), last - MOST + 1);
    const wanted = Array.from({ length: last - begin + 1 }, (_, n) => begin + n).filter((page) => page > 0);
    setPages((before) => (before.join() === wanted.join() ? before : wanted));
  }, []);
  // Nobody is to open or choose out of the library what is taken to lie in the trash, while that is on its way.
  const elsewhere = head !== undefined && head.state !== filters.state;
  const rowsOf = (page: number): readonly Row[] | undefined => (page > 0 ? found.get(page) : elsewhere ? undefined : head?.rows);
  return {
    total: head?.total,
    at: (index) => rowsOf(Math.floor(index / PAGE))?.[index % PAGE],
    indexOf: (id) => {
      for (const page of [0, ...pages]) {
        const at = rowsOf(page)?.findIndex((row) => row.id === id) ?? -1;
        if (at >= 0) return page * PAGE + at;
      }
      return -1;
    },
    want,
    facets: head?.facets,
    note: head?.note,
    error: first.error ?? more.find(({ error }) => error)?.error,
    settled: !first.isPlaceholderData && !first.isFetching,
  };
}
