// A text as long as a book: what is asked for is found and shown wherever it stands.
import { expect, test } from 'vitest';
import { matchTexts, soughtIn } from '#core/search/match.ts';
import { readQuery } from '#core/search/query/parse.ts';

const sought = (query: string) => soughtIn(readQuery(query, { exact: false, prefix: false }).query!, () => []);
const filler = 'قال مصدر مطلع إن الوفد وصل صباح اليوم '.repeat(12_000);

test.each([
  ['in one block', [`${filler}ثم ظهرت المخطوطة النادرة أخيرًا. ${filler}`]],
  ['in many blocks', [...filler.match(/.{1,4000}/gsu)!, 'ثم ظهرت المخطوطة النادرة أخيرًا.', filler]],
])('a word behind hundreds of thousands of letters is marked: %s', (_, blocks) => {
  const { snippet, places, match } = matchTexts('عنوان', blocks, sought('المخطوطة النادرة'));
  const marked = snippet.marks.map(([start, end]) => snippet.text.slice(start, end));
  expect(marked).toEqual(['المخطوطة', 'النادرة']);
  expect(match).toBe('exact');
  expect(places).toHaveLength(2);
});

test('a text cut into pieces loses no word and makes none', () => {
  const { places, snippet } = matchTexts('عنوان', [filler.slice(0, 49_000)], sought('الوفد'));
  expect(places).toHaveLength(filler.slice(0, 49_000).split('الوفد').length - 1);
  expect(snippet.text.endsWith(' …')).toBe(true);
});

test('letters without a space are cut where they must be', () => {
  const { places } = matchTexts('عنوان', [`${'ا'.repeat(100_000)} كتاب`], sought('كتاب'));
  expect(places).toHaveLength(1);
});
