// Levels asked for between Arabic letters alone are those of the whole paragraph.
import bidiFactory from 'bidi-js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { embeddingLevels } from '#core/typeset/bidi.ts';

const bidi = bidiFactory();
const whole = (text: string): number[] => [...bidi.getEmbeddingLevels(text, 'rtl').levels];

const parts = [
  ...'ابجح ـ\u064b\u0651،؛.:-+/%$13٢۴abD\u00a0\t#@«»"٪٫,=()[]<\u200c\u200f\u2067\u2069\u0301é\u05d0',
  '\u{1d400}',
  'كلمة ',
  ' word',
];
const texts = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 24 }).map((some) => some.join(''));

test('a stretch between two Arabic letters has the levels it has in its paragraph', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect([...embeddingLevels(text, 'rtl')]).toEqual(whole(text));
    }),
    { numRuns: 3000 },
  );
});

test('so has any text whose last letter is cut off', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 12 }), texts, (other, text) => {
      const mixed = text.slice(0, 4) + other + text.slice(4);
      expect([...embeddingLevels(mixed, 'rtl')]).toEqual(whole(mixed));
    }),
    { numRuns: 2000 },
  );
});
