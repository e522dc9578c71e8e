import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/core/capture/decode.ts';
import { decodeAs, encodingNamed } from '../../src/core/capture/encoding/code-pages.ts';
import { declaredEncoding } from '../../src/core/capture/encoding/declared.ts';
import { encode, misread } from '../support/encode.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/encodings', name)));
const prose = new TextDecoder().decode(fixture('muqtabas.utf-8.txt'));
const codePages = ['windows-1256', 'iso-8859-6', 'x-mac-arabic', 'dos-720'];
const unicode = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'];
const page = (charset: string, body: string): string =>
  `<!DOCTYPE html><html lang="ar"><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><body>${body}</body></html>`;

describe('undeclared', () => {
  test.each([...codePages, ...unicode])('%s', (encoding) => {
    // Letters and spaces of MacArabic are those of ISO-8859-6; its digits are not.
    const bytes = encode(`${prose}\n١٩١١، ١٩١٢؛`, encoding);
    const { found, text, damage, repair } = decode(bytes, 'a.txt');
    expect(found.encoding).toBe(encoding);
    expect(found.certainty).toBeGreaterThan(0.9);
    expect(text).toBe(decodeAs(bytes, encoding));
    expect([damage, repair]).toEqual([undefined, undefined]);
  });

  test.each(codePages)('%s in five words', (encoding) => {
    const bytes = encode(prose.split(/\s+/u).slice(3, 8).join(' '), encoding);
    expect(decode(bytes, 'a.txt').text).toBe(decodeAs(bytes, encoding));
  });

  test.each(unicode)('%s with a mark, which is no text', (encoding) => {
    expect(decode(encode(`\ufeff${prose}`, encoding), 'a.txt')).toMatchObject({
      text: prose,
      found: { encoding, certainty: 1, by: 'mark' },
    });
  });

  test.each([
    "L'été dernier, les élèves ont été très étonnés à propos des œuvres de Molière. Où était-il ? À Paris, déjà.",
    'Die Bürger müssen über größere Änderungen früh genug Bescheid wissen – schöne Grüße aus München.',
    'El niño comió la piña; ¿cuándo volverá? ¡Qué día! “España”',
  ])('of Western Europe: %s', (text) =>
    expect(decode(encode(text, 'windows-1252'), 'a.txt')).toMatchObject({ text, encoding: 'windows-1252' }),
  );

  test.each(['iuc10-iso-8859-6.txt', 'iuc10-windows-1256.txt', 'iuc10-utf-32be.txt'])('%s', (name) => {
    const { text, encoding } = decode(fixture(name), name);
    expect(name).toContain(encoding);
    expect(text.trim()).toBe(decode(fixture('iuc10.utf-8.txt'), '').text.trim());
  });
});

describe('declared', () => {
  test.each(codePages)('%s is honoured', (encoding) => {
    const bytes = encode(page(encoding, prose.slice(0, 40)), encoding);
    expect(decode(bytes, 'a.html').found).toMatchObject({ encoding, by: 'declared' });
  });

  test('by XML, by HTML of both forms, by the carrier', () => {
    expect(declaredEncoding(encode('<?xml version="1.0" encoding="windows-1256"?>', 'utf-8'))).toBe('windows-1256');
    expect(declaredEncoding(encode("<meta charset='iso-8859-6'>", 'utf-8'))).toBe('iso-8859-6');
    expect(declaredEncoding(encode(page('cp1256', ''), 'utf-8'))).toBe('cp1256');
    expect(decode(encode('كتب', 'iso-8859-6'), 'a', undefined, { declared: 'ISO-8859-6' })).toMatchObject({ text: 'كتب' });
  });

  test.each([
    ['utf-8', 'windows-1256'],
    ['iso-8859-1', 'windows-1256'],
    ['windows-1256', 'utf-8'],
    ['windows-1256', 'dos-720'],
    ['utf-16', 'windows-1256'],
    ['no-such-charset', 'iso-8859-6'],
  ])('%s is a lie when the bytes are %s', (declared, encoding) => {
    const { found, text } = decode(encode(page(declared, prose), encoding), 'a.html');
    expect(found.encoding).toBe(encoding);
    expect(found.contradicts).toBe(encodingNamed(declared));
    expect(text).toContain(decodeAs(encode(prose, encoding), encoding));
  });

  test('a page of the wild that says UTF-8', () => {
    expect(decode(fixture('tika-misleading.html'), '').found).toMatchObject({ encoding: 'windows-1256', contradicts: 'utf-8' });
  });

  test('UTF-7 and what only a browser replaces are never honoured', () => {
    for (const label of ['utf-7', 'iso-2022-kr']) expect(decode(encode(page(label, '+ADw-'), 'utf-8'), '').encoding).toBe('utf-8');
  });
});

