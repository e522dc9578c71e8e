import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/contract/errors.ts';
import { tokenize } from '../../src/core/arabic/tokens.ts';
import type { Query } from '../../src/core/search/query/ast.ts';
import { parseQuery, readQuery } from '../../src/core/search/query/parse.ts';
import { printQuery } from '../../src/core/search/query/print.ts';

const words = [
  'كتاب',
  'قلمٌ',
  'و',
  'أو',
  'أَوْ',
  'ليس',
  'وليس',
  'AND',
  'OR',
  'NOT',
  'a',
  'ﷺ',
  '𐐨',
  'é',
  'ـ',
  '\u0301',
  '\u200f',
  '\u200c',
  '\ud800',
];
const signs = [...'"“«»\'’()|-=*~\\،,.؟ \n\u00a0', '~2', '~٥', '..', ' ', ' ', ' '];
const fields = ['title:', 'نص:', 'tag:', 'وسم: ', 'source:', 'date:', 'تاريخ:', 'has:', 'فيه:', 'has:date', 'date:2013', 'x:'];
const dates = ['2013', '٢٠١٣', '1434', 'رجب', 'هـ', ' م', 'م', '>', '<=', '-05', '/7', '14 ', 'كانون الثاني ', 'May ', '…', '–', '3'];
const pieces = [...words, ...signs, ...fields, ...dates];
const query = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((some) => some.join(''));
const anything = fc.oneof({ weight: 4, arbitrary: query }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) });
const options = fc.record({ exact: fc.boolean(), prefix: fc.boolean(), bare: fc.boolean() });

/** Without the places, which differ in a text that is written otherwise. */
const bare = (tree: Query | undefined): unknown =>
  JSON.parse(
    JSON.stringify(tree ?? null, (key, value: unknown) => (key === 'span' || key === 'start' || key === 'end' ? undefined : value)),
  );

describe('any text', () => {
  test('is read, and what is strict fails with a sentence alone', () => {
    fc.assert(
      fc.property(anything, options, (text, how) => {
        const { query: tree, problems } = readQuery(text, how);
        const within = ({ offset, length }: { offset: number; length: number }) =>
          offset >= 0 && length > 0 && offset + length <= text.length;
        expect(problems.every(({ params }) => within(params))).toBe(true);
        try {
          expect(bare(parseQuery(text, how))).toEqual(bare(tree));
        } catch (error) {
          if (!isFailure(error)) throw error;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('printed and read again is the same query, without a problem', () => {
    fc.assert(
      fc.property(anything, options, (text, how) => {
        const { query: tree } = readQuery(text, how);
        if (!tree) return;
        const printed = printQuery(tree);
        expect(bare(parseQuery(printed)), printed).toEqual(bare(tree));
      }),
      // A word that an invisible mark hides from a rule about its letters.
      { numRuns: 2000, examples: [['كتاب,ـ\u200fأو/7', { exact: false, prefix: false, bare: false }]] },
    );
  });

  test('its words stand where they say', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const walk = (tree: Query): void => {
          if (tree.kind === 'and' || tree.kind === 'or') {
            expect(tree.parts.length).toBeGreaterThan(1);
            for (const part of tree.parts) expect(part.kind).not.toBe(tree.kind);
            tree.parts.forEach(walk);
          } else if (tree.kind === 'not') {
            expect(tree.part.kind).not.toBe('not');
            walk(tree.part);
          } else {
            expect(tree.span.end).toBeGreaterThan(tree.span.start);
            if (tree.kind !== 'words') return;
            for (const word of tree.words) expect(text.slice(word.start, word.end)).toBe(word.text);
          }
        };
        const { query: tree } = readQuery(text);
        if (tree) walk(tree);
      }),
      { numRuns: 1000 },
    );
  });
});

test.each(['a ', 'a.', '* ', 'tag:a ', 'tag:a,', 'has:date ', 'date:2013|', '"a b" '])('of %j no more than 64 are read', (piece) => {
  const { query: tree, problems } = readQuery(piece.repeat(1000));
  const count = (one: Query): number =>
    one.kind === 'and' || one.kind === 'or'
      ? one.parts.reduce((sum, part) => sum + count(part), 0)
      : one.kind === 'words'
        ? one.words.length
        : 1;
  expect(count(tree!)).toBe(64);
  expect(problems.filter(({ code }) => code === 'search.too-long').length).toBe(1);
});

describe('a flood twice as long takes no more than four times the work', () => {
  const work = (text: string): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 3; i++) {
      const start = process.threadCpuUsage();
      readQuery(text, { prefix: true });
      const { user, system } = process.threadCpuUsage(start);
      least = Math.min(least, (user + system) / 1000);
    }
    return least;
  };
  const floods = [
    '(',
    ')',
    '(a ',
    '-',
    '- ',
    '"',
    '«',
    "'a ",
    "' ",
    '*',
    '~',
    '~1',
    'a~',
    '=',
    '\\',
    '|',
    ',',
    'title:',
    'title:a,',
    'tag:*',
    'tag:a,',
  ];
  const more = [
    'date:2013..',
    'date:<',
    'has:',
    'أو ',
    'a أو ',
    'NOT ',
    'a OR ',
    '\u200f',
    '\u064e',
    'ـ',
    'ا',
    '4',
    'رجب ',
    ' ',
    '؟ ',
    "a' ",
    '𐐨',
    ':',
  ];
  test.each([...floods, ...more])('%j', (piece) => {
    const flood = (size: number): string => piece.repeat(size / piece.length);
    expect(work(flood(100_000))).toBeLessThan(4 * work(flood(50_000)) + 20);
  });
});

test('the tokens of a word alone are those of the word in its text', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const { start, end, folded } of tokenize(text))
        expect(tokenize(text.slice(start, end)).map((one) => one.folded)).toEqual([folded]);
    }),
  );
});
