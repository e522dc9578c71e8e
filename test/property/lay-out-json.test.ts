import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOutJson, newRoom } from '#core/archive/lay-out-json.ts';
import { parseJson, stringifyJson } from '#core/archive/json.ts';

const values = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()));

test('laid out, JSON is what JSON.stringify makes of it, and ends where it ends', () => {
  fc.assert(
    fc.property(values, fc.string(), (value, rest) => {
      const compact = JSON.stringify(value);
      const laid = layOutJson(Buffer.from(`${rest}${compact}]}${rest}`), Buffer.byteLength(rest), newRoom());
      expect(laid?.end).toBe(Buffer.byteLength(rest) + Buffer.byteLength(compact));
      expect(laid?.bytes.equals(stringifyJson(value))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('numbers stay as they were written, and marks inside strings mean nothing', () => {
  const text = '{"big":12345678901234567890,"exact":1.10,"quoted":"a \\"{[,:]}\\" \\\\","empty":{},"none":[]}';
  expect(layOutJson(Buffer.from(text), 0, newRoom())?.bytes.equals(stringifyJson(parseJson(Buffer.from(text))))).toBe(true);
});

test('a value without its end is none', () => {
  const text = Buffer.from(JSON.stringify({ a: ['b', { c: 'd' }] }));
  for (let end = 0; end < text.length; end++) expect(layOutJson(text.subarray(0, end), 0, newRoom())).toBeUndefined();
});
