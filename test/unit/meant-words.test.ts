import { describe, expect, test } from 'vitest';
import { joinOf, splitsOf } from '../../src/core/arabic/joined-words.ts';
import { otherLayout } from '../../src/core/arabic/keyboard.ts';
import { arabicNames } from '../../src/core/arabic/latin-names.ts';
import { nearWords } from '../../src/core/arabic/near-words.ts';
import { slipCost } from '../../src/core/arabic/slips.ts';
import { termsWithin } from '../../src/core/arabic/terms-within.ts';
import { frequencyIn, termAt, vocabularyOf } from '../../src/core/arabic/vocabulary.ts';
import { didYouMean, inOtherLayout } from '../../src/core/search/ranking/did-you-mean.ts';

const vocabulary = vocabularyOf(
  new Map(
    Object.entries({
      تعزيز: 5825,
      تعزير: 9,
      الاستراتيجيه: 1322,
      الاستراتجيه: 3,
      ولايتي: 12,
      ولايه: 700,
      محمد: 4000,
      محمود: 600,
      حسين: 500,
      حسن: 700,
      السلام: 900,
      الرياض: 2000,
      عبد: 5000,
      الله: 9000,
      عبدالله: 4495,
      hello: 2,
    }),
  ),
);
const terms = (latin: string): string[] => arabicNames(vocabulary, latin);

describe('a vocabulary', () => {
  test('gives terms and frequencies back', () => {
    expect(frequencyIn(vocabulary, 'عبدالله')).toBe(4495);
    expect(frequencyIn(vocabulary, 'عبدال')).toBe(0);
    expect(frequencyIn(vocabularyOf(new Map()), 'عبد')).toBe(0);
  });

  test('tells what is near', () => {
    expect(termsWithin(vocabulary, 'تعزير', 1).map((at) => termAt(vocabulary, at))).toEqual(['تعزير', 'تعزيز']);
    expect(termsWithin(vocabulary, 'محمج', 2).map((at) => termAt(vocabulary, at))).toEqual(['محمد', 'محمود']);
  });
});

describe('near words', () => {
  test('a rare word has its frequent neighbour', () => {
    expect(nearWords(vocabulary, 'تعزير')[0]?.term).toBe('تعزيز');
    expect(nearWords(vocabulary, 'الاستراتجيه')[0]?.term).toBe('الاستراتيجيه');
    expect(nearWords(vocabulary, 'الاسترتجيه')[0]?.term).toBe('الاستراتجيه');
  });

  test('a frequent word has none', () => expect(nearWords(vocabulary, 'تعزيز')).toEqual([]));

  test('a likely slip costs less than another', () => {
    expect(slipCost('تعزير', 'تعزيز')).toBeLessThan(slipCost('تعزيم', 'تعزيز'));
    expect(slipCost('محمد', 'مححمد')).toBeLessThan(1);
    expect(slipCost('محمد', 'حممد')).toBeLessThan(1);
    expect(slipCost('محمد', 'محمد')).toBe(0);
  });
});

test.each([
  ['Velayati', 'ولايتي'],
  ['Mohammed', 'محمد'],
  ['Mahmoud', 'محمود'],
  ['Hussein', 'حسين'],
  ['Abdullah', 'عبدالله'],
  ['Riyadh', 'الرياض'],
])('%s may be %s', (latin, name) => expect(terms(latin).slice(0, 2)).toContain(name));

test('an Arabic word is no Latin name', () => expect(terms('محمد')).toEqual([]));

test.each([
  ['hgsghl', 'السلام'],
  [';jhf', 'كتاب'],
  ['HgYsghl', 'أليسلام'.replace('ي', 'إ')],
  ['اثممخ', 'hello'],
  ['لهل', 'gig'],
  ['لامعث', 'blue'],
])('%s in the other layout is %s', (typed, meant) => expect(otherLayout(typed)).toBe(meant));

describe('joined words', () => {
  test('are taken apart and put together', () => {
    expect(splitsOf(vocabulary, 'عبدالله')).toEqual([['عبد', 'الله']]);
    expect(splitsOf(vocabulary, 'محمد')).toEqual([]);
    expect(joinOf(vocabulary, 'عبد', 'الله')).toBe('عبدالله');
    expect(joinOf(vocabulary, 'الله', 'عبد')).toBeUndefined();
  });
});

describe('did you mean', () => {
  test('replaces words only', () => expect(didYouMean(vocabulary, '"تعزير، محمد"')).toBe('"تعزيز، محمد"'));
  test('leaves what is no word of the articles', () => expect(didYouMean(vocabulary, 'فيه:تعزير', [{ start: 0, end: 9 }])).toBeUndefined());
  test('says nothing of what is known', () => expect(didYouMean(vocabulary, 'تعزيز محمد')).toBeUndefined());
  test('leaves the name of a field alone', () => {
    const press = vocabularyOf(new Map([['اصدر', 900]]));
    expect(didYouMean(press, 'مصدر')).toBe('اصدر');
    expect(didYouMean(press, 'مصدر:الوقت')).toBeUndefined();
  });
  test('sees the other layout', () => {
    expect(inOtherLayout(vocabulary, 'hgsghl')).toBe('السلام');
    expect(inOtherLayout(vocabulary, 'اثممخ')).toBe('hello');
    expect(inOtherLayout(vocabulary, 'السلام')).toBeUndefined();
    expect(inOtherLayout(vocabulary, 'xyz')).toBeUndefined();
  });
});
