import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/core/capture/decode.ts';
import { decodeAs } from '../../src/core/capture/encoding/code-pages.ts';
import { isBinary } from '../../src/core/capture/identify.ts';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
  fc
    .array(fc.constantFrom(0xd8, 0xa7, 0xc7, 0xe1, 0x20, 0x0a, 0xc3, 0x98, 0x3c, 0), { maxLength: 300 })
    .map((list) => Uint8Array.from(list)),
);

test('never throws, repaired or not, whatever the bytes and what they declare', () => {
  fc.assert(
    fc.property(
      bytes,
      fc.option(fc.constantFrom('utf-8', 'windows-1256', 'utf-16', 'utf-32', 'cp720', 'gbk', 'x-user-defined', 'nonsense', ''), {
        nil: undefined,
      }),
      fc.boolean(),
      (input, declared, repair) => {
        isBinary(input);
        const { found, record, text } = decode(input, 'a', undefined, { declared, repair });
        expect(found.certainty).toBeGreaterThanOrEqual(0);
        expect(found.certainty).toBeLessThanOrEqual(1);
        expect(JSON.parse(JSON.stringify(record))).toEqual(record);
        expect(typeof text).toBe('string');
      },
    ),
    { numRuns: 500 },
  );
});

test('sound UTF-8 of any script is UTF-8, to the letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.startsWith('\ufeff')),
      (text) => {
        const { text: read, encoding } = decode(new TextEncoder().encode(`نص ${text}`), 'a');
        expect([read, encoding]).toEqual([`نص ${text}`, 'utf-8']);
      },
    ),
  );
});

test('every byte of the code pages is one character', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const encoding of ['dos-720', 'x-mac-arabic']) {
    const text = decodeAs(all, encoding);
    expect(text).toHaveLength(256);
    expect(text.slice(0, 128)).toBe(decodeAs(all.subarray(0, 128), 'utf-8'));
  }
});

test('time is linear in the length', () => {
  const floods = ['\u00d8', 'ط§', '<meta ', '<?xml ', 'ا', '\u00c3\u0098', 'a'].map((part) =>
    new TextEncoder().encode(part.repeat(400_000)),
  );
  const pages = [0xc7, 0xe1, 0xff, 0x80].map((byte) => new Uint8Array(2_000_000).fill(byte));
  const started = performance.now();
  for (const flood of [...floods, ...pages]) decode(flood, 'a');
  expect(performance.now() - started).toBeLessThan(8000);
});
