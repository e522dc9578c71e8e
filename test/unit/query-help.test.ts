// What help shows of the search language is what the program reads.
import { expect, test } from 'vitest';
import { fieldNames, hasNames, hasValues } from '#contract/query-fields.ts';
import { toArabicDigits } from '#core/arabic/digits.ts';
import { fieldOf, hasValueOf } from '#core/search/query/fields.ts';
import { describeQuery } from '#core/search/query/describe.ts';
import { readQuery } from '#core/search/query/parse.ts';
import { queryExamples } from '#i18n/query-help.ts';

test('every example is a query without a fault, and no two are read alike', () => {
  const read = queryExamples.flatMap(({ write }) => {
    const queries = write.map((text) => {
      const { query, problems } = readQuery(text, { exact: false, prefix: false });
      expect([text, problems]).toEqual([text, []]);
      return describeQuery(query!, 'en');
    });
    // Help shows them in the digits of the window.
    const shown = readQuery(toArabicDigits(write[0]!), { exact: false, prefix: false });
    expect(describeQuery(shown.query!, 'en')).toBe(queries[0]);
    // The ways to write one thing are read as one thing, but for those that say two.
    if (!write.some((text) => text.includes(':'))) expect(new Set(queries).size).toBe(1);
    return queries.slice(0, 1);
  });
  expect(new Set(read).size).toBe(read.length);
});

test('every field and every has: that help lists is known by both of its names', () => {
  for (const [field, names] of Object.entries(fieldNames)) for (const name of names) expect(fieldOf(name)).toBe(field);
  for (const value of hasValues) for (const name of hasNames[value]) expect(hasValueOf(name)).toBe(value);
});
