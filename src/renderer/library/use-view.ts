import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Filters, type ListQuery, sorts } from '#contract/search.ts';
import type { SavedSearch } from '#contract/shelf.ts';

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
  /** `quietly`: the article before is not one to come back to. */
  open: (id: string | undefined, how?: { quietly?: boolean }) => void;
  /** Lists what a saved search finds. */
  recall: (search: SavedSearch) => void;
};

const pathOf = (id: string | undefined, p: URLSearchParams): string => `${id ? `/item/${id}` : '/'}${p.size > 0 ? `?${p}` : ''}`;

/** Facets that narrow the list, by their names in the address. */
export const narrowing = ['collection', 'tag', 'source', 'year', 'language'] as const;
export type Narrowing = (typeof narrowing)[number];

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
      collections: url.getAll('collection'),
      languages: url.getAll('language'),
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
    open: (to, { quietly = false } = {}) => go(pathOf(to, url), { replace: quietly }),
    recall: (saved) => go(pathOf(id, addressOf(saved)), { replace: false }),
  };
}

export function addressOf({ query, filters, sort }: SavedSearch): URLSearchParams {
  const p = new URLSearchParams();
  if (query !== '') p.set('q', query);
  const { tags = [], sources = [], years = [], collections = [], languages = [], state } = filters;
  const named = { tag: tags, source: sources, year: years.map(String), collection: collections, language: languages };
  for (const key of narrowing) for (const value of named[key]) p.append(key, value);
  if (state === 'trashed') p.set('state', state);
  if (sort !== 'captured') p.set('sort', sort);
  return p;
}
