// Highlights on the page: behind their words, in their colours, and unknown to what is read of it; notes on rows of tables.
import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import type { AnnotationColour, Motivation } from '#contract/annotation.ts';
import { textOfField } from '#contract/annotation-text.ts';
import { type Block, type Item, itemSchema } from '#contract/item.ts';
import { tintInks } from '#core/export/pdf/tints.ts';
import { byPdfjs, pdfOf } from '../support/pdf.ts';
import { complaintsOf } from '../support/pdf-lint.ts';

const long = 'كلام طويل يمتد على أسطر كثيرة كي يُرى التظليل حين ينكسر السطر في وسطه '.repeat(3).trim();
const body: Block[] = [
  { kind: 'paragraph', text: `${long}، ثم قال Reuters news إن الوفد وصل.` },
  { kind: 'list-item', text: '1. بند عن المخطوطات القديمة' },
  { kind: 'verse', text: 'قفا نبك من ذكرى حبيب ومنزل *** بسقط اللوى بين الدخول فحومل' },
  { kind: 'paragraph', text: 'المدينة | السكان', cells: ['المدينة', 'السكان'], header: true },
  { kind: 'paragraph', text: 'القاهرة | عشرة ملايين', cells: ['القاهرة', 'عشرة ملايين'] },
  { kind: 'paragraph', text: 'دمشق | مليونان', cells: ['دمشق', 'مليونان'] },
  { kind: 'quote', text: 'كلام منقول عن الصحف' },
];
type Written = { exact: string; motivation?: Motivation; colour?: AnnotationColour; field?: 'title' | 'body'; value?: string };
const written = (all: Written[]): Item => {
  const item = itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-00000000000a',
    revision: 1,
    state: 'active',
    title: 'مقالة عن المدن العربية',
    body,
    language: 'ar',
    dates: {},
  });
  const annotations = all.map(({ exact, motivation = 'highlighting', colour, field = 'body', value }, n) => {
    const start = textOfField(item, field).indexOf(exact);
    const selector = [
      { type: 'TextPositionSelector', start, end: start + exact.length },
      { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
    ];
    const said = value === undefined ? {} : { body: { type: 'TextualBody', value } };
    return { id: `a${n}`, motivation, colour, target: { field, selector }, created: '2024-01-01T00:00:00Z', ...said };
  });
  return itemSchema.parse({ ...item, annotations });
};

/** The commonest colour that is not ink, between the left and right of the words where they are first printed below the running head. */
function behind(bytes: Buffer, words: string): string {
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const quads = page.search(words, '').find(([first]) => first![1] > 80);
  if (!quads) throw new Error(`${words} is nowhere`);
  const scale = 3;
  const picture = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false);
  const pixels = picture.getPixels();
  const seen = new Map<string, number>();
  for (const quad of quads) {
    const [xs, ys] = [quad.filter((_, n) => n % 2 === 0), quad.filter((_, n) => n % 2 === 1)];
    const [top, height] = [Math.min(...ys), Math.max(...ys) - Math.min(...ys)];
    for (let y = Math.round((top + height * 0.25) * scale); y < (top + height * 0.75) * scale; y++)
      for (let x = Math.ceil((Math.min(...xs) + 1) * scale); x < (Math.max(...xs) - 1) * scale; x++) {
        const at = y * picture.getStride() + x * 3;
        const colour = [...pixels.subarray(at, at + 3)].map((value) => (value / 255).toFixed(1)).join(' ');
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
      }
  }
  const light = [...seen].filter(([colour]) => colour.split(' ').every((part) => Number(part) > 0.5));
  return light.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
}
const shade = (colour: AnnotationColour): string => (tintInks[colour] as readonly number[]).map((value) => value.toFixed(1)).join(' ');
const WHITE = '1.0 1.0 1.0';

