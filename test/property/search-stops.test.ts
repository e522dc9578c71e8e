// A search asks between blocks whether anyone still waits for it.
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { transaction } from '#core/search/database.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import { BLOCK } from '#core/search/segments/postings.ts';
import type { Query, WordClause } from '#core/search/segments/query.ts';
import { openSegments } from '#core/search/segments/segments.ts';
import { seeded } from '../support/seeded.ts';
import { zipfWords } from '../support/zipf-words.ts';

const DOCUMENTS = 4000;
const chance = seeded(9);
const { draw, text } = zipfWords(chance, 400);

const db = new DatabaseSync(':memory:');
db.exec(segmentSchema);
const segments = openSegments(db);
transaction(db, () => {
  for (let row = 0; row < DOCUMENTS; row++) segments.add(row, { title: text(3), body: text(30) });
  segments.commit();
});

const word = (): WordClause => ({ op: 'word', ...draw() });
const queries: Query[] = Array.from({ length: 40 }, () => {
  const words = Array.from({ length: 2 + chance.int(3) }, word);
  return chance.pick<Query>([
    { op: 'and', of: words },
    { op: 'or', of: words },
    { op: 'best', of: words },
    { op: 'phrase', words },
    { op: 'near', words, distance: 4 },
  ]);
});

const checksOf = (query: Query): number => {
  let checks = 0;
  segments.search(query, { check: () => void checks++ });
  return checks;
};

test('as often as there are blocks to read', () => {
  for (const { folded, stem, exact } of Array.from({ length: 20 }, draw)) {
    const one: Query = { op: 'word', exact, folded, stem };
    expect(checksOf(one)).toBeGreaterThanOrEqual(segments.vocabulary.dfOfStem(stem) / BLOCK);
  }
});

test('and ends there, wherever that is, leaving the index as it was', () => {
  for (const query of queries) {
    const whole = segments.search(query, { limit: 5 });
    const all = checksOf(query);
    const at = chance.int(all);
    let checks = 0;
    const stop = new Error('superseded');
    const stopped = (): void => {
      if (checks++ === at) throw stop;
    };
    expect(() => segments.search(query, { check: stopped })).toThrow(stop);
    expect(checks).toBe(at + 1);
    expect(segments.search(query, { limit: 5 })).toEqual(whole);
  }
});
