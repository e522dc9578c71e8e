// A whole result counted: from the facets alone, so that no article is read, however many there are.
import { isWithin, parentOf } from '#contract/hierarchy.ts';
import { partyKinds, type Survey, type SurveyQuery } from '#contract/survey.ts';
import type { Parts } from './answer.ts';
import { rowsOf } from './ask.ts';
import { reading } from './database.ts';
import type { FacetCount } from './facets/facets.ts';
import { findRows } from './find.ts';
import { spansOf } from './spans.ts';

/** As many as a picture can tell apart. */
const SOURCES = 6;
const TAGS = 12;
const PARTIES = { tag: 22, author: 8, source: 8 } as const;
const LINKS = 64;

/** A name that is borne only together with names that lie within it is told by those. By their counts: an upper bound of who bears one. */
export function ownNames(counts: readonly FacetCount[]): FacetCount[] {
  const within = new Map<string, number>();
  for (const { value, count } of counts) {
    const parent = parentOf(value);
    if (parent !== undefined) within.set(parent, (within.get(parent) ?? 0) + count);
  }
  return counts.filter(({ value, count }) => count > (within.get(value) ?? 0));
}

type Link = Survey['links'][number];

/** Of each party the link that counts most, then those that count most of all. */
export function strongest(links: readonly Link[], most: number): Link[] {
  const sorted = links.toSorted((x, y) => y.count - x.count || x.a - y.a || x.b - y.b);
  const met = new Set<number>();
  const first = sorted.filter(({ a, b }) => {
    const isFirst = !met.has(a) || !met.has(b);
    met.add(a).add(b);
    return isFirst;
  });
  const kept = new Set([...first, ...sorted].slice(0, Math.max(most, first.length)));
  return sorted.filter((link) => kept.has(link));
}

const sum = (counts: readonly FacetCount[]): number => counts.reduce((all, { count }) => all + count, 0);
const EVERY = Number.POSITIVE_INFINITY;

/** Throws what is wrong with the query. */
export async function answerSurvey({ index, check }: Parts, input: SurveyQuery): Promise<Survey> {
  return reading(index.db, () => {
    const rows = input.query.trim() === '' ? rowsOf(input, index) : findRows(index, input, input, 0, check).result.rows;
    const { facets } = index;
    const { month, year, source, author, tag } = facets.count(rows, ['month', 'year', 'source', 'author', 'tag'], EVERY);
    check();
    const { unit, at, of } = spansOf(month, year);
    const values = (unit === 'month' ? month : year).toSorted((x, y) => (x.value < y.value ? -1 : 1));
    const place = new Map(at.map((span, n) => [span, n]));
    const perSpan = (counts: readonly number[]): number[] => {
      const all = at.map(() => 0);
      for (const [n, count] of counts.entries()) all[place.get(of(values[n]!.value))!]! += count;
      return all;
    };
    const overTime = (facet: 'source' | 'tag', some: readonly FacetCount[]) => {
      const asked = { facet, values: some.map(({ value }) => value) };
      const counts = facets.cross(rows, asked, { facet: unit === 'month' ? 'month' : 'year', values: values.map(({ value }) => value) });
      return some.map(({ value, count }, n) => ({ value, count, counts: perSpan(counts[n]!) }));
    };
    const tags = ownNames(tag);
    const found = { tag: tags, author, source };
    const parties = partyKinds.flatMap((kind) => found[kind].slice(0, PARTIES[kind]).map(({ value, count }) => ({ kind, value, count })));
    check();
    const totals = perSpan(values.map(({ count }) => count));
    return {
      total: rows.size,
      undated: rows.size - sum(year),
      yearOnly: unit === 'month' ? sum(year) - sum(month) : 0,
      unit,
      spans: at.map((span, n) => ({ at: span, count: totals[n]! })),
      sources: overTime('source', source.slice(0, SOURCES)),
      tags: overTime('tag', tags.slice(0, TAGS)),
      parties,
      links: strongest(
        linksOf(parties, (one, other) => facets.cross(rows, one, other)),
        LINKS,
      ),
    };
  });
}

type Party = Survey['parties'][number];
type Asked = { facet: Party['kind']; values: string[] };

/** A name and what lies within it appear together always: that is no news. */
function linksOf(parties: readonly Party[], cross: (one: Asked, other: Asked) => number[][]): Link[] {
  const links: Link[] = [];
  const of = (kind: Party['kind']): Asked => ({
    facet: kind,
    values: parties.filter((one) => one.kind === kind).map(({ value }) => value),
  });
  const first = (kind: Party['kind']): number => parties.findIndex((one) => one.kind === kind);
  for (const [n, one] of partyKinds.entries()) {
    for (const other of partyKinds.slice(n)) {
      for (const [i, counts] of cross(of(one), of(other)).entries()) {
        for (const [j, count] of counts.entries()) {
          const [a, b] = [first(one) + i, first(other) + j];
          if (count > 0 && a < b && !isRelated(parties[a]!, parties[b]!)) links.push({ a, b, count });
        }
      }
    }
  }
  return links;
}

const isRelated = (x: Party, y: Party): boolean => x.kind === y.kind && (isWithin(x.value, y.value) || isWithin(y.value, x.value));
