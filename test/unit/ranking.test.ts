import { describe, expect, test } from 'vitest';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import { vocabularyOf } from '../../src/core/arabic/vocabulary.ts';
import { idf, saturation } from '../../src/core/search/ranking/bm25.ts';
import { nearness } from '../../src/core/search/ranking/nearness.ts';
import { type IndexCounts, planWords } from '../../src/core/search/ranking/plan.ts';
import { byRank, tierOf } from '../../src/core/search/ranking/tiers.ts';

const texts = ['تعزيز العلاقات', 'تعزيز التعاون', 'تعزيز', 'عبدالله', 'عبد الله', 'ظريف', 'الظريف'];
const frequency: IndexCounts['frequency'] = (layer, term) =>
  texts.filter((text) => tokenize(text).some((token) => token[layer] === term)).length;
const folded = new Set(texts.flatMap((text) => tokenize(text).map((token) => token.folded)));
const counts: IndexCounts = {
  articles: texts.length,
  frequency,
  vocabulary: vocabularyOf(new Map([...folded].map((term) => [term, frequency('folded', term)]))),
};
const plan = (query: string) => planWords(tokenize(query), counts);

describe('a plan', () => {
  test('weighs a stem over the spelling', () => {
    const [word] = plan('الظريف');
    expect(word!.terms.map(({ layer, kind }) => [layer, kind])).toEqual([
      ['exact', 'exact'],
      ['folded', 'folded'],
      ['stem', 'stem'],
    ]);
    const [exact, own, stem] = word!.terms.map((term) => term.weight);
    expect(stem).toBeGreaterThan(own!);
    expect(own).toBeGreaterThan(exact!);
  });

  test('adds what was perhaps meant, for less', () => {
    const [word] = plan('تعزير');
    expect(word!.terms.map(({ term, kind }) => [term, kind])).toContainEqual(['تعزيز', 'fuzzy']);
  });

  test('looks for neighbours as one word, and for one word as neighbours', () => {
    expect(plan('عبد الله').map((word) => word.terms.some((term) => term.term === 'عبدالله'))).toEqual([true, true]);
    expect(plan('عبدالله')[0]!.pairs.map((pair) => pair.terms)).toEqual([['عبد', 'الله']]);
  });

  test('reads Latin letters as a name', () => {
    expect(plan('Zarif')[0]!.terms.map((term) => term.term)).toContain('ظريف');
  });

  test('of unknown words is empty', () => expect(plan('قسطنطينية')[0]).toMatchObject({ terms: [], pairs: [], worth: 0 }));
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

test('BM25 rises with rarity and repetition, and falls with length', () => {
  expect(idf(1, 100)).toBeGreaterThan(idf(50, 100));
  expect(idf(100, 100)).toBeGreaterThan(0);
  expect(saturation(2, 100, 100)).toBeGreaterThan(saturation(1, 100, 100));
  expect(saturation(1, 200, 100)).toBeLessThan(saturation(1, 100, 100));
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
