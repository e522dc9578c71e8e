// What was searched for of late, the last first: each once, in whatever spelling.
import { foldName } from './fold-name.ts';

const MOST = 8;

/** The same list when the query says nothing, or stands first already. */
export function withQuery(queries: readonly string[], query: string): readonly string[] {
  const asked = query.trim();
  if (asked === '' || asked === '=' || asked === queries[0]) return queries;
  const folded = foldName(asked);
  return [asked, ...queries.filter((one) => foldName(one) !== folded)].slice(0, MOST);
}
