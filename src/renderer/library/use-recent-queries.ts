// What was searched for of late in this archive, on this computer: shown at once, and kept by the host.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { withQuery } from '#text/recent.ts';
import { api } from '../api/client.ts';

const key = ['query.recent'];

export function useRecentQueries() {
  const client = useQueryClient();
  const queries = useQuery({ queryKey: key, queryFn: async () => (await api.query.recent()).queries }).data ?? [];
  const set = (next: readonly string[], kept: Promise<{ queries: string[] }>): void => {
    client.setQueryData(key, next);
    // What could not be kept, or forgotten, is shown as it is.
    kept.then(
      (told) => client.setQueryData(key, told.queries),
      () => client.invalidateQueries({ queryKey: key }),
    );
  };
  return {
    queries,
    remember(query: string): void {
      const next = withQuery(queries, query);
      if (next !== queries) set([...next], api.query.remember({ query }));
    },
    forget: () => set([], api.query.forget()),
  };
}
