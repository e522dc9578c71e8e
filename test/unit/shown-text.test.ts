// What is shown of a text, and where it stands in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf } from '#text/pieces.ts';
import { offsetInFull, offsetShown, withoutTashkeel } from '#text/tashkeel.ts';

const vowelled = fc
  .array(fc.constantFrom('م', 'ا', 'ُ', 'ّ', 'َ', ' ', 'ٰ', 'ل', 'ا\u0653', 'x'), { maxLength: 40 })
  .map((all) => all.join(''));

test('pieces join up to the whole, and each knows what covers it', () => {
  const stretch = fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.nat({ max: 25 }), fc.array(stretch, { maxLength: 5 }), (length, stretches) => {
      const pieces = piecesOf(length, stretches);
      expect(pieces.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, n) => start + n))).toEqual(
        Array.from({ length }, (_, n) => n),
      );
      for (const { start, end, of } of pieces)
        for (let at = start; at < end; at++)
          expect(of).toEqual(stretches.flatMap((one, n) => (one.start <= at && one.end > at ? [n] : [])));
    }),
  );
});

test('without its tashkeel a text keeps its letters, and every place leads back', () => {
  expect(withoutTashkeel('مُسْتَشَارُ قَائِدِ الثَّوْرَةِ')).toBe('مستشار قائد الثورة');
  expect(withoutTashkeel('ا\u0653ية')).toBe('ا\u0653ية');
  fc.assert(
    fc.property(vowelled, (text) => {
      const shown = withoutTashkeel(text);
      for (let at = 0; at <= shown.length; at++) {
        const full = offsetInFull(text, at);
        expect(withoutTashkeel(text.slice(0, full))).toBe(shown.slice(0, at));
        expect(offsetShown(text, full)).toBe(at);
      }
    }),
  );
});
