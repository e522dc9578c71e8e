// A title whose match has no room begins nearer to it, at a word.
import { expect, test } from 'vitest';
import { titleBegin } from '#renderer/library/title-begin.ts';

const measure = (text: string): number => text.length * 7;
const title = 'مصادر مطلعة في العاصمة تكشف تفاصيل جديدة عن لقاء جمع قادة من الحوثيين بوفد أممي';
const at = title.indexOf('الحوثيين');
const mark = [at, at + 'الحوثيين'.length] as const;

test('all of it is shown where the match has room', () => {
  expect(titleBegin(title, mark, 7 * title.length, measure)).toBe(0);
  expect(titleBegin(title, [0, 5], 40, measure)).toBe(0);
});

test('else the words before the match go that have no room, and some of what follows is seen', () => {
  const begin = titleBegin(title, mark, 7 * 40, measure);
  expect(title.slice(begin)).toMatch(/^\S/u);
  expect(title[begin - 1]).toBe(' ');
  expect(begin).toBeLessThanOrEqual(at);
  expect(measure(`… ${title.slice(begin, mark[1])}`)).toBeLessThan(7 * 40);
  // A match that is wider than the room begins the line.
  expect(titleBegin(title, mark, 10, measure)).toBe(at);
});
