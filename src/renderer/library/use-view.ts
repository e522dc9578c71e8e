import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import { type Filters, type HitSort, hitSorts, type ListSort, sorts } from '#contract/search.ts';
import type { SavedSearch } from '#contract/shelf.ts';
import { pathNow, queryNow } from '../api/address.ts';

type Change = (p: URLSearchParams) => void;
export type View = {
  url: URLSearchParams;
  query: string;
  /** Of what is shown: `order` where something is searched for, else `listSort`. */
  sort: HitSort;
  listSort: ListSort;
  order: HitSort;
  sortBy: (sort: HitSort) => void;
  filters: Filters;
  /** A facet or a time is chosen. */
  narrowed: boolean;
  /** Changes what is listed; the open article stays open, but between the library and the trash. */
  put: (change: Change) => void;
  /** The hash of an article, or of no article, in this same view. */
  hrefOf: (id: string | undefined) => string;
  /** `quietly`: the article before is not one to come back to. */
  open: (id: string | undefined, how?: { quietly?: boolean }) => void;
  /** The picture that the result is seen in, if it is. */
  see: Seen | undefined;
  /** Shows the result as a picture, in the place of the article; or no longer. */
  look: (see: Seen | undefined) => void;
  /** Lists what a saved search finds. */
  recall: (search: SavedSearch) => void;
};

const addressed = (path: string, p: URLSearchParams): string => `${path}${p.size > 0 ? `?${p}` : ''}`;
const pathOf = (id: string | undefined, p: URLSearchParams): string => addressed(id ? `/item/${id}` : '/', p);

/** Facets that narrow the list, by their names in the address. */
export const narrowing = ['collection', 'tag', 'source', 'year', 'language'] as const;
export type Narrowing = (typeof narrowing)[number];

export const pictures = ['timeline', 'tags', 'map'] as const;
export type Seen = (typeof pictures)[number];

/** The address of what is listed, whatever it is looked at in. */
export function listedIn(url: URLSearchParams): URLSearchParams {
  const p = new URLSearchParams(url);
  p.delete('see');
  return p;
}

/** Read anew for what may come from a timer that was set before the address moved on. */
const urlNow = (): URLSearchParams => new URLSearchParams(queryNow());

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
      ...(url.has('from') ? { from: url.get('from')! } : {}),
      ...(url.has('to') ? { to: url.get('to')! } : {}),
      state: url.get('state') === 'trashed' ? 'trashed' : 'active',
    }),
    [url],
  );
  const query = url.get('q') ?? '';
  const listSort = sorts.find((name) => name === url.get('sort')) ?? 'captured';
  const order = hitSorts.find((name) => name === url.get('order')) ?? 'relevance';
  const searching = query.trim() !== '';
  const put = (change: Change): void => {
    const p = urlNow();
    change(p);
    // Whoever searches anew wants what fits best.
    if (!p.get('q')?.trim()) p.delete('order');
    // What is read goes with the place that it lies in: an article of the library is none of the trash.
    const moved = (p.get('state') ?? '') !== (urlNow().get('state') ?? '');
    go(moved ? pathOf(undefined, p) : addressed(pathNow(), p), { replace: true });
  };
  return {
    url,
    filters,
    query,
    sort: searching ? order : listSort,
    listSort,
    order,
    sortBy: (sort) => put((p) => p.set(searching ? 'order' : 'sort', sort)),
    put,
    narrowed: [...narrowing, 'from', 'to'].some((key) => url.has(key)),
    hrefOf: (to) => `#${pathOf(to, listedIn(url))}`,
    open: (to, { quietly = false } = {}) => go(pathOf(to, listedIn(urlNow())), { replace: quietly }),
    see: pictures.find((one) => one === url.get('see')),
    look: (see) => {
      const p = listedIn(url);
      if (see) p.set('see', see);
      // From one picture to another there is no way back to be kept.
      go(pathOf(undefined, p), { replace: url.has('see') });
    },
    recall: (saved) => {
      const p = addressOf(saved);
      go(pathOf(p.get('state') === url.get('state') ? id : undefined, p), { replace: false });
    },
  };
}

export function addressOf({ query, filters, sort, order = 'relevance' }: SavedSearch): URLSearchParams {
  const p = new URLSearchParams();
  if (query !== '') p.set('q', query);
  const { tags = [], sources = [], years = [], collections = [], languages = [], from, to, state } = filters;
  const named = { tag: tags, source: sources, year: years.map(String), collection: collections, language: languages };
  for (const key of narrowing) for (const value of named[key]) p.append(key, value);
  if (from) p.set('from', from);
  if (to) p.set('to', to);
  if (state === 'trashed') p.set('state', state);
  if (sort !== 'captured') p.set('sort', sort);
  if (order !== 'relevance') p.set('order', order);
  return p;
}
