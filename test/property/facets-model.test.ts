// Facets against plain counting, after any changes, rollbacks and reopenings.
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DamagedRow, transaction } from '#core/search/database.ts';
import { facetSchema, openFacets } from '#core/search/facets/facets.ts';
import { RowSet } from '#core/search/segments/row-set.ts';

const names = ['tag', 'source'] as const;
type Values = Partial<Record<(typeof names)[number], string[]>>;

const values: fc.Arbitrary<Values> = fc.record({
  tag: fc.uniqueArray(fc.constantFrom('أ', 'ب', 'ج', 'د'), { maxLength: 3 }),
  source: fc.array(fc.constantFrom('س', 'ص'), { maxLength: 1 }),
});
const row = fc.oneof(fc.nat(5), fc.integer({ min: 1020, max: 1030 }), fc.nat(4000));

function plainCount(
  rows: readonly number[],
  facts: ReadonlyMap<number, Values>,
  name: (typeof names)[number],
): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const one of new Set(rows)) for (const value of facts.get(one)?.[name] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

test('counts and rows are those of plain counting', () => {
  const act = fc.record({ sets: fc.array(fc.tuple(row, values), { maxLength: 6 }), kept: fc.boolean(), reopen: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), fc.array(row, { maxLength: 20 }), (acts, some) => {
      const db = new DatabaseSync(':memory:');
      db.exec(facetSchema);
      let facets = openFacets(db, names);
      const facts = new Map<number, Values>();
      for (const { sets, kept, reopen } of acts) {
        try {
          transaction(db, () => {
            facets.write(new Map(sets));
            if (!kept) throw new Error('rolled back');
          });
          for (const [at, of] of sets) facts.set(at, of);
        } catch (error) {
          expect((error as Error).message).toBe('rolled back');
        }
        if (reopen) facets = openFacets(db, names);
        for (const rows of [some, [...facts.keys()]]) {
          const counted = facets.count(RowSet.from(rows), names);
          for (const name of names) expect(counted[name]).toEqual(plainCount(rows, facts, name));
        }
        const asked = { tag: ['ب', 'ه', 'أ'], source: ['ص', 'س'] };
        const together = (one: string, other: string) =>
          some.filter((at, n) => some.indexOf(at) === n && has(at, 'tag', one) && has(at, 'source', other));
        const has = (at: number, name: 'tag' | 'source', value: string) => facts.get(at)?.[name]?.includes(value) ?? false;
        expect(facets.cross(RowSet.from(some), { facet: 'tag', values: asked.tag }, { facet: 'source', values: asked.source })).toEqual(
          asked.tag.map((one) => asked.source.map((other) => together(one, other).length)),
        );
        const withTag = [...facts].filter(([, { tag }]) => tag?.includes('ب')).map(([at]) => at);
        expect([...facets.rows('tag', 'ب')]).toEqual(withTag.sort((a, b) => a - b));
      }
    }),
    { numRuns: 60 },
  );
});

test('a damaged part is told of', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(facetSchema);
  const facets = openFacets(db, names);
  transaction(db, () => {
    facets.write(new Map([[3, { tag: ['أ'] }]]));
  });
  db.exec("UPDATE facet_chunks SET bytes = zeroblob(1024) WHERE facet = 'tag'");
  expect(() => openFacets(db, names).count(new RowSet(), names)).toThrow(DamagedRow);
});
