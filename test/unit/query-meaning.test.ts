import { describe, expect, test } from 'vitest';
import { gregorianOfHijri, lengthOfHijriMonth } from '../../src/core/arabic/hijri-calendar.ts';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import { describeQuery } from '../../src/core/search/query/describe.ts';
import { distance, fits, type Sought } from '../../src/core/search/query/fits.ts';
import { parseQuery } from '../../src/core/search/query/parse.ts';

const article: Sought = {
  texts: {
    title: tokenize('قائد الثورة يتحدث إلى الصحافة'),
    body: tokenize('على الأرض قال بوتين إن الإقليمية تعزيزٌ للثقافة، ثم مضى'),
    notes: tokenize('راجعه أحمد'),
  },
  names: { source: ['الشرق الأوسط'], tag: ['الثقافة', 'شؤون دولية'], author: ['محمد حسنين هيكل'], collection: [], language: ['ar'] },
  date: '2013-05',
  has: new Set(['original', 'tags', 'date']),
};

describe('an article', () => {
  test.each([
    ['بوتين', true],
    ['أوباما', false],
    ['بوتين -أوباما', true],
    ['بوتين أو أوباما', true],
    ['بوتين ليس الثورة', false],
    ['اقليميه', true],
    ['=اقليميه', false],
    ['=الإقليمية', true],
    ['=علي', false],
    ['=على', true],
    ['للثقافة', true],
    ['"الثورة قائد"', false],
    ['"الثوره يتحدث"', true],
    ['"الثورة قائد"~1', true],
    ['"قائد الصحافة"~2', false],
    ['"قائد الصحافة"~3', true],
    ['"قائد قائد"~3', false],
    ['بوتن', false],
    ['بوتن~', true],
    ['بوت*', true],
    ['title:بوتين', false],
    ['body:بوتين', true],
    ['ملاحظات:أحمد', true],
    ['source:"الشرق"', true],
    ['source:="الشرق"', false],
    ['tag:الثقافه', true],
    ['tag:شؤون', false],
    ['tag:شؤون*', true],
    ['author:هيكل', true],
    ['لغة:العربية', true],
    ['language:Persian', false],
    ['date:2013', true],
    ['date:>2013-05', false],
    ['date:2013-05-20', true],
    ['تاريخ:رجب 1434', true],
    ['has:original -has:conflict', true],
    ['* -فيه:وسم', false],
  ])('%s: %s', (text, found) => expect(fits(parseQuery(text), article)).toBe(found));
});

test.each([
  ['كتاب', 'كتاب', 0],
  ['كتاب', 'كتب', 1],
  ['كتاب', 'كاتب', 1],
  ['كتاب', 'حساب', 2],
  ['', 'abc', 3],
])('%s and %s are %i apart', (a, b, apart) => expect(distance(a, b)).toBe(apart));

test('the days of Umm al-Qura', () => {
  expect(gregorianOfHijri(1445, 9, 1)).toBe('2024-03-11');
  expect(gregorianOfHijri(1, 1, 1)).toBe('0622-07-19');
  expect(gregorianOfHijri(1445, 13, 1)).toBeUndefined();
  // Within the years of the published tables every month follows on the one before.
  let day = Date.parse(gregorianOfHijri(1343, 1, 1)!);
  for (let month = 0; month < 157 * 12; month++) {
    const [year, of] = [1343 + Math.floor(month / 12), (month % 12) + 1];
    expect(Date.parse(gregorianOfHijri(year, of, 1)!)).toBe(day);
    const length = lengthOfHijriMonth(year, of);
    // The oldest were corrected by sightings.
    expect([28, 29, 30, 31]).toContain(length);
    day += length * 86_400_000;
  }
});

test('a query in plain words', () => {
  const bare = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '');
  const query = parseQuery('title:كتاب (وسم:سياسة أو date:2013..2014) -"قائد الثورة"');
  expect(bare(describeQuery(query, 'en'))).toBe(
    'any form of “كتاب” in the title and (tag “سياسة” or from 2013 to 2014) and not: “قائد الثورة” in any spelling',
  );
  expect(bare(describeQuery(query, 'ar'))).toBe(
    'أي صيغة من «كتاب» في العنوان، و(الوسم «سياسة» أو من 2013 إلى 2014)، وليس: «قائد الثورة» بأي رسم',
  );
});
