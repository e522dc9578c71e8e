import { describe, expect, test } from 'vitest';
import { findDate } from '../../src/core/arabic/dates.ts';
import { gregorianOfPersian } from '../../src/core/arabic/persian-calendar.ts';

describe('solar Hijri days', () => {
  test('agree with the calendar of ICU day for day, 1250 to 1470', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
    const last = Date.UTC(2091, 0, 1);
    for (let time = Date.UTC(1872, 0, 1); time < last; time += 86_400_000) {
      const parts = Object.fromEntries(icu.formatToParts(time).map((part) => [part.type, Number(part.value)]));
      const day = new Date(time).toISOString().slice(0, 10);
      if (gregorianOfPersian(parts.year!, parts.month!, parts.day!) !== day) expect.fail(`${day}: ${JSON.stringify(parts)}`);
    }
  });

  test.each([
    ['۲۹ بهمن ۱۳۹۸ - ۰۶:۵۵', '2020-02-18'],
    ['2 تير 1399', '2020-06-22'],
    ['۳۰ اسفند ۱۳۹۹', '2021-03-20'],
    ['۱ دی ۱۴۰۰', '2021-12-22'],
  ])('«%s»', (text, value) => expect(findDate(text)).toMatchObject({ value, calendar: 'persian' }));

  test.each(['۳۰ اسفند ۱۴۰۰', '31 مهر 1400', 'من 12 في 1995'])('«%s» is none', (text) => expect(findDate(text)).toBeUndefined());
});

test.each([
  ['٠٢:٠٠ الثلاثاء ١ / ١٢ / ٢٠٢٠', '2020-12-01'],
  ['الاحد 12 / 04 / 2020', '2020-04-12'],
])('slashes with spaces: «%s»', (text, value) => expect(findDate(text)).toMatchObject({ value, calendar: 'gregorian' }));
