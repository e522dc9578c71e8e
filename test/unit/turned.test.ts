import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTurned, straightened } from '../../src/text/turned.ts';

test('overrides, and what is left open, turn a text; what is closed does not', () => {
  for (const turned of ['تقرير \u202egpj.exe', '\u202dabc\u202c', 'a \u2067b', 'سطر \u202b أول\nسطر ثان \u202c', '\u2069\u2067'])
    expect(isTurned(turned), JSON.stringify(turned)).toBe(true);
  for (const straight of [
    '',
    'مقال',
    'قال \u202aWarraq\u202c ذلك',
    '\u2068ورّاق\u2069 و\u2066Warraq\u2069',
    'علامة\u200f هنا\u202c',
    '\u2069',
  ])
    expect(isTurned(straight), JSON.stringify(straight)).toBe(false);
});

test('what was turned is shown as it was written, sign for sign; what was not is left as it is', () => {
  expect(straightened('تقرير \u202egpj.exe\u202c المالي')).toBe('تقرير \u200bgpj.exe\u200b المالي');
  expect(straightened('قال \u202aWarraq\u202c ذلك')).toBe('قال \u202aWarraq\u202c ذلك');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('\u202e', '\u202b', '\u2067', '\u202c', '\u2069', 'ا', 'b', '\n') }), (text) => {
      expect(straightened(text)).toHaveLength(text.length);
      expect(isTurned(straightened(text))).toBe(false);
    }),
  );
});
