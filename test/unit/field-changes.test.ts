// What a person is told of two states of a record, and how much of a long text is shown.
import { expect, test } from 'vitest';
import type { Item } from '#contract/item.ts';
import { excerpt } from '#renderer/history/excerpt.ts';
import { fieldChanges } from '#renderer/history/field-changes.ts';
import { wordDiff } from '#text/word-diff.ts';

const item: Item = {
  schema: 1,
  id: '01a212e2-0de5-7b1e-b173-acc374ad9e1b',
  revision: 1,
  state: 'active',
  title: 'خبر',
  body: [
    { kind: 'paragraph', text: 'أول' },
    { kind: 'paragraph', text: 'ثان' },
  ],
  language: 'ar',
  creators: [],
  dates: { published: { value: '2024-05-04', calendar: 'gregorian' } },
  tags: ['أ', 'ب'],
  collections: [],
  notes: '',
  files: [],
};

test('fields come in reading order, each date for itself, lists member by member', () => {
  const after: Item = {
    ...item,
    revision: 2,
    state: 'trashed',
    tags: ['ب', 'ج'],
    dates: { published: { calendar: 'gregorian', value: '2024-05-04' }, event: { value: '2024-05-02', calendar: 'gregorian' } },
    title: 'خبر آخر',
    theirs: { kept: 1 },
  };
  expect(fieldChanges(item, after)).toEqual([
    { field: 'state', kind: 'value', before: 'active', after: 'trashed' },
    { field: 'title', kind: 'text', parts: expect.any(Array) as unknown },
    { field: 'dates.event', kind: 'value', before: undefined, after: after.dates.event },
    { field: 'tags', kind: 'list', gone: ['أ'], both: ['ب'], fresh: ['ج'] },
    { field: 'theirs', kind: 'value', before: undefined, after: { kept: 1 } },
  ]);
  expect(fieldChanges(item, { ...item, revision: 9 })).toEqual([]);
});

test('the same words otherwise divided are told as that', () => {
  const body: Item['body'] = [{ kind: 'heading', text: 'أول' }, item.body[1]!];
  expect(fieldChanges(item, { ...item, body })).toEqual([{ field: 'body', kind: 'form' }]);
});

test('far from a change the text is left out, and the words left out are counted', () => {
  const words = Array.from({ length: 200 }, (_, i) => `ك${i}`);
  const changed = words.with(100, 'غيره');
  const pieces = excerpt(wordDiff(words.join(' '), changed.join(' ')));
  expect(pieces.map(({ op }) => op)).toEqual(['skip', 'same', 'gone', 'new', 'same', 'skip']);
  expect(pieces.filter(({ op }) => op === 'skip').map(({ words: left }) => left)).toEqual([86, 85]);
  // Nothing is left out where little would be.
  expect(excerpt(wordDiff('أ ب ج د', 'أ ب ه د')).some(({ op }) => op === 'skip')).toBe(false);
});
