// Words set once for all their places are as they would be set with their whole paragraph.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { itemize } from '#core/typeset/itemize.ts';
import type { SetToken } from '#core/typeset/line.ts';
import { setText } from '#core/typeset/set-text.ts';
import { shapeTokens } from '#core/typeset/shape-tokens.ts';
import type { Shaper } from '#core/typeset/shape.types.ts';
import { shapedRun } from '#core/typeset/shaped-run.ts';

/** Every unit is half an em wide, and a space is one, whatever stands beside it. */
const shaper: Shaper = {
  unitsPerEm: 1000,
  shape: (text) => shapedRun([], 500 * text.length, true),
  space: () => shapedRun([], 500, true),
  stretchable: () => [],
  stretched: (text) => shapedRun([], 500 * text.length, true),
};
const style = { size: 10, language: 'ar', direction: 'rtl' } as const;

const told = ({ text, level, script, kind, breakAfter, link, width, shaping }: SetToken) => ({
  text,
  level,
  script,
  kind,
  breakAfter,
  link,
  width,
  before: shaping.before,
  after: shaping.after,
});

const arabic = ['كلمة', 'في', 'قَالَ', '«كلمة', 'كلمة»', 'كلمة،', 'كلمة.', 'كلمة؟!', '"كلمة"', 'اللّٰه', 'ـ', 'كلمة…'];
const signs = [...'.،:;-–—/%+"\'«»“”„‚¡¿•@#*&_|~=<>()[]{}\u00a0\u064b\u200c\u200d\u200e\u202b\u2067\u2069', '…', '--', '".', '%50', '$5'];
const others = [
  '2024',
  '٤',
  '1-2',
  '12/5',
  '3,5',
  '٣٫٥',
  '-5',
  '5-',
  '5%',
  'abc',
  'Inc.',
  'a-b',
  '(a)',
  '(a',
  'b)',
  'ا-ب',
  'و2',
  '2م',
  'Aب',
];
const strange = ['שלום', 'ש-', '中文', '😀', '\u{1f1f8}\u{1f1e6}', 'ﷺ', '\u0600', '\u06dd', 'é', '\u0301', '\u{10e60}', '\u2028', '\t', ''];
const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...arabic) },
  { weight: 2, arbitrary: fc.constantFrom(...signs) },
  { weight: 3, arbitrary: fc.constantFrom(...others) },
  { weight: 1, arbitrary: fc.constantFrom(...strange) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const texts = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));

test('levels, scripts, ends of lines and neighbours are those of the paragraph', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const whole = shapeTokens(itemize(text, 'rtl'), shaper, style);
      expect(setText(text, shaper, style).map(told)).toEqual(whole.map(told));
    }),
    { numRuns: 5000 },
  );
});
