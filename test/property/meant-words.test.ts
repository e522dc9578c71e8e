import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { otherLayout } from '../../src/core/arabic/keyboard.ts';
import { arabicNames } from '../../src/core/arabic/latin-names.ts';
import { nearWords } from '../../src/core/arabic/near-words.ts';
import { termsWithin } from '../../src/core/arabic/terms-within.ts';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import { frequencyIn, termAt, vocabularyOf } from '../../src/core/arabic/vocabulary.ts';
import { meantBy } from '../../src/core/search/meant.ts';
import { didYouMean, inOtherLayout } from '../../src/core/search/ranking/did-you-mean.ts';
import { idf } from '../../src/core/search/segments/bm25.ts';

const word = fc.string({ unit: fc.constantFrom(...'ابتلمي'), minLength: 1, maxLength: 6 });
const anyWord = fc.oneof(word, fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }));
const words = fc.uniqueArray(anyWord, { maxLength: 60 });
const vocabulary = (terms: readonly string[]) => vocabularyOf(new Map(terms.map((term, at) => [term, at + 1])));

/** Optimal string alignment, as it is written in books. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}

describe('any vocabulary', () => {
  test('holds what was put in, in order', () => {
    fc.assert(
      fc.property(words, (terms) => {
        const made = vocabulary(terms);
        expect(Array.from({ length: made.size }, (_, at) => termAt(made, at))).toEqual(terms.toSorted());
        for (const [at, term] of terms.entries()) expect(frequencyIn(made, term)).toBe(at + 1);
      }),
    );
  });

  test('what is some slips away is exactly what a comparison with every term finds', () => {
    fc.assert(
      fc.property(words, word, fc.integer({ min: 0, max: 2 }), (terms, wanted, slips) => {
        const made = vocabulary(terms);
        const found = termsWithin(made, wanted, slips).map((at) => termAt(made, at));
        expect(found).toEqual(terms.toSorted().filter((term) => distance(wanted, term) <= slips));
      }),
      { numRuns: 1000 },
    );
  });
});

test('whatever is asked, nothing fails', () => {
  const query = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 40 }),
    fc.array(word).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(words, query, (terms, text) => {
      const made = vocabulary(terms);
      const tokens = tokenize(text);
      const worths = { own: 3, of: (term: string) => idf(1000, frequencyIn(made, term)) };
      for (const [at, token] of tokens.entries()) {
        for (const { weight } of meantBy(made, token, worths, tokens[at - 1], tokens[at + 1])) {
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(1);
        }
      }
      for (const { likelihood } of nearWords(made, text)) expect(likelihood).toBeLessThanOrEqual(1);
      arabicNames(made, text);
      didYouMean(made, text);
      inOtherLayout(made, text);
      expect(otherLayout(text).isWellFormed() || !text.isWellFormed()).toBe(true);
    }),
  );
});
