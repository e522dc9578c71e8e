import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorMessage } from '#i18n/message.ts';
import { findDate } from '../../src/core/arabic/dates.ts';
import { dayBefore, findRelativeDate } from '../../src/core/arabic/relative-dates.ts';
import { findUncertainDate } from '../../src/core/arabic/uncertain-dates.ts';
import { editItem } from '../../src/core/catalog/edit.ts';
import { capture } from '../../src/core/capture/capture.ts';
import { statedDate } from '../../src/core/capture/finish.ts';
import { newItem } from '../../src/core/capture/to-item.ts';

describe('days', () => {
  test.each([
    ['15 جانفي 2019', '2019-01-15', 'gregorian'],
    ['10 نيسان/أبريل 1986', '1986-04-10', 'gregorian'],
    ['26 أبريل (نيسان) 2018م', '2018-04-26', 'gregorian'],
    ['٣ غشت ٢٠٢٠', '2020-08-03', 'gregorian'],
    ['٦ شتمبر ٢٠٠٥', '2005-09-06', 'gregorian'],
    ['1 الفاتح 1989', '1989-09-01', 'gregorian'],
    ['le 3 février 2011', '2011-02-03', 'gregorian'],
    ['٢٢‏/١‏/١٩٥٩ م', '1959-01-22', 'gregorian'],
    ['12/25/2020', '2020-12-25', 'gregorian'],
    ['الجمعة ٤ محرم ١٤٤٠ هـ', '2018-09-14', 'islamic-umalqura'],
    ['6 شهر رمضان المبارك 1430', '2009-08-27', 'islamic-umalqura'],
    ['1 محرم 1400هـ', '1979-11-20', 'islamic-umalqura'],
    ['غرة رمضان 1437هـ', '2016-06-06', 'islamic-umalqura'],
    ['الأول من رمضان 1437', '2016-06-06', 'islamic-umalqura'],
    ['فاتح غشت 2012', '2012-08-01', 'gregorian'],
    ['في الأول من كانون الأول 2016', '2016-12-01', 'gregorian'],
    ['15مارس2016', '2016-03-15', 'gregorian'],
    ['12/03/1445 هـ', '2023-09-27', 'islamic-umalqura'],
    ['1445/03/12', '2023-09-27', 'islamic-umalqura'],
    ['12 محرم 1330 هـ', '1912-01-02~', 'islamic-civil'],
    ['۱۳۹۹/۰۴/۰۲', '2020-06-22', 'persian'],
    ['5 طوبة 1740', '2024-01-14', 'coptic'],
    ['الجمعة 10 رمضان 1423 هـ - 15 نوفمبر 2002 م', '2002-11-15', 'gregorian'],
    ['5 محرم 1445 الموافق 23 يوليو 2023', '2023-07-23', 'gregorian'],
    ['12/03/1445 H.', '2023-09-27', 'islamic-umalqura'],
    ['12/3/1398 ه.ش', '2019-06-02', 'persian'],
    ['1398/3/12 هـ ش', '2019-06-02', 'persian'],
    ['15 مهر 1398 هـ.ش', '2019-10-07', 'persian'],
    ['5 طوبة 1740 ش', '2024-01-14', 'coptic'],
  ])('%s', (text, value, calendar) => {
    const found = findDate(text)!;
    expect(found).toMatchObject({ value, calendar });
    expect(text.slice(found.start, found.end)).toBe(found.stated);
  });

  test('the words of both calendars are kept when both say the day', () => {
    const text = '5 محرم 1445 الموافق 23 يوليو 2023';
    expect(findDate(`نشر في ${text}`)?.stated).toBe(text);
    expect(findDate('نُشر في: 24 سبتمبر 1963 | آخر تحديث: 25 سبتمبر 1963')?.stated).toBe('24 سبتمبر 1963');
  });

  test.each([
    'كانون الأول/ديسمبر 2016',
    'تشرين الأول 2016',
    '15 رمضان 2020',
    '5 شباط 1445 هـ',
    '1399/04/02',
    '31 محرم 1445',
    '32/13/2020',
    'الآية 12-4-99',
  ])('«%s» is none', (text) => expect(findDate(text)).toBeUndefined());

  test('every locale of Intl in three calendars', () => {
    const regions = 'AE BH DZ EG IL IQ JO KM KW LB LY MA MR OM QA SA SD SY TD TN YE'.split(' ');
    const styles = [{ dateStyle: 'full' }, { dateStyle: 'long' }] as const;
    let read = 0;
    for (const region of regions)
      for (const calendar of ['gregory', 'islamic-umalqura', 'coptic'])
        for (const digits of ['latn', 'arab', 'arabext'])
          for (const style of styles)
            for (let month = 0; month < 14; month++) {
              const date = new Date(Date.UTC(2019, month, 3 + month * 2));
              const locale = `ar-${region}-u-ca-${calendar}-nu-${digits}`;
              const text = new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }).format(date);
              if (findDate(text)?.value !== date.toISOString().slice(0, 10)) expect.fail(`${locale}: ${text} → ${findDate(text)?.value}`);
              read++;
            }
    expect(read).toBe(21 * 3 * 3 * 2 * 14);
  });

  test('floods end soon', () => {
    const started = process.cpuUsage();
    for (const part of [' ', '1', 'ا', '1 ', 'ا ', '1/', 'تشرين ', '5 تشرين ', '\u200f', 'الجمعة '])
      for (const find of [findDate, findUncertainDate, findRelativeDate]) find(part.repeat(1_000_000));
    // Processor time, in microseconds: one flood without end takes minutes.
    expect(process.cpuUsage(started).user).toBeLessThan(10e6);
  });
});

