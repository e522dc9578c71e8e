import { readFile } from 'node:fs/promises';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { type Item, itemSchema } from '#contract/item.ts';
import { pdfFormat } from '#core/export/pdf/document.ts';

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

async function pdf(articles: Item[]): Promise<{ bytes: Buffer; items: number }> {
  let items = 0;
  async function* read() {
    yield* articles;
  }
  const options = { digits: 'arab', size: 'a4', language: 'ar' } as const;
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdfFormat.write(read(), { options, signal: undefined, onItem: () => items++, now: new Date(0) }))
    chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), items };
}

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Levenshtein distance over the length of what was wanted. */
function errorRate(wanted: string, read: string): number {
  let row = Array.from({ length: read.length + 1 }, (_, at) => at);
  for (let i = 1; i <= wanted.length; i++) {
    const next = [i];
    for (let j = 1; j <= read.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (wanted[i - 1] === read[j - 1] ? 0 : 1)));
    row = next;
  }
  return (row.at(-1) ?? 0) / wanted.length;
}

/** The pages without their running heads and numbers. */
function byMupdf(bytes: Buffer, head: string): string {
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  const pages = Array.from({ length: document.countPages() }, (_, at) =>
    plain(document.loadPage(at).toStructuredText('preserve-whitespace').asText()),
  );
  return plain(pages.map((page) => page.replace(head, '').replace(/[٠-٩]+$/, '')).join(' '));
}

async function byPdfjs(bytes: Buffer, head: string): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = '';
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent();
    const page = plain(items.map((part) => ('str' in part ? part.str + (part.hasEOL ? ' ' : '') : '')).join(''));
    text += ` ${page.replace(head, '').replace(/^ ?[٠-٩]+/, '')}`;
  }
  return plain(text);
}

test('the seed article reads back in its logical order', async () => {
  const item = await seed();
  expect(item.body.length).toBe(15);
  const out = await pdf([item]);
  expect(out.items).toBe(1);
  const head = plain(`وَرّاق · ${item.title}`);
  const wanted = plain([item.title, ...item.body.map((block) => block.text)].join(' '));
  const rates = { mupdf: errorRate(wanted, byMupdf(out.bytes, head)), pdfjs: errorRate(wanted, await byPdfjs(out.bytes, head)) };
  expect(rates.mupdf).toBeLessThan(0.02);
  expect(rates.pdfjs).toBeLessThan(0.01);
});

test('hostile text does not stop an export', async () => {
  const item = await seed();
  const texts = ['', '😀 \ud800 \u0007', '\u200b'.repeat(5000), 'س'.repeat(20_000)];
  const out = await pdf([{ ...item, title: 'أ <ب> & ج', body: texts.map((text) => ({ kind: 'paragraph' as const, text })) }]);
  expect(mupdf.Document.openDocument(out.bytes, 'application/pdf').countPages()).toBeGreaterThan(1);
});
