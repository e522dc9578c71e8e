import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Filters, type ListQuery, sorts } from '#contract/search.ts';

type Change = (p: URLSearchParams) => void;
export type View = {
  url: URLSearchParams;
  query: string;
  sort: ListQuery['sort'];
  filters: Filters;
  /** Changes what is listed; the open article stays open. */
  put: (change: Change) => void;
  /** The hash of an article, or of no article, in this same view. */
  hrefOf: (id: string | undefined) => string;
  open: (id: string | undefined) => void;
};

const pathOf = (id: string | undefined, p: URLSearchParams): string => `${id ? `/item/${id}` : '/'}${p.size > 0 ? `?${p}` : ''}`;

/** What is listed and how, as the address says it. */
export function useView(id: string | undefined): View {
  const [, go] = useLocation();
  const search = useSearch();
  const url = useMemo(() => new URLSearchParams(search), [search]);
  const filters = useMemo<Filters>(
    () => ({
      tags: url.getAll('tag'),
      sources: url.getAll('source'),
      years: url.getAll('year').map(Number),
      state: url.get('state') === 'trashed' ? 'trashed' : 'active',
    }),
    [url],
  );
  return {
    url,
    filters,
    query: url.get('q') ?? '',
    sort: sorts.find((name) => name === url.get('sort')) ?? 'captured',
    put(change) {
      // Read anew: a change may come from a timer that was set before the address moved on.
      const p = new URLSearchParams(location.hash.split('?')[1] ?? '');
      change(p);
      go(pathOf(id, p), { replace: true });
    },
    hrefOf: (to) => `#${pathOf(to, url)}`,
    open: (to) => go(pathOf(to, url)),
  };
}