describe('less than a day is EDTF', () => {
  test.each([
    ['مايو 2016', '2016-05'],
    ['كانون الثاني/يناير 2015', '2015-01'],
    ['رمضان 1445', '2024-03-11/2024-04-09'],
    ['بهمن ۱۳۹۸', '2020-01-21/2020-02-19'],
    ['1348هـ', '1929-06-08/1930-05-27'],
    ['سنة 1330 هـ', '1911-12-22~/1912-12-10~'],
    ['حوالي عام 1930', '1930~'],
    ['حوالي 1930؟', '1930%'],
    ['حوالي 5 مايو 1930', '1930-05-05~'],
    ['5 مايو 1930 (؟)', '1930-05-05?'],
    ['بين عامي 1930 و1935', '1930/1935'],
    ['صيف 1967', '1967-22'],
    ['ربيع الأول 1445', '2023-09-16/2023-10-15'],
    ['ثلاثينيات القرن العشرين', '193X'],
    ['القرن التاسع عشر', '18XX'],
    ['قبل عام 1930', '../1930'],
    ['بعد 1948', '1948/..'],
    ['1398-1399 ش', '2019-03-21/2021-03-20'],
    ['1425-1426هـ', '2004-02-21/2006-01-30'],
    ['سنة 1380 للهجرة', '1960-06-25/1961-06-13'],
    ['1740 قبطية', '2023-09-12/2024-09-10'],
    ['1425هـ (2004م', '2004'],
    ['2004م/1425هـ', '2004'],
    ['AH 1380/1960', '1960'],
    ['حوالي 1380 هـ.ق', '1960-06-25~/1961-06-13~'],
  ])('%s', (text, value) => {
    const found = findUncertainDate(text)!;
    expect(found.value).toBe(value);
    expect(text.slice(found.start, found.end)).toBe(found.stated);
  });

  test.each(['عام 1400', 'سنة 1700 ق.م', 'سنة 1700 قبل الميلاد', '1900 ش', 'هاتف 5555', 'القرن الهجري', 'قال'])('«%s» is none', (text) =>
    expect(findUncertainDate(text)).toBeUndefined(),
  );
});

