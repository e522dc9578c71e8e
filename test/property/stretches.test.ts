// Stretches of a long text are the text, none too long, and begin with a letter of their own.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchEnds } from '../../src/text/stretches.ts';

const stretches = (text: string): string[] =>
  stretchEnds(text, { long: 20_000, stretch: 4_000 }).map((end, n, ends) => text.slice(ends[n - 1] ?? 0, end));

test('put together they are the text', () => {
  const piece = fc.constantFrom('كلمة ', 'مَُّ', '😀', 'ا', 'a1', ' ', '\u200d', '\n');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 3000 }), (pieces, times) => {
      const text = pieces.join('').repeat(times);
      const found = stretches(text);
      expect(found.join('') === text).toBe(true);
      if (text.length <= 20_000) expect(found).toHaveLength(1);
      else for (const one of found) expect(one.length > 0 && one.length <= 8_000).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('no stretch begins with a mark or within a pair', () => {
  for (const text of ['مَّ'.repeat(20_000), '😀'.repeat(20_000), 'كلمة '.repeat(9_000)])
    for (const one of stretches(text)) expect(one).not.toMatch(/^[\p{M}\udc00-\udfff]/u);
});
