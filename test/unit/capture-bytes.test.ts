import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/contract/errors.ts';
import { capture } from '../../src/core/capture/capture.ts';
import { decode } from '../../src/core/capture/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const take = (bytes: Uint8Array, encoding?: string) => capture({ bytes, path: 'a.txt', ...(encoding ? { encoding } : {}) })[0]!;
function failure(bytes: Uint8Array, encoding?: string): Failure {
  try {
    take(bytes, encoding);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('taken in');
}

describe('text or not', () => {
  test.each(['SQLite قاعدة بيانات', 'RIFF is a container', 'BZh and gzip', 'GIF8 was a draft', '%PDF is a sign'])('%s is text', (title) => {
    expect(take(utf8(`${title}\n\nالمتن`)).title).toBe(title);
  });
  test.each([
    ['SQLite', utf8('SQLite format 3\0')],
    ['RIFF', utf8('RIFFaaaaWAVEfmt ')],
    ['bzip2', utf8('BZh91AY&SY')],
    ['PDF', utf8('%PDF-1.7\n')],
    ['ZIP', utf8('PK\u0003\u0004')],
  ])('%s is not', (_, bytes) => expect(failure(bytes).code).toBe('capture.binary'));
});

describe('encodings', () => {
  test('a mark at the beginning wins over the encoding named', () => {
    expect(take(utf16('عنوان\nمتن'), 'windows-1256')).toMatchObject({ title: 'عنوان', encoding: 'utf-16le' });
    expect(take(utf8('\ufeffعنوان\nمتن'), 'windows-1256')).toMatchObject({ title: 'عنوان', encoding: 'utf-8' });
  });

  test.each<[string, number[], number]>([
    ['windows-1256 at the beginning', [0xc7, 0xe1], 0],
    ['after good text', [0x61, 0x62, 0xd8, 0xa7, 0xc7, 0xe1], 4],
    ['a truncated end', [0x61, 0xf0, 0x9f, 0x98], 1],
    ['a truncated character in the middle', [0x61, 0x62, 0xe2, 0x82, 0x41, 0x41], 2],
    ['a byte that never stands in UTF-8', [0x61, 0xff, 0x61], 1],
    ['a whole character cut at the beginning', [0xe2, 0x82], 0],
  ])('the offset is that of the first bad byte: %s', (_, bytes, offset) => {
    expect(failure(Uint8Array.from(bytes), 'utf-8')).toMatchObject({ code: 'capture.invalid-encoding', params: { offset } });
  });

  test('in UTF-16 the half pair, which is told and no reason to refuse', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0x61, 0]);
    expect(decode(bytes, 'a.txt')).toMatchObject({ text: 'a\uFFFDa', damage: { characters: 1, offset: 4 } });
  });
});

test('the longest line is measured by the breaks that end lines', () => {
  const line = 'كلمة '.repeat(100_000).trim();
  expect(take(utf8(`عنوان${`\r${line}`.repeat(5)}`)).body).toHaveLength(5);
  expect(failure(utf8('ا'.repeat(2_000_001))).code).toBe('capture.line-too-long');
});
