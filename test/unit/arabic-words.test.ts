import { describe, expect, test } from 'vitest';
import { findDate } from '../../src/core/arabic/dates.ts';
import { foldWord } from '../../src/core/arabic/fold.ts';
import { stemWord } from '../../src/core/arabic/stem.ts';
import { tokenize } from '../../src/core/arabic/tokens.ts';

const folded = (text: string): string[] => tokenize(text).map((token) => token.folded);

describe('words', () => {
  test('a word ends before the controls that follow it', () => {
    const text = 'كتاب\u200f\u200e، ب\u200cت';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['كتاب', 'ب\u200cت']);
  });

  test('a flood of controls inside a word hides neither end of it', () => {
    const text = `ا${'\u200f'.repeat(3000)}ب`;
    expect(tokenize(text)).toMatchObject([{ start: 0, end: text.length, folded: 'اب' }]);
  });

  test('a term is cut between characters', () => {
    const [token] = tokenize(`a${'𐐨'.repeat(64)}`);
    expect(token!.exact.isWellFormed()).toBe(true);
    expect(token!.exact.length).toBe(63);
    const [long] = tokenize(`a${'\u202b'.repeat(1000)}${'𐐨'.repeat(64)}`);
    expect(long!.folded).toBe(token!.folded);
  });

  test('a term holds no space, whatever letter stood for it', () => {
    expect(folded('ﷺ ﷲ')).toEqual(['صلياللهعليهوسلم', 'الله']);
  });

  test.each([
    ['ۀ', 'ه'],
    ['خانۀ', 'خانه'],
    ['إِسْلَامِيَّة', 'اسلاميه'],
    ['ﻻ', 'لا'],
    ['آ', 'ا'],
    ['٢٠٢٤', '2024'],
    ['Café', 'cafe'],
  ])('%s is folded to %s', (word, form) => expect(foldWord(word)).toBe(form));
});

describe('light10', () => {
  test.each([
    ['والي', 'ال'], // و leaves three letters, the article would leave one, ي leaves two
    ['والد', 'الد'],
    ['والكتاب', 'كتاب'],
    ['وللبيت', 'بيت'],
    ['وعد', 'وعد'], // و would leave two
    ['الم', 'الم'], // the article would leave one
    ['البر', 'بر'],
    ['كتابها', 'كتاب'],
    ['له', 'له'],
    ['مكتبات', 'مكتب'],
    ['warraq', 'warraq'],
  ])('%s → %s', (word, stem) => expect(stemWord(word)).toBe(stem));
});

describe('dates', () => {
  test.each([
    ['السبت, مايو 4, 2024', '2024-05-04'],
    ['الجمعة 8 فيفري 2019', '2019-02-08'],
    ['٤ تشرين الثاني ٢٠٢٤', '2024-11-04'],
    ['4 May 2024', '2024-05-04'],
    ['2024/05/04', '2024-05-04'],
    ['31 فبراير 2024', undefined],
    ['4 شوال 1445', '2024-04-13'],
    [`${'كلمة '.repeat(100)}4 مايو 2024`, undefined],
  ])('%s', (text, day) => expect(findDate(text)?.value).toBe(day));
});