const marked: [Written, string][] = [
  [{ exact: 'المدن العربية', field: 'title', colour: 'green' }, 'المدن العربية'],
  [{ exact: 'قال Reuters news إن', colour: 'red' }, 'Reuters'],
  [{ exact: 'المخطوطات', colour: 'blue' }, 'المخطوطات'],
  [{ exact: 'بين الدخول', colour: 'violet' }, 'الدخول'],
  [{ exact: 'عشرة', colour: 'green' }, 'عشرة'],
  [{ exact: 'دمشق' }, 'دمشق'],
];

test('each lies behind its own words, in its colour, wherever they stand', async () => {
  const { bytes } = await pdfOf([written(marked.map(([one]) => one))]);
  for (const [{ colour = 'yellow' }, words] of marked) expect([words, behind(bytes, words)]).toEqual([words, shade(colour)]);
  for (const words of ['مقالة', 'وصل', 'القديمة', 'حبيب', 'ملايين', 'القاهرة', 'منقول'])
    expect([words, behind(bytes, words)]).toEqual([words, WHITE]);
  expect(complaintsOf(bytes)).toEqual([]);
});

test('words that are highlighted over lines are so on each, and part of a word is its part', async () => {
  const { bytes } = await pdfOf([written([{ exact: long, colour: 'blue' }])]);
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  expect(page.search('التظليل', '').length).toBeGreaterThanOrEqual(3);
  expect(behind(bytes, 'كثيرة')).toBe(shade('blue'));
  expect(behind(bytes, 'الوفد')).toBe(WHITE);
  const part = (await pdfOf([written([{ exact: 'مخطوط', colour: 'red' }])])).bytes;
  expect(behind(part, 'مخطوط')).toBe(shade('red'));
  expect(behind(part, 'القديمة')).toBe(WHITE);
});

test('what is read of the page is the same with them and without; without notes there are none', async () => {
  const [one] = marked[2]!;
  const [bare, tinted, off] = await Promise.all(
    [written([]), written([one]), written([one])].map(async (item, n) => (await pdfOf([item], n === 2 ? { notes: 'off' } : {})).bytes),
  );
  const text = await byPdfjs(bare!, '');
  expect((await byPdfjs(tinted!, '')).startsWith(text)).toBe(true);
  expect(await byPdfjs(off!, '')).toBe(text);
  expect(behind(tinted!, 'المخطوطات')).toBe(shade('blue'));
  expect(behind(off!, 'المخطوطات')).toBe(WHITE);
});

test('a note on a row is marked in its cell, stands at the foot, and leaves the table whole; a correction is made in its cell', async () => {
  const item = written([
    { exact: 'القاهرة', motivation: 'commenting', value: 'قاهرة المعز' },
    { exact: 'مليونان', motivation: 'editing', value: 'ثلاثة ملايين' },
  ]);
  const { bytes } = await pdfOf([item], { sic: 'corrected' });
  const text = await byPdfjs(bytes, '');
  expect(text).toMatch(/القاهرة ?\(١\)/u);
  expect(text).toMatch(/\(١\) قاهرة المعز/u);
  expect(text).toContain('ثلاثة ملايين');
  expect(text).not.toContain('مليونان');
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const y = (words: string): number => page.search(words, '')[0]![0]![1];
  expect(y('المعز')).toBeGreaterThan(841.89 * 0.8);
  // The rows follow each other as they do without the note.
  const plainPage = mupdf.Document.openDocument((await pdfOf([written([])])).bytes, 'application/pdf').loadPage(0);
  const apart = plainPage.search('دمشق', '')[0]![0]![1] - plainPage.search('عشرة', '')[0]![0]![1];
  expect(y('دمشق') - y('عشرة')).toBeCloseTo(apart, 0);
  expect(complaintsOf(bytes)).toEqual([]);
  const marked = await pdfOf([item], { sic: 'marked' });
  expect(await byPdfjs(marked.bytes, '')).toMatch(/مليونان \[كذا\]/u);
});
