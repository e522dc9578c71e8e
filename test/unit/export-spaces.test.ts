// Spaces of every width, and lines that begin amid a quotation: what readers would tear apart or turn round.
import { describe, expect, test } from 'vitest';
import { itemSchema } from '#contract/item.ts';
import { loadFaces } from '#core/export/faces/load-faces.ts';
import { printable } from '#core/export/pdf/article.ts';
import { readTrueType } from '#core/export/pdf/true-type.ts';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';
import { byMupdf, byPdfium, byPdfjs, pdfOf, plain } from '../support/pdf.ts';

const itemOf = (text: string) =>
  itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000006',
    revision: 1,
    state: 'active',
    title: 'مقالة',
    body: [{ kind: 'paragraph', text }],
    language: 'ar',
    dates: {},
  });
const head = plain('وَرّاق · مقالة');
const readers = { byPdfjs, byMupdf, byPdfium };

const drawn = 'وقال لها " إن هذا الرجل له جاذبية خاصة على الشاشة كما أنه سيكون رخيص الثمن ولن يطلب أموالا باهظة" ثم ذهب مع كل من حضر';

test('some spaces of the sample are drawn together', async () => {
  const { regular } = await loadFaces();
  const shaper = harfbuzzShaper(regular, readTrueType(regular).unitsPerEm);
  const style = { size: 14, measure: 435, justify: true, direction: 'rtl', language: 'ar' } as const;
  const spaces = setParagraph(drawn, shaper, style).flatMap(({ tokens, extra }) =>
    tokens.filter(({ kind }) => kind === 'space').map(({ width }) => (width + extra) / style.size),
  );
  expect(Math.min(...spaces)).toBeLessThan(0.1);
});

describe.each(Object.entries(readers))('%s', (_name, read) => {
  const readBack = async (text: string): Promise<string> => read((await pdfOf([itemOf(text)])).bytes, head);

  test.each([
    ['drawn together', drawn],
    ['of several kinds side by side', 'تمتد حتى نجران والسواحل. \u00a0 وأورد التقرير\u2003أن حركة الرياح \u202f على البحر ستكون جنوبية'],
  ])('gives back the order of words round spaces %s', async (_what, text) => {
    expect(await readBack(text)).toBe(plain(`مقالة ${text}`));
  });

  test('gives back a line that begins amid a quotation, wherever that is', async () => {
    for (let words = 8; words < 16; words++) {
      const text = `${'وقال المسؤول في باريس '.repeat(4).split(' ').slice(0, words).join(' ')} «حصل تلوث انما لم تحصل عدوى ولم تنتشر في البلاد» في الدول`;
      expect(await readBack(text)).toBe(plain(`مقالة ${text}`));
    }
  });
});

test('white space is one space, which joins only where all of it does', () => {
  expect(printable('أ \u00a0 ب')).toBe('أ ب');
  expect(printable('أ\u00a0\u00a0ب')).toBe('أ\u00a0ب');
  expect(printable('أ\u3000ب\u2003\tج')).toBe('أ ب ج');
});
