// The official tables, row by row: test/fixtures/hijri/README.md says where they come from.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gregorianOfCoptic } from '../../src/core/arabic/coptic-calendar.ts';
import { gregorianOfHijri, lengthOfHijriMonth } from '../../src/core/arabic/hijri-calendar.ts';

type Row = [[[number, number, number], [number, number, number]], number?];
const rowsOf = (name: string): Row[] =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/hijri', `${name}.json`), 'utf8')) as Row[];
const iso = ([year, month, day]: [number, number, number]): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('Umm al-Qura', () => {
  test.each([
    ['kfupm_comparison_calendar', 672],
    ['ummalqura_calendar_website', 840],
    ['ummalqura_newspaper_issues', 380],
  ])('%s', (name, count) => {
    const rows = rowsOf(name);
    expect(rows).toHaveLength(count);
    expect(rows.filter(([[hijri, common]]) => gregorianOfHijri(...hijri) !== iso(common))).toEqual([]);
  });

  test('agrees with Intl where Intl agrees with the official calendar, AH 1420–1450', () => {
    const intl = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', partsOf);
    sweep(intl, gregorianOfHijri, Date.UTC(1999, 3, 17), Date.UTC(2029, 4, 13));
  });
});

const partsOf = { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' } as const;

function sweep(intl: Intl.DateTimeFormat, read: typeof gregorianOfHijri, from: number, to: number, step = 1): void {
  for (let time = from; time < to; time += step * 86_400_000) {
    const part = Object.fromEntries(intl.formatToParts(time).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
    const day = new Date(time).toISOString().slice(0, 10);
    if (read(part['year']!, part['month']!, part['day']!) !== day) expect.fail(`${day}: ${JSON.stringify(part)}`);
  }
}

test('before the table the civil rule of thirty years', () => {
  sweep(new Intl.DateTimeFormat('en-u-ca-islamic-civil-nu-latn', partsOf), gregorianOfHijri, Date.UTC(700, 0, 1), Date.UTC(1924, 6, 1), 11);
});

test('the Coptic calendar', () => {
  sweep(new Intl.DateTimeFormat('en-u-ca-coptic-nu-latn', partsOf), gregorianOfCoptic, Date.UTC(1800, 0, 1), Date.UTC(2100, 0, 1), 5);
});

test('day after day without a gap from 1343 to 1500, and no day after the last of a month', () => {
  let expected = Date.UTC(1924, 7, 1);
  for (let year = 1343; year <= 1500; year++) {
    for (let month = 1; month <= 12; month++) {
      const length = lengthOfHijriMonth(year, month);
      for (let day = 1; day <= length; day++, expected += 86_400_000) {
        const found = gregorianOfHijri(year, month, day);
        if (found !== new Date(expected).toISOString().slice(0, 10)) expect.fail(`${year}-${month}-${day}: ${found}`);
      }
      expect(gregorianOfHijri(year, month, length + 1)).toBeUndefined();
    }
  }
});
