// UAX #14 held to LineBreakTest, every row; and what it means for Arabic.
import { expect, test } from 'vitest';
import { lineBreaks } from '#core/typeset/line-break.ts';
import { rowsOf, textOf } from '../support/unicode.ts';

const cut = (text: string): string => {
  const places = [0, ...lineBreaks(text).map(({ at }) => at), text.length];
  return places
    .slice(1)
    .map((end, at) => text.slice(places[at], end))
    .join('|');
};

test('LineBreakTest: no row differs', () => {
  const rows = rowsOf('LineBreakTest').map((row) => row.split('#')[0]!.trim());
  expect(rows.length).toBe(7654);
  const differing = rows.filter((row) => {
    const parts = row.replace(/^×\s*|\s*÷$/g, '').split(/\s*÷\s*/);
    return cut(textOf(parts.join(' ').replace(/\s*×\s*/g, ' '))) !== parts.map((part) => textOf(part.replace(/\s*×\s*/g, ' '))).join('|');
  });
  expect(differing).toEqual([]);
});

test('Arabic keeps its marks, signs and numbers', () => {
  expect(cut('قال: «نعم»، ثم مضى (وحده).')).toBe('قال: |«نعم»، |ثم |مضى |(وحده).');
  expect(cut('نحو ٤٥٪ أو ١٬٢٣٤٫٥ في 2024/05/04')).toBe('نحو |٤٥٪ |أو |١٬٢٣٤٫٥ |في |2024/05/04');
  expect(cut('قِفَا نَبْكِ')).toBe('قِفَا |نَبْكِ');
  expect(lineBreaks('سطر\nسطر')).toEqual([{ at: 4, required: true }]);
});
