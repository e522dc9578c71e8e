import { readFile } from 'node:fs/promises';
import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import { type Item, itemSchema } from '#contract/item.ts';
import { byMupdf, byPdfjs, errorRate, pdfOf, plain } from '../support/pdf.ts';

async function seed(): Promise<Item> {
  const lines = (await readFile('test/fixtures/seed/page.txt', 'utf8'))
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const end = lines.findIndex((line) => line.startsWith('المصدر /'));
  return itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000000',
    revision: 1,
    state: 'active',
    title: lines[1],
    body: lines.slice(2, end).map((text) => ({ kind: 'paragraph', text })),
    language: 'ar',
    dates: {},
  });
}

test('the seed article reads back in its logical order', async () => {
  const item = await seed();
  expect(item.body.length).toBe(15);
  const out = await pdfOf([item]);
  expect(out.items).toBe(1);
  const head = plain(`وَرّاق · ${item.title}`);
  const wanted = plain([item.title, ...item.body.map((block) => block.text)].join(' '));
  const rates = { mupdf: errorRate(wanted, await byMupdf(out.bytes, head)), pdfjs: errorRate(wanted, await byPdfjs(out.bytes, head)) };
  expect(rates.mupdf).toBeLessThan(0.02);
  expect(rates.pdfjs).toBeLessThan(0.01);
});

test('hostile text does not stop an export', async () => {
  const item = await seed();
  const texts = ['', '😀 \ud800 \u0007', '\u200b'.repeat(5000), 'س'.repeat(20_000)];
  const out = await pdfOf([{ ...item, title: 'أ <ب> & ج', body: texts.map((text) => ({ kind: 'paragraph' as const, text })) }]);
  expect(mupdf.Document.openDocument(out.bytes, 'application/pdf').countPages()).toBeGreaterThan(1);
});
