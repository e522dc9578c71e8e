// What is told by letters alone never says no to a word that the analyzer takes for what is looked for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayBeOneOf, stretchesOfStem, stretchOfWord } from '#core/arabic/candidates.ts';
import { brokenPlurals } from '#core/arabic/broken-plurals.ts';
import { eachWord } from '#core/arabic/spans.ts';
import { formsOf, tokenize } from '#core/arabic/tokens.ts';

const letters = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآىةؤئءـًَّٔکیگ٣3aÉ\u200c\u200fﻻ'];
const affixed = fc
  .tuple(
    fc.constantFrom('', 'ال', 'و', 'وال', 'ب', 'لل', 'ف'),
    fc.oneof(
      fc.constantFrom(...brokenPlurals(), 'كتاب', 'مسؤول', 'مسئول', 'مدرسة', 'سيارة'),
      fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }),
    ),
    fc.constantFrom('', 'ها', 'هم', 'ات', 'ين', 'ه', 'تهم', 'ا', 'ي'),
  )
  .map((parts) => parts.join(''));

test('a word is a candidate for its own forms', () => {
  fc.assert(
    fc.property(affixed, (word) => {
      for (const { folded, stem } of formsOf(word)) {
        const maybe = mayBeOneOf([...stretchesOfStem(stem)])!;
        const same = mayBeOneOf([stretchOfWord(folded)])!;
        const verdicts: boolean[] = [];
        eachWord(word, (start, end, units) => void verdicts.push(maybe(start, end, units) && same(start, end, units)));
        if (formsOf(word).length === 1) expect(verdicts).toContain(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('words keep their places, and those that match their forms', () => {
  fc.assert(
    fc.property(fc.array(affixed, { maxLength: 30 }), affixed, (words, sought) => {
      const text = words.join(' ');
      const [asked] = formsOf(sought);
      if (!asked) return;
      const maybe = mayBeOneOf([stretchOfWord(asked.folded), ...stretchesOfStem(asked.stem)]);
      const [some, all] = [tokenize(text, maybe), tokenize(text)];
      expect(some.map(({ start, end }) => [start, end])).toEqual(all.map(({ start, end }) => [start, end]));
      for (const [at, token] of all.entries())
        if (token.folded === asked.folded || token.stem === asked.stem) expect(some[at]).toEqual(token);
    }),
    { numRuns: 2000 },
  );
});
