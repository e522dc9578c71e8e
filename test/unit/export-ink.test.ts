// Two renderers that share no code show the same ink, and the measure sees where they do not.
import { expect, test } from 'vitest';
import { article } from '../bench/articles.ts';
import { lacking, mupdfPicture, pdfiumPicture } from '../support/ink.ts';
import { pdfOf } from '../support/pdf.ts';

const vowelled = 'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ (ABC 12%) بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ';
const page = async (text: string): Promise<Buffer> => (await pdfOf([{ ...article(1), body: [{ kind: 'paragraph', text }] }])).bytes;

test('MuPDF and PDFium show a page alike', { timeout: 60_000 }, async () => {
  const bytes = await page(vowelled);
  const [a, b] = [await mupdfPicture(bytes, 0, 2), await pdfiumPicture(bytes, 0, 2)];
  for (const { ink, lacking: off } of [lacking(a, b), lacking(b, a)]) {
    expect(ink).toBeGreaterThan(3000);
    expect(off / ink).toBeLessThanOrEqual(0.001);
  }
  // One vowel sign more is seen.
  const other = await mupdfPicture(await page(vowelled.replace('فَحَ', 'فَّحَ')), 0, 2);
  expect(lacking(other, a).lacking).toBeGreaterThan(0);
});
