import { readFile } from 'node:fs/promises';
import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import { type Item, itemSchema } from '#contract/item.ts';
import { byMupdf, byPdfbox, byPdfium, byPdfjs, byPoppler, errorRate, hasPdfbox, hasPoppler, pdfOf, plain } from '../support/pdf.ts';

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

// Of the Muʿallaqāt, fully vowelled; in the public domain.
const vowelled = [
  'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ، بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ.',
  'فَتُوضِحَ فَالْمِقْرَاةِ لَمْ يَعْفُ رَسْمُهَا، لِمَا نَسَجَتْهَا مِنْ جَنُوبٍ وَشَمْأَلِ.',
  'تَرَى بَعَرَ الْآرَامِ فِي عَرَصَاتِهَا، وَقِيعَانِهَا كَأَنَّهُ حَبُّ فُلْفُلِ.',
  'كَأَنِّي غَدَاةَ الْبَيْنِ يَوْمَ تَحَمَّلُوا، لَدَى سَمُرَاتِ الْحَيِّ نَاقِفُ حَنْظَلِ.',
];
const long = vowelled.join(' ');

test.each([
  ['pdf.js', byPdfjs, 0.005, 0.02],
  ['MuPDF', byMupdf, 0.005, 0.01],
  ['PDFium', byPdfium, 0.002, 0.035],
  ...(hasPdfbox ? ([['PDFBox', async (bytes: Buffer, head: string) => (await byPdfbox([bytes], head))[0]!, 0.002, 0.035]] as const) : []),
  ...(hasPoppler ? ([['Poppler', byPoppler, 0.01, 0.035]] as const) : []),
] as const)(
  '%s gives back the seed, and vowelled text',
  async (_name, read, plainBound, vowelledBound) => {
    const item = await seed();
    const head = plain(`وَرّاق · مقالة`);
    for (const [texts, bound] of [
      [item.body.map((block) => block.text), plainBound],
      [[...vowelled, long], vowelledBound],
    ] as const) {
      const { bytes } = await pdfOf([{ ...item, title: 'مقالة', body: texts.map((text) => ({ kind: 'paragraph', text })) }]);
      expect(errorRate(plain(['مقالة', ...texts].join(' ')), await read(bytes, head))).toBeLessThanOrEqual(bound);
    }
  },
  120_000,
);

test('hostile text does not stop an export', async () => {
  const item = await seed();
  const texts = ['', '😀 \ud800 \u0007', '\u200b'.repeat(5000), 'س'.repeat(20_000)];
  const out = await pdfOf([{ ...item, title: 'أ <ب> & ج', body: texts.map((text) => ({ kind: 'paragraph' as const, text })) }]);
  expect(mupdf.Document.openDocument(out.bytes, 'application/pdf').countPages()).toBeGreaterThan(1);
});
