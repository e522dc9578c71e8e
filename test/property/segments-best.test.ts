// The few best of any-of queries are those of scoring everything, whatever is passed over to find them sooner.
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transaction } from '#core/search/database.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import type { Clause, Query, WordClause } from '#core/search/segments/query.ts';
import { RowSet } from '#core/search/segments/row-set.ts';
import { openSegments } from '#core/search/segments/segments.ts';
import type { Word } from '#core/search/segments/spellings.ts';
import { seeded } from '../support/seeded.ts';

/** Frequent words have low numbers; every third is another spelling of its stem. */
const word = (n: number): Word => ({ exact: `و${n}`, folded: `و${n}`, stem: `و${n - (n % 3)}` });

const wordOf = (n: number): WordClause => ({ op: 'word', ...word(n) });
const others = (n: number): Clause[] => [
  { ...wordOf((n * 7) % 60), layer: 'folded', weight: 0.7 },
  { op: 'phrase', words: [wordOf(n % 5), wordOf((n + 1) % 5)], weight: 0.5 },
];

test.each([1, 2, 3])('with seed %i', (seed) => {
  const chance = seeded(seed);
  const db = new DatabaseSync(':memory:');
  db.exec(segmentSchema);
  const segments = openSegments(db);
  const drawn = (): Word => word(Math.floor(60 ** (chance.int(1000) / 1000)) - 1);
  const text = (length: number): Word[] => Array.from({ length }, drawn);
  for (let row = 1; row < 1800; ) {
    transaction(db, () => {
      for (const end = row + 50 + chance.int(500); row < end; row++)
        segments.add(row, { title: text(chance.int(4)), body: text(1 + chance.int(40)) });
      segments.commit();
    });
    if (chance.chance(0.5)) segments.mergeSlice(50);
  }
  transaction(db, () => {
    for (let n = 0; n < 200; n++) segments.remove(chance.int(1800));
    segments.commit();
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(59), { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(undefined, 2, 7),
      (numbers, limit, every) => {
        // Some with what else they may mean: another word, or two in a row.
        const query: Query = {
          op: 'or',
          of: numbers.map((n) => (n % 3 === 0 ? wordOf(n) : { op: 'best', of: [wordOf(n), ...others(n)] })),
        };
        const among = every && { among: RowSet.from(Array.from({ length: 1800 / every }, (_, n) => n * every)) };
        const all = segments.search(query, { limit: 5000, ...among });
        const best = segments.search(query, { limit, ...among });
        expect(best.total).toBe(all.total);
        expect([...best.rows]).toEqual([...all.rows]);
        // Sums of rounded numbers in another order may change places of equals.
        for (const [at, { row, score }] of best.hits.entries()) {
          expect(score).toBeCloseTo(all.hits[at]!.score, 4);
          expect(score).toBeCloseTo(all.hits.find((hit) => hit.row === row)!.score, 4);
        }
      },
    ),
    { numRuns: 150 },
  );
});
