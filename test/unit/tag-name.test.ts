import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagName } from '../../src/core/catalog/tag-name.ts';

test('two tags that look the same are the same', () => {
  expect(tagName('\u202enimda\u202c')).toBe('nimda');
  expect(tagName(' سياسة\u200f\n خارجية ')).toBe('سياسة خارجية');
  expect(tagName('آب')).toBe(tagName('آب'));
  expect(tagName('می\u200cشود')).toBe('می\u200cشود');
  expect(tagName('\u200b\ufeff')).toBe('');
});

test('a tag that is clean stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tagName(tagName(text))).toBe(tagName(text));
    }),
  );
});
