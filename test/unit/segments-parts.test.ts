// The parts of the word index, each for itself.
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { transaction } from '#core/search/database.ts';
import { ByteSink, ByteSource } from '#core/search/segments/bytes.ts';
import { segmentSchema } from '#core/search/segments/chunks.ts';
import { Dictionary, writeDictionary } from '#core/search/segments/dictionary.ts';
import { compareBytes, decodeTerm, encodeTerm, startsWith } from '#core/search/segments/letters.ts';
import { RowSet } from '#core/search/segments/row-set.ts';
import { openSegments } from '#core/search/segments/segments.ts';
import { toMerge } from '#core/search/segments/tiers.ts';
import { TopK } from '#core/search/segments/top-k.ts';

test('numbers come back from bytes', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 0xffffffff }))), (numbers) => {
      const sink = new ByteSink();
      for (const number of numbers) sink.varint(number);
      const source = new ByteSource(sink.bytes);
      expect(numbers.map(() => source.varint())).toEqual(numbers);
    }),
  );
});

const anyTerm = fc.oneof(
  fc.string({ unit: fc.constantFrom('ا', 'ي', 'a', 'é', 'گ', '٩', '漢', '\ud800') }),
  fc.array(fc.nat(0xffff), { maxLength: 5 }).map((units) => String.fromCharCode(...units)),
);

test('terms come back, in the order of strings, prefixes before what they begin', () => {
  fc.assert(
    fc.property(anyTerm, anyTerm, (a, b) => {
      const [x, y] = [encodeTerm(a), encodeTerm(b)];
      expect(decodeTerm(x)).toBe(a);
      expect(Math.sign(compareBytes(x, x.length, y, y.length))).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(startsWith(x, x.length, y)).toBe(a.startsWith(b));
    }),
  );
});

test('a dictionary finds each term, what follows a missing one, and the holder of a number', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: fc.constantFrom('ا', 'ب', 'x'), maxLength: 6 }), { maxLength: 300 }),
      anyTerm,
      (unsorted, missing) => {
        const terms = unsorted.toSorted();
        const parts = { terms: new ByteSink(), pages: new ByteSink() };
        const writer = writeDictionary({ columns: 3, sums: true }, (to, bytes) => parts[to].append(bytes));
        for (const [at, term] of terms.entries()) writer.add(encodeTerm(term), [at, at % 5, 1]);
        writer.finish();
        const part = ({ bytes, length }: ByteSink): Uint8Array => bytes.subarray(0, length);
        const dictionary = new Dictionary(
          { columns: 3, sums: true },
          () => part(parts.pages),
          (start, end) => part(parts.terms).subarray(start, end),
        );
        for (const [at, term] of terms.entries()) {
          const found = dictionary.find(encodeTerm(term))!;
          expect([found.ordinal, found.values[0], found.before[2]]).toEqual([at, at, at]);
          expect(dictionary.holding(2, at)!.ordinal).toBe(at);
        }
        const next = terms.findIndex((term) => term >= missing);
        expect(dictionary.from(encodeTerm(missing))?.ordinal ?? -1).toBe(next);
        expect(dictionary.find(encodeTerm(missing))?.ordinal ?? -1).toBe(terms.indexOf(missing));
      },
    ),
  );
});

test('a set of rows is a set', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500)), fc.array(fc.nat(500)), (added, deleted) => {
      const rows = RowSet.from(added);
      for (const row of deleted) rows.delete(row);
      const expected = new Set(added.filter((row) => !deleted.includes(row)));
      expect([...rows]).toEqual([...expected].sort((a, b) => a - b));
      expect(rows.size).toBe(expected.size);
      expect(added.every((row) => rows.has(row) === expected.has(row))).toBe(true);
    }),
  );
});

test('the best are kept, the lower row among equals', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), fc.nat(12), (scores, limit) => {
      const best = new TopK(limit);
      for (const [row, score] of scores.entries()) best.add(score, row);
      const expected = scores.map((score, row) => ({ score, row })).sort((a, b) => b.score - a.score || a.row - b.row);
      expect(best.sorted()).toEqual(expected.slice(0, limit));
    }),
  );
});

test('merging comes to an end, with few segments, each document written a few times', () => {
  let segments: { id: number; count: number; live: number }[] = [];
  let written = 0;
  for (let id = 1; id <= 3000; id++) {
    segments.push({ id, count: 1, live: 1 });
    for (let from = toMerge(segments); from.length > 0; from = toMerge(segments)) {
      const live = from.reduce((sum, one) => sum + one.live, 0);
      written += live;
      segments = [...segments.filter((one) => !from.includes(one)), { id: id + written, count: live, live }];
    }
  }
  expect(segments.length).toBeLessThan(20);
  expect(written / 3000).toBeLessThan(7);
});

test('a word that stands in many documents and often in one is found with its neighbours after a merge', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(segmentSchema);
  const segments = openSegments(db);
  const word = (text: string): { exact: string; folded: string; stem: string } => ({ exact: text, folded: text, stem: text });
  for (let start = 1; start <= 2000; start += 250) {
    transaction(db, () => {
      for (let row = start; row < start + 250; row++) {
        const body = [...Array.from({ length: row % 7 }, () => word('في')), word('في'), word(`باب${row % 300}`), word('في')];
        segments.add(row * 3, { body });
      }
      segments.commit();
    });
  }
  while (segments.mergeSlice(2));
  expect(segments.search({ op: 'word', ...word('في') }).total).toBe(2000);
  const words = [word('في'), word('باب7')].map((one) => ({ op: 'word' as const, ...one }));
  expect([...segments.search({ op: 'phrase', words }).rows]).toEqual([7, 307, 607, 907, 1207, 1507, 1807].map((row) => row * 3));
  expect(segments.search({ op: 'and', of: words }).total).toBe(7);
  expect(segments.search({ op: 'near', words: words.toReversed(), distance: 0, ordered: true }).total).toBe(7);
  expect(segments.search({ op: 'prefix', folded: 'باب', limit: 10 }).total).toBeGreaterThanOrEqual(66);
});
