// Glyphs and places of every shipped face equal what HarfBuzz makes of the whole text: layout shapes word by word.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import shipped from '../../resources/fonts.json' with { type: 'json' };
import { loadFaces } from '#core/export/faces/load-faces.ts';
import { readTrueType } from '#core/export/pdf/true-type.ts';
import { seeded } from '../support/seeded.ts';
import { shapesOf, unlike } from '../support/whole-shaping.ts';

const pairs = readFileSync('test/fixtures/snowball-arabic/pairs.tsv', 'utf8');
const seed = readFileSync('test/fixtures/seed/page.txt', 'utf8');
const words = [...new Set(`${pairs} ${seed}`.match(/[\u0621-\u0652]+/g))];

/** Sentences of real words with vowels put on at random. */
function vowelled(count: number): string[] {
  const chance = seeded(14);
  const vowel = (): string => chance.pick(['\u064e', '\u064f', '\u0650', '\u0652', '\u0651\u064e', '\u0651\u0650']);
  const word = (): string =>
    [...chance.pick(words)].map((letter, at) => (at > 0 && /[اىآ]/.test(letter) ? letter : letter + vowel())).join('');
  return Array.from({ length: count }, () => Array.from({ length: 12 }, word).join(' '));
}

describe.each(shipped.faces.map(({ id }) => id))('%s', (id) => {
  test.each(['regular', 'bold'] as const)('%s', async (weight) => {
    const { [weight]: bytes } = await loadFaces(id);
    const shapes = shapesOf(bytes, readTrueType(bytes).unitsPerEm);
    expect(words.length).toBeGreaterThan(3000);
    expect(unlike(shapes, words)).toEqual([]);
    expect(unlike(shapes, vowelled(200))).toEqual([]);
    expect(
      unlike(
        shapes,
        seed
          .split('\n')
          .flatMap((line) => line.match(/[\u0621-\u0652 ]{30,}/g) ?? [])
          .map((line) => line.trim().replace(/ +/g, ' ')),
      ),
    ).toEqual([]);
  });
});
