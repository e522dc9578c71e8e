// Text made bytes by way of UTF-16 is the text as any encoder makes it, however long, and one after another.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '#core/archive/json.ts';

const encoder = new TextEncoder();
/** Around the lengths at which another way is taken. */
const lengths = [0, 1, 999, 1000, 1001, 32_768, 33_000, 200_000, 524_288, 524_289];

test('texts of any length are what TextEncoder makes of them, and stay so when others follow', () => {
  const text = fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), fc.constantFrom(...lengths))
    .map(([unit, length]) => `${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}ى`.toWellFormed());
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const made = texts.map(encodeUtf8);
      for (const [at, one] of texts.entries()) expect(Buffer.compare(made[at]!, encoder.encode(one))).toBe(0);
    }),
    { numRuns: 100 },
  );
});
