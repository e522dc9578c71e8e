import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellingsOf } from '#text/look-alikes.ts';

test('names that look the same are told apart by the letters in which they differ', () => {
  expect(tellingsOf(['موحدين', 'موحدین'])).toEqual([[{ name: 'arabicYeh', letter: 'ي' }], [{ name: 'farsiYeh', letter: 'ی' }]]);
  expect(tellingsOf(['كتب', 'کتب'])).toEqual([[{ name: 'arabicKaf', letter: 'ك' }], [{ name: 'farsiKaf', letter: 'ک' }]]);
  expect(tellingsOf(['شؤون دولية', 'شؤون\u00a0دولية'])).toEqual([[{ name: 'space' }], [{ name: 'noBreakSpace' }]]);
  expect(tellingsOf(['نفط', 'نفط\u200f', 'نﻔط', 'أمن', 'ا\u0654من'])).toEqual([
    [],
    [{ name: 'hidden' }],
    [{ name: 'otherCodes' }],
    [],
    [{ name: 'otherCodes' }],
  ]);
});

test('the place counts, not how many of each there are', () => {
  const [first, second] = tellingsOf(['يمنی', 'یمني']);
  expect(first).toHaveLength(2);
  expect(second).toHaveLength(2);
});

test('where the eye tells them apart nothing is said', () => {
  expect(tellingsOf(['الثقافة', 'الثقافه', 'ثقافة'])).toEqual([[], [], []]);
});

test('of any two names that are other characters and one look, something is told of one of them', () => {
  const letters = fc.constantFrom(...'ييیىكکڪهھہە بن\u00a0\u200c\u200f');
  const names = fc.array(letters, { minLength: 1, maxLength: 6 }).map((all) => `م${all.join('')}م`);
  const alike = (name: string): string =>
    name
      .replaceAll(/[\u200c\u200f]/g, '')
      .replaceAll(/[یى]/g, 'ي')
      .replaceAll(/[کڪ]/g, 'ك')
      .replaceAll(/[ھہە]/g, 'ه')
      .replaceAll('\u00a0', ' ');
  fc.assert(
    fc.property(names, names, (a, b) => {
      fc.pre(a !== b);
      const tells = tellingsOf([a, b]).flat().length;
      // Two that differ in where a hidden character stands are both said to have one.
      expect(tells > 0).toBe(alike(a) === alike(b));
    }),
  );
});
