import { expect, test } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { gregorianOfHijri, hijriMonthName } from '#core/arabic/hijri-calendar.ts';
import { writtenDate } from '#core/arabic/written-date.ts';
import { formatDate, formatMonthName, formatNumber, formatPlain, plural } from '#i18n/locale.ts';
import { windowAr } from '#i18n/window.ar.ts';
import { windowEn } from '#i18n/window.en.ts';

const arabic = { ...defaultSettings, language: 'ar' } as const;
const english = { ...defaultSettings, language: 'en' } as const;

test('digits follow the language until they are chosen', () => {
  expect(formatNumber(47, arabic)).toBe('٤٧');
  expect(formatNumber(47, english)).toBe('47');
  expect(formatNumber(47, { ...english, digits: 'arab' })).toBe('٤٧');
  expect(formatNumber(47, { ...arabic, digits: 'latn' })).toBe('47');
});

test('counts are words a person would say', () => {
  expect([0, 1, 2].map((n) => plural(n, windowAr.items, arabic))).toEqual(['لا مقالات', 'مقال واحد', 'مقالان']);
  expect([0, 1, 2].map((n) => plural(n, windowEn.items, english))).toEqual(['No articles', 'One article', '2 articles']);
});

test('months are called as in the chosen country, and the digits stay those that were chosen', () => {
  const may = { value: '2024-05-04', calendar: 'gregorian' } as const;
  const named = (months: 'EG' | 'LB' | 'DZ' | 'MA', value = '2024-08') => formatDate({ ...may, value }, { ...arabic, months });
  expect(['EG', 'LB', 'DZ', 'MA'].map((one) => named(one as 'EG'))).toEqual(['أغسطس ٢٠٢٤', 'آب ٢٠٢٤', 'أوت ٢٠٢٤', 'غشت ٢٠٢٤']);
  expect(formatDate(may, { ...arabic, months: 'LB', digits: 'latn' })).toMatch(/^4 أيار\S* 2024$/);
  expect(formatDate(may, { ...arabic, calendar: 'islamic-umalqura', months: 'LB' })).toContain('شوال');
  expect(formatDate(may, { ...english, months: 'MA' })).toBe('4 May 2024');
  expect(formatMonthName('1911-01', { ...arabic, months: 'LB' })).toBe('كانون الثاني');
  expect(formatDate({ ...may, value: '2024-08' }, { ...arabic, calendar: 'islamic-umalqura', digits: 'latn' })).toBe('أغسطس 2024 م');
  // Seasons, doubt and spans are words, not codes; the words of a source come before ours.
  const said = (value: string, s = arabic) => formatDate({ ...may, value }, s);
  expect(['2015-22', '2015~', '2015-05?', '2013/2014', '../1990', '201X', '19XX'].map((value) => said(value))).toEqual([
    'صيف ٢٠١٥',
    'نحو ٢٠١٥',
    'مايو ٢٠١٥ (؟)',
    'من ٢٠١٣ إلى ٢٠١٤',
    'حتى ١٩٩٠',
    '٢٠١٠–٢٠١٩',
    '١٩٠٠–١٩٩٩',
  ]);
  expect(formatDate({ ...may, value: '2015-22' }, english)).toBe('summer 2015');
  expect(formatDate({ ...may, value: '2015-22', stated: 'صيف تلك السنة' }, arabic)).toBe('صيف تلك السنة');
  // What the window shows in a field may be written in it again.
  for (const value of ['2015-22', '2015~', '2015-05?', '2013/2014', '2015-05', '2015-07-20'])
    for (const s of [arabic, english, { ...arabic, calendar: 'islamic-umalqura' as const }])
      expect(writtenDate(formatDate({ ...may, value }, s))).toBe(value);
  expect(formatDate({ ...may, value: '2015-07-20' }, { ...arabic, calendar: 'islamic-umalqura' })).toBe('٤ شوال ١٤٣٦ هـ');
  // Days are counted as the archive counts them, where Intl counts others.
  for (const [year, of, day] of [
    [1410, 10, 4],
    [1343, 1, 1],
    [1389, 12, 29],
    [1470, 9, 30],
  ] as const) {
    const value = gregorianOfHijri(year, of, day)!;
    const shown = formatDate({ ...may, value }, { ...arabic, calendar: 'islamic-umalqura' });
    expect([shown, writtenDate(shown)]).toEqual([
      `${formatPlain(day, arabic)} ${hijriMonthName(of)} ${formatPlain(year, arabic)} هـ`,
      value,
    ]);
  }
  // What no calendar has stands as it is written.
  expect(formatDate({ ...may, value: '2024-02-31' }, english)).toBe('2024-02-31');
});