describe('chosen', () => {
  test('a person may choose what the letters would not', () => {
    const { found, text } = decode(encode('كتب', 'windows-1256'), 'a.txt', 'cp720');
    expect(found).toEqual({ encoding: 'dos-720', certainty: 1, by: 'chosen' });
    expect(text).toBe(misread('كتب', 'windows-1256', 'dos-720'));
  });
});

describe('damage', () => {
  test('a cut download is UTF-8 with one bad character', () => {
    const bytes = encode(prose.trimEnd(), 'utf-8');
    const { encoding, damage } = decode(bytes.subarray(0, bytes.length - 2), 'a.txt');
    expect(encoding).toBe('utf-8');
    expect(damage!.characters).toBe(1);
    expect(damage!.offset).toBe(bytes.length - 3);
  });

  test('a tail of windows-1256 is flagged, and read on offer', () => {
    const tail = prose.slice(0, 300);
    const bytes = Buffer.concat([encode(`${prose}\n`, 'utf-8'), encode(tail, 'windows-1256')]);
    const { encoding, text, damage, repair } = decode(bytes, 'a.txt');
    expect(encoding).toBe('utf-8');
    expect(text.startsWith(prose)).toBe(true);
    expect(damage!.characters).toBeGreaterThan(100);
    expect(repair!.steps).toEqual([{ was: 'windows-1256', readAs: 'utf-8' }]);
    expect(repair!.text).toBe(`${prose}\n${tail}`);
  });
});

describe('mojibake', () => {
  const wrong: [string, string][] = [
    ['utf-8', 'windows-1252'],
    ['utf-8', 'windows-1256'],
    ['windows-1256', 'windows-1252'],
    ['iso-8859-6', 'windows-1252'],
    ['dos-720', 'windows-1252'],
  ];
  test.each(wrong)('%s read as %s is told, and repaired only when asked', (was, readAs) => {
    const seen = misread(prose, was, readAs);
    const bytes = encode(seen, 'utf-8');
    const told = decode(bytes, 'a.txt');
    expect(told.text).toBe(seen);
    expect(told.repair).toMatchObject({ steps: [{ was, readAs }], text: decodeAs(encode(prose, was), was) });
    expect(told.record.misread!.after).toBe(told.repair!.text.split('\n')[0]!.slice(0, 160));
    expect(told.record.repaired).toBeUndefined();
    const repaired = decode(bytes, 'a.txt', undefined, { repair: true });
    expect(repaired.text).toBe(told.repair!.text);
    expect(repaired.record.repaired).toBe(true);
  });

  test.each(['windows-1252', 'windows-1256'])('twice through %s', (readAs) => {
    const seen = misread(misread(prose, 'utf-8', readAs), 'utf-8', readAs);
    const { repair } = decode(encode(seen, 'utf-8'), 'a.txt');
    expect(repair!.text).toBe(prose);
    expect(repair!.steps).toHaveLength(2);
  });

  test('lines that are sound stay as they are', () => {
    const [first, ...rest] = prose.split('\n');
    const mixed = [first, ...rest.map((line) => misread(line, 'utf-8', 'windows-1252'))].join('\n');
    expect(decode(encode(mixed, 'utf-8'), 'a.txt').repair!.text).toBe(prose);
  });

  test.each([prose, 'Größe ÄÖÜ äöü ß', 'œuvre ÀÉÈÊ « été »', 'Ελληνικά κείμενα', 'Привет, мир', 'ظطظ طظ', 'قال «طه»، ظ…'])(
    'none: %s',
    (text) => expect(decode(encode(text, 'utf-8'), 'a.txt').repair).toBeUndefined(),
  );
});
