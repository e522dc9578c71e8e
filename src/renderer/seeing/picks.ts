// What is picked in a picture narrows the list; picked again it no longer does. Pure, but for the address that it is given.
import type { Pick } from './drawing.ts';

/** As the query language names an author; `"` closes a name. */
export const authorTerm = (name: string): string => `كاتب:"${name.replaceAll(/[\s"]+/g, ' ').trim()}"`;

const queryOf = (p: URLSearchParams): string => p.get('q') ?? '';

export function isPicked(p: URLSearchParams, { time, tag, source, author }: Pick): boolean {
  const all = [
    time === undefined || (p.get('from') === time.from && p.get('to') === time.to),
    tag === undefined || p.has('tag', tag),
    source === undefined || p.has('source', source),
    author === undefined || queryOf(p).includes(authorTerm(author)),
  ];
  return all.every(Boolean);
}

/** Picks all of them; or, when all are picked, none of them. Changes the address. */
export function toggleAll(p: URLSearchParams, picks: readonly Pick[]): void {
  const off = picks.every((pick) => isPicked(p, pick));
  for (const pick of picks) if (isPicked(p, pick) === off) toggle(p, pick);
}

/** Changes the address. */
export function toggle(p: URLSearchParams, pick: Pick): void {
  const off = isPicked(p, pick);
  const { time, tag, source, author } = pick;
  if (time) {
    for (const key of ['from', 'to'] as const) {
      if (off) p.delete(key);
      else p.set(key, time[key]);
    }
  }
  for (const [key, value] of Object.entries({ tag, source })) {
    if (value === undefined) continue;
    if (off) p.delete(key, value);
    else if (!p.has(key, value)) p.append(key, value);
  }
  if (author !== undefined) {
    const term = authorTerm(author);
    const query = off ? queryOf(p).replace(term, '') : queryOf(p).includes(term) ? queryOf(p) : `${queryOf(p)} ${term}`;
    const clean = query.replaceAll(/\s+/g, ' ').trim();
    if (clean === '') p.delete('q');
    else p.set('q', clean);
  }
}
