import { expect, test } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { citationOf } from '#i18n/citation.ts';
import { directionOfText } from '#text/direction.ts';
import { fitOf, foldName } from '#text/fold-name.ts';

const item = {
  title: 'مؤتمر «الورّاقين»\n في "فاس"',
  source: 'الوقت',
  creators: [],
  dates: { published: { value: '2013-05-14', calendar: 'gregorian' as const } },
  files: [{ sha256: 'ab12'.repeat(16), bytes: 1, name: 'a', mediaType: 'text/plain', role: 'original' as const }],
};

test('a citation has the punctuation of its language, and the quotation marks close where the title ends', () => {
  expect(citationOf(item, defaultSettings)).toBe('«مؤتمر “الورّاقين” في “فاس”»، الوقت، ١٤ مايو ٢٠١٣، البصمة: ab12ab12ab12.');
  expect(citationOf({ ...item, title: 'Letters', creators: ['A. Writer'] }, { ...defaultSettings, language: 'en' })).toBe(
    'A. Writer, “Letters”, الوقت, 14 May 2013, SHA-256: ab12ab12ab12.',
  );
  expect(citationOf({ ...item, source: undefined, dates: {}, files: [], title: 'خبر' }, defaultSettings)).toBe('«خبر».');
});

test('what a reference says of volume, issue and pages is cited with it', () => {
  const reference = { type: 'JOUR', volume: '12', issue: '3', page: '45 - 67' };
  expect(citationOf({ ...item, title: 'خبر', reference }, defaultSettings)).toBe(
    '«خبر»، الوقت، المجلد ١٢، العدد ٣، ١٤ مايو ٢٠١٣، ص ٤٥–٦٧، البصمة: ab12ab12ab12.',
  );
  expect(citationOf({ ...item, title: 'Letters', reference }, { ...defaultSettings, language: 'en' })).toBe(
    '“Letters”, الوقت, vol. 12, no. 3, 14 May 2013, pp. 45–67, SHA-256: ab12ab12ab12.',
  );
  const one = { ...item, title: 'Letters', files: [], dates: {}, reference: { page: '٤٥', volume: 7 } };
  expect(citationOf(one, { ...defaultSettings, language: 'en' })).toBe('“Letters”, الوقت, p. 45.');
});

test('a title runs in the direction of most of its letters', () => {
  expect(directionOfText('Reuters: البنك المركزي يرفع الفائدة')).toBe('rtl');
  expect(directionOfText('The word ورّاق in English')).toBe('ltr');
  expect(directionOfText('2024-05-04')).toBe('auto');
});

test('commands are found by any spelling, by the beginnings of their words', () => {
  const fit = (name: string, typed: string) => fitOf(foldName(name), foldName(typed));
  expect(fit('الإعدادات', 'اعداد')).toBeDefined();
  expect(fit('إعادة تسمية', 'تسميه')).toBeDefined();
  expect(fit('دول/روسيا', 'روس')).toBeDefined();
  expect(fit('نقل إلى المحذوفات', 'محذوفات نقل')).toBeDefined();
  expect(fit('استيراد', 'تصدير')).toBeUndefined();
  expect(fit('استيراد', 'است')!).toBeLessThan(fit('لا استيراد', 'است')!);
});
