// Both texts can be read out of their difference, it is as small as can be, and it is found soon.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare } from '#text/myers.ts';
import { type Part, wordDiff } from '#text/word-diff.ts';

const told = (parts: readonly Part[], side: 'gone' | 'new'): string[] =>
  parts.filter(({ op }) => op === 'same' || op === side).flatMap(({ text }) => text.match(/\n|[^\s]+/gu) ?? []);
const changes = (parts: readonly Part[]): [string, string][] => parts.filter(({ op }) => op !== 'same').map(({ op, text }) => [op, text]);

const word = fc.constantFrom('قال', 'في', 'من', 'كتاب', 'بيت', '\n', 'a', '١٢');
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

test('both texts are in it, in their order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      expect(told(parts, 'gone')).toEqual(before.match(/\n|\S+/gu) ?? []);
      expect(told(parts, 'new')).toEqual(after.match(/\n|\S+/gu) ?? []);
    }),
    { numRuns: 500 },
  );
});

test('a text far longer than the other is told too', () => {
  expect(changes(wordDiff('كتاب '.repeat(200_000), 'بيت')).map(([op]) => op)).toEqual(['gone', 'new']);
});

/** By the table, slowly. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row: number[] = Array(b.length + 1).fill(0) as number[];
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) => next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)));
    row = next;
  }
  return row.at(-1)!;
}

test('no shorter edit could be told', () => {
  const few = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 });
  fc.assert(
    fc.property(few, few, (a, b) => {
      const [kept, fresh] = compare(Int32Array.from(a), Int32Array.from(b));
      expect(a.filter((_, i) => kept[i])).toEqual(b.filter((_, i) => !fresh[i]));
      expect(kept.filter(Boolean).length).toBe(longestCommon(a, b));
    }),
    { numRuns: 500 },
  );
});

test('a replaced word, punctuation, a new line', () => {
  expect(changes(wordDiff('زار الوزير موسكو.', 'زار الرئيس موسكو، أمس.'))).toEqual([
    ['gone', 'الوزير'],
    ['new', 'الرئيس'],
    ['new', '، أمس'],
  ]);
  expect(changes(wordDiff('أول\nثان', 'أول ثان'))).toEqual([['gone', '\n']]);
  expect(changes(wordDiff('كلمة  كلمة', 'كلمة كلمة'))).toEqual([]);
  // A vowel mark makes another word, and is never cut from its letter.
  expect(changes(wordDiff('كتب', 'كَتَبَ'))).toEqual([
    ['gone', 'كتب'],
    ['new', 'كَتَبَ'],
  ]);
});

test.each([
  ['wholly other', (i: number) => `أ${i}`, (i: number) => `ب${i}`],
  ['every third word changed', (i: number) => `ك${i}`, (i: number) => (i % 3 ? `ك${i}` : `غ${i}`)],
  ['few different words', (i: number) => `ك${(i * 7919) % 11}`, (i: number) => `ك${(i * 104729) % 13}`],
])('5,000 words: %s', (_, before, after) => {
  const of = (name: (i: number) => string) => Array.from({ length: 5000 }, (_nothing, i) => name(i)).join(' ');
  const started = performance.now();
  wordDiff(of(before), of(after));
  expect(performance.now() - started).toBeLessThan(3000);
});
