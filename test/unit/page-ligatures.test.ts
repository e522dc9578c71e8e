// Glyphs that stand for several letters: as a run is read, their letters are turned round with it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeTurned, withLigatures } from '../../src/core/capture/page-ligatures.ts';

const turned = (letters: string): string => [...letters].reverse().join('');
/** A line as its glyphs draw it, from the left. */
const drawn = (glyphs: readonly string[]): string[] => glyphs.toReversed();
const read = (glyphs: readonly string[]): string => turned(drawn(glyphs).join(''));

test('a line of glyphs comes back as it was written, whatever stands for what', () => {
  const glyph = fc.constantFrom('ا', 'ل', 'أ', 'م', 'ه', ' ', 'لا', 'لأ', 'لإ', 'لآ');
  fc.assert(
    fc.property(fc.array(fc.array(glyph, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 }), (lines) => {
      const runs = lines.map((line) => ({ text: read(line), isTurned: true }));
      expect(withLigatures(runs, lines.flatMap(drawn))).toEqual(lines.map((line) => line.join('')));
    }),
  );
});

test('words with both: the article before a hamza, and alef and lam that are just that', () => {
  const line = ['ا', 'لأ', 'م', 'ي', 'ر', ' ', 'ا', 'ل', 'ع', 'ا', 'ل', 'م', ' ', 'إ', 'ط', 'لا', 'ق'];
  const run = { text: read(line), isTurned: true };
  expect(run.text).toBe('األمير العالم إطالق');
  expect(mayBeTurned([run])).toBe(true);
  expect(withLigatures([run], drawn(line))).toEqual(['الأمير العالم إطلاق']);
});

test('where the page draws something else than was read, the text stays as it was read', () => {
  const runs = [{ text: 'األمير', isTurned: true }];
  for (const glyphs of [[], ['ر', 'ي'], ['ر', 'ي', 'م', 'لأ', 'لا']]) expect(withLigatures(runs, glyphs)).toEqual(['األمير']);
});