describe('what a person sets', () => {
  const [article] = capture({ bytes: new TextEncoder().encode('عنوان\nنص'), path: 'a.txt' });
  const file = { sha256: '0'.repeat(64), bytes: 1, name: 'a.txt', mediaType: 'text/plain', role: 'original' as const };
  const item = newItem(article!, { id: 'x', capturedAt: new Date(0), files: [file], tags: [], collections: [] });
  const set = (value: string) => editItem(item, { set: { 'dates.event': [value] }, unset: [] }).dates.event?.value;
  const refused = (code: string): unknown => expect.objectContaining({ code });

  test.each(['1930', '1930-05', '1967-22', '1930-05-05~', '193X', '18XX?', '1930/1935', '../1930', '1948/..', '1911-12-22~/1912-12-10~'])(
    '%s is EDTF, and stays',
    (value) => expect(set(value)).toBe(value),
  );

  test.each([
    ['مايو 2024', '2024-05'],
    ['٤ محرم ١٤٤٥', '2023-07-22'],
    ['12/3/2024', '2024-03-12'],
    ['١٢\u200f/٣\u200f/٢٠٢٤', '2024-03-12'],
    ['٢٠٢٤/٥/٤', '2024-05-04'],
    ['٢٠٢٤/٥', '2024-05'],
    ['حوالي 1930', '1930~'],
    ['١٤٤٥ هـ', '2023-07-19/2024-07-06'],
  ])('%s', (text, value) => expect(set(text)).toBe(value));

  test.each([
    '30',
    '1930-25',
    'أمس',
    '/',
    '..',
    '31/2/2024',
    '2024-13-12',
    '1425-02-29?',
    '٣١ محرم ١٤٤٥',
    '١٤٤٥',
    '12/3/24',
    'نُشر في مايو 2024',
  ])('«%s» is refused', (value) => expect(() => set(value)).toThrow(refused('item.bad-date')));

  test('a day that the calendar has not is none, alone, doubted or at an end', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const day = fc.record({ year: fc.integer({ min: 1000, max: 2200 }), month: fc.nat(15), day: fc.nat(40), shape: fc.nat(2) });
    fc.assert(
      fc.property(day, ({ year, month, day, shape }) => {
        const at = new Date(Date.UTC(year, month - 1, day));
        const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && month > 0;
        const plain = `${year}-${two(month)}-${two(day)}`;
        const value = [plain, `${plain}?`, `${plain}/..`][shape]!;
        if (isDay) expect(set(value)).toBe(value);
        else expect(() => set(value)).toThrow(refused('item.bad-date'));
        // What is taken in is never such a day either.
        if (isDay || year >= 1600) expect(statedDate(plain)?.value).toBe(isDay ? plain : String(year));
      }),
      { numRuns: 300 },
    );
  });

  test('a language is a tag of BCP 47 by its syntax, or called by its name', () => {
    const language = (value: string) => editItem(item, { set: { language: [value] }, unset: [] }).language;
    for (const tag of ['fa', 'ar-EG', 'zh-cmn-Hans-CN', 'sl-rozaj-biske', 'de-1996', 'en-a-bbb-x-a', 'x-mine', 'i-klingon', 'es-419'])
      expect(language(tag)).toBe(tag);
    for (const [name, tag] of Object.entries({
      عربي: 'ar',
      'اللغة العربية': 'ar',
      فارسية: 'fa',
      أردو: 'ur',
      الإنجليزية: 'en',
      Arabic: 'ar',
      french: 'fr',
    }))
      expect(language(name)).toBe(tag);
    for (const none of ['قفطان', 'ar_EG', 'a', 'ar-', 'en GB', 'abcdefghi', 'en-a', 'x-'])
      expect(() => language(none)).toThrow(refused('item.bad-language'));
  });

  test('a refusal calls the field as the form does', () => {
    const params = { field: 'dates.published', value: '31/2/2024' };
    for (const [told, label] of [
      [errorMessage('item.bad-date', params, 'ar'), 'تاريخ النشر'],
      [errorMessage('item.bad-date', params, 'en'), 'Published'],
      [errorMessage('item.bad-value', params, 'en'), 'Published'],
    ]) {
      expect(told).toContain(label);
      expect(told).not.toContain('dates.');
    }
  });
});

describe('counted back from the capture', () => {
  const captured = new Date('2026-03-01T01:30:00Z');
  test.each([
    ['أمس', '2026-02-28'],
    ['اليوم', '2026-03-01'],
    ['أول أمس', '2026-02-27'],
    ['منذ ساعتين', '2026-02-28'],
    ['منذ ساعتين فقط', '2026-02-28'],
    ['قبل ٣ أيام', '2026-02-26'],
    ['منذ ثلاثة أسابيع', '2026-02-08'],
    ['منذ شهرين', '2026-01'],
    ['قبل 4 سنوات', '2022'],
    ['2 ساعت پیش', '2026-02-28'],
    ['3 days ago', '2026-02-26'],
  ])('%s', (text, day) => expect(dayBefore(captured, findRelativeDate(text)!.duration)).toBe(day));

  test.each(['منذ عام 2011', 'من قبل الناس', 'بعد يومين'])('«%s» is none', (text) => expect(findRelativeDate(text)).toBeUndefined());

  test('the item has the day, and the words', () => {
    const text = `عنوان المقال\nتاريخ النشر: منذ 3 أيام\n${'كلمة من المقال '.repeat(20)}.`;
    const [article] = capture({ bytes: new TextEncoder().encode(text), path: 'a.txt' });
    const file = { sha256: '0'.repeat(64), bytes: 1, name: 'a.txt', mediaType: 'text/plain', role: 'original' as const };
    const item = newItem(article!, { id: 'x', capturedAt: captured, files: [file], tags: [], collections: [] });
    expect(item.dates.published).toMatchObject({ value: '2026-02-26', stated: 'منذ 3 أيام' });
  });
});
