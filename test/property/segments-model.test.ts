// The word index against an oracle that reads everything: after any additions, removals, merges, rollbacks and reopenings.
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { termAt } from '#core/arabic/vocabulary.ts';
import { transaction } from '#core/search/database.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import type { Words } from '#core/search/segments/gather.ts';
import type { Query } from '#core/search/segments/query.ts';
import { type Segments, openSegments } from '#core/search/segments/segments.ts';
import { query, words } from '../support/segments-arbitrary.ts';
import { type Archive, expectedOf } from '../support/segments-oracle.ts';

type Change = { readonly row: number; readonly words: Words | undefined };
type Step =
  | {
      readonly do: 'portion';
      readonly changes: readonly Change[];
      readonly slices: number;
      readonly meanwhile: readonly Change[];
      readonly cleared: boolean;
    }
  | { readonly do: 'change'; readonly changes: readonly Change[]; readonly kept: boolean; readonly written: boolean }
  | { readonly do: 'merge'; readonly slices: number }
  | { readonly do: 'settle' | 'reopen' };

const change: fc.Arbitrary<Change> = fc.record({ row: fc.nat(40), words: fc.option(words, { nil: undefined, freq: 4 }) });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
      kept: fc.nat(5).map((dice) => dice > 0),
      written: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('portion' as const),
      changes: fc.array(change, { minLength: 1, maxLength: 12 }),
      slices: fc.nat(3),
      meanwhile: fc.array(change, { maxLength: 3 }),
      cleared: fc.nat(9).map((dice) => dice === 0),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('merge' as const), slices: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('settle' as const, 'reopen' as const) }) },
);

function settle(segments: Segments): void {
  for (let slices = 0; segments.mergeSlice(5); slices++) expect(slices).toBeLessThan(10_000);
}

function hasNear(part: Query): boolean {
  if (part.op === 'near') return true;
  if (part.op === 'not') return hasNear(part.of);
  return 'of' in part && part.of.some(hasNear);
}

/** `clean`: nothing removed is left in the index, so that scores are those of a new one. */
function check(segments: Segments, archive: Archive, asked: Query, clean: boolean): void {
  const expected = expectedOf(archive, asked);
  const { total, hits, rows } = segments.search(asked, { limit: 5 });
  expect([...rows]).toEqual([...expected.keys()].sort((a, b) => a - b));
  expect(total).toBe(expected.size);
  expect(hits.length).toBe(Math.min(5, total));
  expect([...segments.search(asked, { limit: 0 }).rows]).toEqual([...rows]);
  if (!clean || hasNear(asked)) return;
  const best = [...expected.values()].sort((a, b) => b - a);
  for (const [at, { row, score }] of hits.entries()) {
    expect(score).toBeCloseTo(expected.get(row)!, 4);
    expect(score).toBeCloseTo(best[at]!, 4);
  }
}

/** What is held in memory is what the segments hold. */
function checkFolded(segments: Segments): void {
  const folded = segments.folded();
  const held = Array.from({ length: folded.size }, (_, at) => [termAt(folded, at), folded.frequencies[at]]);
  expect(held).toEqual([...segments.vocabulary.termsFrom('')]);
}

/** Rows that are not there yet, written in slices while others are changed, or everything is taken out. */
function takeInPortion(one: Step & { do: 'portion' }, db: DatabaseSync, segments: Segments, archive: Map<number, Words>): void {
  const portion = segments.portion();
  const rows = new Map(one.changes.flatMap(({ row, words: of }) => (of && !archive.has(row) ? [[row, of] as const] : [])));
  for (const [row, of] of rows) portion.add(row, of);
  for (let slices = one.slices; slices > 0; slices--) portion.writeSlice(0);
  carryOut({ do: 'change', changes: one.meanwhile, kept: true, written: true }, db, segments, archive);
  segments.mergeSlice(5);
  if (one.cleared) {
    transaction(db, () => segments.clear());
    archive.clear();
  }
  while (portion.writeSlice(0));
  expect(transaction(db, () => portion.finish((row) => !archive.has(row)))).toBe(!one.cleared);
  if (!one.cleared) for (const [row, of] of rows) if (!archive.has(row)) archive.set(row, of);
}

function carryOut(one: Step, db: DatabaseSync, segments: Segments, archive: Map<number, Words>): Segments {
  if (one.do === 'reopen') return openSegments(db);
  if (one.do === 'settle') settle(segments);
  if (one.do === 'portion') takeInPortion(one, db, segments, archive);
  if (one.do === 'merge') for (let n = 0; n < one.slices; n++) segments.mergeSlice(0);
  if (one.do !== 'change') return segments;
  try {
    transaction(db, () => {
      for (const { row, words: of } of one.changes) {
        if (of) segments.add(row, of);
        else segments.remove(row);
      }
      if (one.kept || one.written) segments.commit();
      if (!one.kept) throw new Error('rolled back');
    });
  } catch (error) {
    if ((error as Error).message !== 'rolled back') throw error;
    return segments;
  }
  for (const { row, words: of } of one.changes) {
    if (of) archive.set(row, of);
    else archive.delete(row);
  }
  return segments;
}

test('finds what an oracle finds, after anything', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.array(query, { minLength: 3, maxLength: 6 }), (steps, queries) => {
      const db = new DatabaseSync(':memory:');
      db.exec(segmentSchema);
      let segments = openSegments(db);
      const archive = new Map<number, Words>();
      for (const [at, one] of steps.entries()) {
        segments = carryOut(one, db, segments, archive);
        expect(segments.size).toBe(archive.size);
        check(segments, archive, queries[at % queries.length]!, false);
        checkFolded(segments);
      }
      // Built anew it scores as the oracle does; and what is there equals that.
      const anew = new DatabaseSync(':memory:');
      anew.exec(segmentSchema);
      const rebuilt = openSegments(anew);
      transaction(anew, () => {
        for (const [row, of] of archive) rebuilt.add(row, of);
        rebuilt.commit();
      });
      settle(segments);
      for (const asked of queries) {
        check(rebuilt, archive, asked, true);
        check(segments, archive, asked, false);
      }
      expect([...rebuilt.vocabulary.termsFrom('')].map(([term]) => term)).toEqual(
        [
          ...new Set(
            [...archive.values()].flatMap((of) =>
              Object.values(of)
                .flat()
                .map((word) => word.folded),
            ),
          ),
        ].sort(),
      );
    }),
    { numRuns: 150 },
  );
});
