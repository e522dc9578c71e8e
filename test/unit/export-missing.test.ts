// Characters that no face has: a box on the page, the character in its text, and told of.
import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import { type Item, itemSchema } from '#contract/item.ts';
import { missingSentence } from '#i18n/missing.ts';
import { byMupdf, pdfOf, plain } from '../support/pdf.ts';

const article = (...texts: string[]): Item =>
  itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000002',
    revision: 1,
    state: 'active',
    title: 'أحرف',
    body: texts.map((text) => ({ kind: 'paragraph', text })),
    language: 'ar',
    dates: {},
  });

/** How much of the place where `character` stands is inked. */
function ink(bytes: Buffer, character: string): number {
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  let place: { left: number; right: number; baseline: number } | undefined;
  page.toStructuredText('preserve-whitespace').walk({
    onChar: (found, [, baseline], _font, _size, quad) => {
      if (found === character) place = { left: Math.min(quad[0], quad[2]), right: Math.max(quad[0], quad[2]), baseline };
    },
  });
  const scale = 4;
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false);
  const [pixels, stride] = [pixmap.getPixels(), pixmap.getStride()];
  let inked = 0;
  for (let y = Math.round((place!.baseline - 10) * scale); y < place!.baseline * scale; y++)
    for (let x = Math.round(place!.left * scale); x < place!.right * scale; x++) if ((pixels[y * stride + x] ?? 255) < 128) inked++;
  return inked;
}

test('each is named as often as it stands there, and nothing else is', async () => {
  const { bytes, missing } = await pdfOf([article('وجه و☃ ثم 漢漢 في سطر 𠀀.', 'قِفَا (ABC) ٤٥٪ «نعم» – 😀 字')]);
  expect(missing.toSorted()).toEqual(['字', '漢', '漢', '𠀀'].toSorted());
  for (const character of ['漢', '字']) expect(ink(bytes, character), character).toBeGreaterThan(100);
  const text = await byMupdf(bytes, plain('وَرّاق · أحرف'));
  expect(text).toContain('漢漢');
  expect(text).toContain('😀');
});

test('of a letter and a mark only what is missing is named', async () => {
  // A combining mark of Devanagari on an Arabic letter; the joiner is shown by nothing and missed by nobody.
  const { missing } = await pdfOf([article('حرف ب\u093c وحرف ه\u200d.')]);
  expect(missing).toEqual(['\u093c']);
});

test('the sentence isolates what it names and stays short', () => {
  const one = { character: '😀', codePoint: 'U+1F600', count: 2 };
  expect(missingSentence([], 'ar')).toBeUndefined();
  expect(missingSentence([one], 'ar')).toMatch(/مربّع فيه رقمها: \u2068😀 \(U\+1F600\) ×2\u2069$/u);
  expect(missingSentence([one], 'en')).toMatch(/box .*: \u2068😀 \(U\+1F600\) ×2\u2069$/u);
  expect(missingSentence(Array(5000).fill(one), 'en')!.length).toBeLessThan(500);
});
