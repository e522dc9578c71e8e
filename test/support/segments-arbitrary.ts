// Small documents and queries that meet often: few letters, folds and stems that join spellings, now and then two stems for one form.
import fc from 'fast-check';
import type { Words } from '#core/search/segments/gather.ts';
import type { Word } from '#core/search/segments/spellings.ts';
import { fields } from '#core/search/segments/postings.ts';
import type { PrefixClause, Query, WordClause } from '#core/search/segments/query.ts';
import { RowSet } from '#core/search/segments/row-set.ts';

export const word: fc.Arbitrary<Word> = fc
  .tuple(fc.string({ unit: fc.constantFrom('ا', 'أ', 'ب', 'é', 'x'), minLength: 1, maxLength: 3 }), fc.nat(9))
  .map(([exact, dice]) => {
    const folded = exact.replaceAll('أ', 'ا').replaceAll('é', 'e');
    return { exact, folded, stem: dice === 0 ? `${folded[0]!}2` : folded[0]! };
  });

export const words: fc.Arbitrary<Words> = fc.record({
  title: fc.array(word, { maxLength: 4 }),
  body: fc.array(word, { maxLength: 14 }),
  notes: fc.array(word, { maxLength: 2 }),
});

const scope = {
  fields: fc.option(fc.subarray([...fields], { minLength: 1 }), { nil: undefined }),
  weight: fc.constantFrom(undefined, 1, 2),
};
const maybe = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

const wordClause: fc.Arbitrary<WordClause> = fc
  .record({ word, layer: fc.constantFrom(undefined, 'stem', 'folded', 'exact' as const), ...scope })
  .map(({ word: one, ...rest }) => maybe({ op: 'word' as const, ...one, ...rest }) as WordClause);
const prefixClause: fc.Arbitrary<PrefixClause> = fc
  .record({ word, length: fc.integer({ min: 1, max: 2 }), ...scope })
  .map(
    ({ word: { folded }, length, ...rest }) => maybe({ op: 'prefix' as const, folded: folded.slice(0, length), ...rest }) as PrefixClause,
  );
const oneWord = fc.oneof({ weight: 3, arbitrary: wordClause }, { weight: 1, arbitrary: prefixClause });
const several = fc.array(oneWord, { minLength: 1, maxLength: 3 });

export const query: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => {
  const of = fc.array(tie('query'), { minLength: 1, maxLength: 3 });
  return {
    query: fc.oneof(
      { depthSize: 'small' },
      oneWord as fc.Arbitrary<Query>,
      fc.record({ op: fc.constant('phrase' as const), words: several }),
      fc.record({ op: fc.constant('near' as const), words: several, distance: fc.nat(3), ordered: fc.boolean() }),
      fc.record({ op: fc.constantFrom('and' as const, 'or' as const, 'best' as const), of }),
      fc.record({ op: fc.constant('not' as const), of: tie('query') }),
      fc.record({ op: fc.constant('rows' as const), rows: fc.array(fc.nat(40)).map((rows) => RowSet.from(rows)) }),
      fc.constant({ op: 'all' as const }),
    ),
  };
}).query;
