// What was searched for of late, in this browser or this profile alone: it is no part of the archive.
import { foldName } from '#text/fold-name.ts';

const KEY = 'warraq.recent-queries';
const MOST = 8;

export function recentQueries(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    // A profile that keeps nothing.
    return [];
  }
}

const keep = (queries: readonly string[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // As above.
  }
};

export function rememberQuery(query: string): void {
  const asked = query.trim();
  if (asked === '' || asked === '=') return;
  keep([asked, ...recentQueries().filter((one) => foldName(one) !== foldName(asked))].slice(0, MOST));
}

export const forgetQueries = (): void => keep([]);
