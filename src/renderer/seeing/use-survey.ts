import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { View } from '../library/use-view.ts';

/** The whole result of what is listed, counted; while another is counted, the one before it. */
export function useSurvey({ query, filters }: View) {
  return useQuery({
    queryKey: ['search.survey', query, filters],
    queryFn: ({ signal }) => api.search.survey({ ...filters, query, prefix: true }, { signal }),
    placeholderData: keepPreviousData,
  });
}
