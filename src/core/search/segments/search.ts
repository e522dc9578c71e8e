// A query over all segments: the rows it meets, how many, and the best of them with what they were met by.
import { type Layer, type Ranking, defaultRanking, fieldWeights, layers } from './bm25.ts';
import { type Search, evaluate, tellLate } from './evaluate.ts';
import { kindOf } from './matches.ts';
import { normsOf } from './norms.ts';
import { makePlan } from './plan.ts';
import type { Query } from './query.ts';
import { RowSet } from './row-set.ts';
import type { Segment } from './segment.ts';
import { TopK } from './top-k.ts';
import { totalsOf } from './totals.ts';

export type SearchOptions = {
  /** How many hits; 0 scores nothing and is faster. 50 when left out. */
  readonly limit?: number;
  /** Only these rows of the catalogue. */
  readonly among?: RowSet;
  readonly ranking?: Ranking;
  /** Called before each portion of the work, a block of postings; throws to end the search. */
  readonly check?: (() => void) | undefined;
};

export type RankedHit = {
  readonly row: number;
  readonly score: number;
  /** For each clause of the query, in the order they stand in, how closely it was met; undefined where it was not. */
  readonly layers: readonly (Layer | undefined)[];
};

export type Result = {
  /** Exact, however few hits were asked for. */
  readonly total: number;
  /** Best first; among equals the lower row first. */
  readonly hits: readonly RankedHit[];
  /** All rows that were met: for facets and other orders. */
  readonly rows: RowSet;
};

export function searchSegments(segments: readonly Segment[], query: Query, options: SearchOptions = {}): Result {
  const { limit = 50, among, ranking = defaultRanking, check = () => {} } = options;
  const totals = totalsOf(segments);
  const { plan, clauses } = makePlan(segments, query, ranking, totals);
  const fields = limit > 0 ? fieldWeights(ranking, totals) : undefined;
  const best = new TopK<{ search: Search; doc: number }>(limit);
  const rows = new RowSet();
  const searches: Search[] = [];
  let total = 0;
  // The largest first: the best of it spare work in the others.
  for (const [at, segment] of [...segments.entries()].sort(([, a], [, b]) => b.count - a.count)) {
    const allowed = (doc: number): boolean => !segment.dead.has(doc) && (!among || among.has(segment.rows[doc]!));
    const wanted = plan.op === 'or' && limit > 0 ? { plan, limit, threshold: best.threshold, allowed } : undefined;
    const search: Search = { segment, at, norms: fields && normsOf(segment, fields), best: wanted, clauses: [], late: [], check };
    searches.push(search);
    const { docs, scores, count } = evaluate(plan, search);
    if (count === 0) continue;
    const rowOf = segment.rows;
    const { dead } = segment;
    const whole = segment.live === segment.count;
    let bar = best.threshold;
    for (let n = 0; n < count; n++) {
      const doc = docs[n]!;
      const row = rowOf[doc]!;
      if ((!whole && dead.has(doc)) || (among && !among.has(row))) continue;
      total++;
      rows.add(row);
      if (scores[n]! < bar) continue;
      best.add(scores[n]!, row, { search, doc });
      bar = best.threshold;
    }
  }
  const sorted = best.sorted();
  for (const search of searches) {
    if (search.late.length === 0) continue;
    const docs = sorted.filter(({ value }) => value.search === search).map(({ value }) => value.doc);
    if (docs.length > 0) tellLate(search, Uint32Array.from(docs).sort());
  }
  const hits = sorted.map(({ row, score, value }) => ({ row, score, layers: layersOf(value.search, value.doc, clauses) }));
  return { total, hits, rows };
}

function layersOf(search: Search, doc: number, clauses: number): (Layer | undefined)[] {
  return Array.from({ length: clauses }, (_, clause) => {
    const met = search.clauses[clause];
    const kind = met ? kindOf(met, doc) : 0;
    return kind === 0 ? undefined : layers[kind - 1];
  });
}
