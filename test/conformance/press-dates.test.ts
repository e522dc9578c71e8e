// Dates as ICU writes them in every Arab country, and as the press prints them: each is read as the day that it was made from.
import { expect, test } from 'vitest';
import { findDate } from '../../src/core/arabic/dates.ts';
import { seeded } from '../support/seeded.ts';

const countries = ['EG', 'SA', 'AE', 'IQ', 'SY', 'LB', 'JO', 'SD', 'LY', 'TN', 'DZ', 'MA', 'MR'];
const DAY = 86_400_000;
const random = seeded(1);
const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
/** Between 1950 and 2049. */
const anyDay = (): number => Date.UTC(1950, 0, 1) + random.int(36_500) * DAY;
/** While Intl agrees with the official calendar: AH 1420–1450. */
const anyHijriDay = (): number => Date.UTC(1999, 3, 17) + random.int(10_900) * DAY;
const digits = ['latn', 'arab'];

type Parts = Record<'weekday' | 'day' | 'month' | 'year', string>;
function partsOf(locale: string, time: number, month: 'long' | 'numeric' = 'long'): Parts {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month, year: 'numeric' });
  return Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value])) as Parts;
}

const named: ((parts: Parts) => string)[] = [
  ({ weekday, day, month, year }) => `${weekday} ${day} ${month} ${year}`,
  ({ weekday, day, month, year }) => `${weekday}، ${day} ${month}، ${year}`,
  ({ weekday, day, month, year }) => `${weekday}, ${month} ${day}, ${year}`,
  ({ day, month, year }) => `${day} ${month} ${year}`,
  ({ day, month, year }) => `${day} ${month}, ${year}`,
];
const numeric: ((parts: Parts) => string)[] = [
  ({ day, month, year }) => `${day}/${month}/${year}`,
  ({ day, month, year }) => `${day}-${month}-${year}`,
  ({ day, month, year }) => `${year}/${month}/${day}`,
  ({ day, month, year }) => `${year}-${month}-${day}`,
];

const wrongOf = (cases: readonly { text: string; iso: string }[]) =>
  cases.flatMap(({ text, iso }) => (findDate(text)?.value === iso ? [] : [{ text, iso, found: findDate(text)?.value }]));

test.each(countries)('ar-%s', (country) => {
  const cases = digits.flatMap((numbers) => {
    const gregorian = `ar-${country}-u-ca-gregory-nu-${numbers}`;
    const hijri = `ar-${country}-u-ca-islamic-umalqura-nu-${numbers}`;
    return Array.from({ length: 8 }).flatMap(() => {
      const [time, lunar] = [anyDay(), anyHijriDay()];
      return [
        ...named.map((write) => ({ text: write(partsOf(gregorian, time)), iso: isoOf(time) })),
        ...numeric.map((write) => ({ text: write(partsOf(gregorian, time, 'numeric')), iso: isoOf(time) })),
        ...named.map((write) => ({ text: write(partsOf(hijri, lunar)), iso: isoOf(lunar) })),
      ];
    });
  });
  expect(cases).toHaveLength(digits.length * 8 * 14);
  expect(wrongOf(cases)).toEqual([]);
});

test('as the press prints them', () => {
  const month = (locale: string, time: number): string => partsOf(`${locale}-u-ca-gregory-nu-latn`, time).month;
  const numbers = (time: number, locale = 'ar-EG-u-ca-gregory-nu-latn'): Parts => partsOf(locale, time);
  const cases = Array.from({ length: 40 }).flatMap(() => {
    const [time, lunar] = [anyDay(), anyHijriDay()];
    const { weekday, day, year } = numbers(time);
    const iso = isoOf(time);
    const h = partsOf('ar-SA-u-ca-islamic-umalqura-nu-latn', lunar);
    const g = numbers(lunar);
    return [
      { text: `${day} ${month('ar-SY', time)}/${month('ar-EG', time)} ${year}`, iso },
      { text: `${day} ${month('ar-EG', time)} (${month('ar-LB', time)}) ${year}م`, iso },
      { text: `${weekday} ${day} ${month('ar-DZ', time)} ${year}`, iso },
      { text: `${weekday}، ${day} ${month('ar-MA', time)} ${year}`, iso },
      { text: `${weekday}, ${month('ar-EG', time)} ${day}, ${year}`, iso },
      { text: `نُشر في: ${day} ${month('ar-EG', time)} ${year} | آخر تحديث: 1 يناير 2050`, iso },
      { text: `${h.weekday} ${h.day} ${h.month} ${h.year} هـ - ${g.day} ${g.month} ${g.year} م`, iso: isoOf(lunar) },
      { text: `${h.day} ${h.month} ${h.year}هـ الموافق ${g.day} ${month('ar-IQ', lunar)} ${g.year}م`, iso: isoOf(lunar) },
    ];
  });
  expect(wrongOf(cases)).toEqual([]);
});
