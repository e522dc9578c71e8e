// Documents of old Word: structure, versions before Unicode, broken files, and other things that are named like them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CapturedArticle } from '../../src/core/capture/capture.ts';
import { captureAll } from '../../src/core/capture/capture-all.ts';
import { compoundFileOf } from '../support/compound-file.ts';
import { encode } from '../support/encode.ts';

const structured = readFileSync(join(import.meta.dirname, '../fixtures/formats/structured.doc'));
const one = async (bytes: Uint8Array, path = 'a.doc'): Promise<CapturedArticle> =>
  (await captureAll({ bytes, path }))[0] as CapturedArticle;

test('headings, lists, a table, a link and a note', async () => {
  const article = await one(structured);
  expect(article).toMatchObject({ title: 'مؤتمر النشر الرقمي', creators: ['سعاد المرزوقي'], language: 'ar' });
  const kinds = article.body.map(({ kind, level }) => `${kind}${level ?? ''}`);
  expect(kinds).toEqual(
    'heading1 paragraph heading2 list-item list-item list-item list-item paragraph paragraph paragraph paragraph paragraph paragraph'.split(
      ' ',
    ),
  );
  expect(article.provenance?.removed).toMatchObject([{ text: 'سعاد المرزوقي', rule: 'byline' }]);
  const [, linked] = article.body;
  expect(linked!.links).toEqual([{ start: 35, end: 41, url: 'https://example.org/a?b=1' }]);
  expect(linked!.text.slice(35, 41)).toBe('الموقع');
  expect(article.body.filter((block) => block['cells']).map((block) => block['cells'])).toEqual([
    ['الاسم', 'العدد'],
    ['كتب', '١٢'],
    ['مجلات', '٣٤'],
  ]);
  expect(article.body.at(-1)).toMatchObject({ text: 'هذه حاشية الكلام.', note: linked!.marks![0]!.note });
});

const prose = 'كتب المراسل أن المؤتمر انعقد في العاصمة أمس وحضره عدد كبير من الباحثين والصحفيين من بلدان كثيرة.';

test('a document of Word 95: its words, in the code page that its letters tell', async () => {
  const words = encode(`خبر المؤتمر\r${prose}\r`, 'windows-1256');
  const stream = Buffer.alloc(0x300 + words.length);
  stream.writeUInt16LE(0xa5dc, 0);
  stream.writeUInt16LE(104, 2);
  stream.writeUInt32LE(0x300, 0x18);
  stream.writeUInt32LE(0x300 + words.length, 0x1c);
  stream.set(words, 0x300);
  const article = await one(compoundFileOf({ WordDocument: stream }));
  expect(article).toMatchObject({ title: 'خبر المؤتمر', titleDerived: false });
  expect(article.body.map(({ text }) => text)).toEqual([prose]);
  expect(article.provenance?.encoding?.name).toBe('windows-1256');
});

test('a broken file is refused at once, whatever is broken', async () => {
  const broken: Buffer[] = [];
  for (let at = 0; at < structured.length; at += 211) {
    const bytes = Buffer.from(structured);
    bytes.fill(0xff, at, at + 4);
    broken.push(bytes, Buffer.from(structured.subarray(0, at)));
  }
  for (const bytes of broken) {
    const began = process.cpuUsage();
    await captureAll({ bytes, path: 'a.doc' }).catch((error: { code: string }) => expect(error.code).toMatch(/^capture\./));
    expect(process.cpuUsage(began).user).toBeLessThan(5e6);
  }
  // A table of sectors whose chain leads round in a circle.
  const round = compoundFileOf({ WordDocument: Buffer.alloc(5000) });
  round.writeUInt32LE(2, 512 + 2 * 4);
  await expect(captureAll({ bytes: round, path: 'a.doc' })).rejects.toMatchObject({ code: 'capture.damaged' });
});

test('pages and texts that are named like documents are read as what they are', async () => {
  const page = `<html><head><title>خبر المؤتمر</title></head><body><h1>خبر المؤتمر</h1><p>${prose}</p><p>${prose}</p></body></html>`;
  expect((await one(Buffer.from(page))).title).toBe('خبر المؤتمر');
  expect((await one(Buffer.from(`خبر المؤتمر\n\n${prose}`))).title).toBe('خبر المؤتمر');
});

test('other files of that container are refused', async () => {
  const book = compoundFileOf({ Workbook: Buffer.alloc(5000, 1) });
  await expect(captureAll({ bytes: book, path: 'a.xls' })).rejects.toMatchObject({ code: 'capture.binary' });
});
