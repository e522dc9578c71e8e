import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import { frequencyIn, vocabularyOf } from '../../src/core/arabic/vocabulary.ts';
import { type Meant, meantBy } from '../../src/core/search/meant.ts';
import { nearness } from '../../src/core/search/ranking/nearness.ts';
import { byRank, tierOf } from '../../src/core/search/ranking/tiers.ts';
import { clauseScore, idf } from '../../src/core/search/segments/bm25.ts';

const texts = ['تعزيز العلاقات', 'تعزيز التعاون', 'تعزيز', 'عبدالله', 'عبد الله', 'ظريف', 'الظريف'];
const folded = texts.flatMap((text) => [...new Set(tokenize(text).map((token) => token.folded))]);
const vocabulary = vocabularyOf(new Map(folded.map((term) => [term, folded.filter((other) => other === term).length])));
const idfOf = (term: string): number => idf(texts.length, frequencyIn(vocabulary, term));
const worths = ({ folded: own }: { folded: string }) => ({ own: idfOf(own), of: idfOf });
function meantIn(query: string): Meant[][] {
  const words = tokenize(query);
  return words.map((word, at) => meantBy(vocabulary, word, worths(word), words[at - 1], words[at + 1]));
}

describe('a word may mean', () => {
  test('another that is near, for less', () => {
    const [meant] = meantIn('تعزير');
    expect(meant).toContainEqual({ words: ['تعزيز'], weight: expect.any(Number), kind: 'fuzzy' });
    for (const { weight } of meant!) expect(weight).toBeLessThan(1);
  });

  test('one word with its neighbour, and two words itself', () => {
    expect(meantIn('عبد الله').map((meant) => meant.some(({ words }) => words[0] === 'عبدالله'))).toEqual([true, true]);
    expect(meantIn('عبدالله')[0]).toContainEqual({ words: ['عبد', 'الله'], weight: 0.5, kind: 'folded' });
  });

  test('a name, in Latin letters', () => expect(meantIn('Zarif')[0]!.map(({ words }) => words[0])).toContain('ظريف'));

  test('nothing, when it is unknown', () => expect(meantIn('قسطنطينية')[0]).toEqual([]));
});

test('nearness counts each pair of neighbours where it stands closest', () => {
  const at = (...words: number[]) => words.map((word, position) => ({ word, position }));
  expect(nearness(at(0, 1), [2, 2])).toBeGreaterThan(nearness(at(1, 0), [2, 2]));
  expect(
    nearness(
      [
        { word: 0, position: 0 },
        { word: 1, position: 3 },
      ],
      [2, 2],
    ),
  ).toBeLessThan(nearness(at(1, 0), [2, 2]));
  expect(nearness(at(0, 1, 0, 1), [2, 2])).toBe(nearness(at(0, 1), [2, 2]));
  expect(nearness(at(0, 2), [1, 1, 1])).toBe(0);
  expect(nearness([], [])).toBe(0);
});

test('BM25 rises with rarity, repetition and closeness', () => {
  expect(idf(100, 1)).toBeGreaterThan(idf(100, 50));
  expect(idf(100, 100)).toBeGreaterThan(0);
  const weights = { k1: 1.2, stem: 1, folded: 0.22, exact: 0.001 };
  const [once, twice] = [1, 2].map((times) => clauseScore(weights, times, 0, 0)) as [number, number];
  expect(twice).toBeGreaterThan(once);
  expect(twice).toBeLessThan(2 * once);
  expect(clauseScore(weights, 0, 1, 0)).toBeGreaterThan(once);
  expect(clauseScore(weights, 0, 0, 1)).toBeGreaterThan(clauseScore(weights, 0, 1, 0));
});

test('an article is as close as its loosest word', () => {
  expect(
    tierOf([
      ['exact', 'stem'],
      ['stem', 'fuzzy'],
    ]),
  ).toBe('stem');
  expect(tierOf([['exact'], []])).toBe('exact');
  const strict = [
    { score: 9, tier: 'stem' as const },
    { score: 1, tier: 'exact' as const },
  ];
  expect(strict.toSorted(byRank(1))[0]!.tier).toBe('exact');
  expect(strict.toSorted(byRank(2))[0]!.tier).toBe('stem');
});
