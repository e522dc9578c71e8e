import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aligned, type Line } from '#text/aligned.ts';

const word = fc.constantFrom('خبر', 'عن', 'سفر', 'بعيد،', 'ثم', 'عاد', 'الوَفد', '٢٠٢٤', '«قال»');
const text = fc
  .array(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    { maxLength: 6 },
  )
  .map((lines) => lines.join('\n'));
const bare = (one: string): string => one.replaceAll(/\s+/gu, '');
const side = (lines: readonly Line[], which: 'a' | 'b'): string =>
  bare(lines.flatMap((line) => line[which].map(({ lead, text: words }) => lead + words)).join(''));

test('each side is its text, and what is told to be the same is the same', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      const lines = aligned(a, b);
      expect(side(lines, 'a')).toBe(bare(a));
      expect(side(lines, 'b')).toBe(bare(b));
      for (const line of lines) {
        if (line.same) expect(side([line], 'a')).toBe(side([line], 'b'));
        expect(line.a.every(({ op }) => op !== 'new')).toBe(true);
        expect(line.b.every(({ op }) => op !== 'gone')).toBe(true);
      }
      expect(aligned(a, a).every((line) => line.same)).toBe(true);
    }),
  );
});

test('lines that both have stand beside each other', () => {
  const lines = aligned('أول السطور\nسطر قديم هنا\nآخر السطور', 'أول السطور\nسطر جديد هنا\nآخر السطور');
  expect(lines.map(({ same }) => same)).toEqual([true, false, true]);
  expect(lines[1]!.a.find(({ op }) => op === 'gone')?.text).toBe('قديم');
  expect(lines[1]!.b.find(({ op }) => op === 'new')?.text).toBe('جديد');
});
