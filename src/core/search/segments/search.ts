// A query over all segments: the rows it meets, how many, and the best of them with what they were met by.
import { type Ranking, defaultRanking, fieldWeights } from './bm25.ts';
import { evaluate } from './evaluate.ts';
import { normsOf } from './norms.ts';
import { makePlan } from './plan.ts';
import type { Query } from './query.ts';
import { RowSet } from './row-set.ts';
import type { Segment } from './segment.ts';
import { TopK } from './top-k.ts';
import { totalsOf } from './totals.ts';
import { clearScratch } from './scratch.ts';

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
  const plan = makePlan(segments, query, ranking, totals);
  const fields = limit > 0 ? fieldWeights(ranking, totals) : undefined;
  const best = new TopK(limit);
  const rows = new RowSet(segments.reduce((most, segment) => Math.max(most, segment.highestRow + 1), 0));
  const { bits } = rows;
  let total = 0;
  // The largest first: the best of it spare work in the others.
  for (const [at, segment] of [...segments.entries()].sort(([, a], [, b]) => b.count - a.count)) {
    const allowed = (doc: number): boolean => !segment.dead.has(doc) && (!among || among.has(segment.rows[doc]!));
    const wanted = plan.op === 'or' && limit > 0 ? { plan, limit, threshold: best.threshold, allowed } : undefined;
    const norms = fields && normsOf(segment, fields);
    clearScratch();
    const { docs, scores, count } = evaluate(plan, { segment, at, norms, best: wanted, check });
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
      bits[row >>> 5]! |= 1 << (row & 31);
      if (scores[n]! < bar) continue;
      best.add(scores[n]!, row);
      bar = best.threshold;
    }
  }
  return { total, hits: best.sorted(), rows };
}
