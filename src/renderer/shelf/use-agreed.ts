import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Facets } from '#contract/search.ts';
import { readSettings } from '../api/kept-settings.ts';

export type Told = { readonly facets: Facets | undefined; readonly arranged: readonly string[]; readonly url: URLSearchParams };

/**
 * What is counted, what is arranged on the shelf, and what is chosen, as they belong together. An act that changes them makes each
 * be asked for anew, and one answer is here before the other: until all are, they stay what they were, so that a name that was
 * moved stands in one place only. `settled`: the facets are of what is listed, and no others are awaited.
 */
export function useAgreed(facets: Facets | undefined, url: URLSearchParams, settled: boolean): Told {
  // Asked here too: the data and whether others are awaited are then of one moment.
  const { data, isFetching } = useQuery({
    queryKey: ['settings.get'],
    queryFn: readSettings,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const arranged = data?.shelf.collections ?? none;
  const [agreed, setAgreed] = useState<Told>({ facets, arranged, url });
  if (!settled || isFetching) return agreed;
  if (agreed.facets === facets && agreed.arranged === arranged && agreed.url === url) return agreed;
  const now = { facets, arranged, url };
  setAgreed(now);
  return now;
}

const none: readonly string[] = [];
