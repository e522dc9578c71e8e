// Lines that mix scripts, numbers and brackets: read back in logical order, and seen in visual order.
import { readFileSync } from 'node:fs';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { itemSchema } from '#contract/item.ts';
import {
  byMupdf,
  byPdfbox,
  byPdfium,
  byPdfjs,
  byPoppler,
  edits,
  hasPdfbox,
  hasPoppler,
  pdfOf,
  plain,
  type Reader,
} from '../support/pdf.ts';

const item = itemSchema.parse(JSON.parse(readFileSync('test/fixtures/mixed/item.json', 'utf8')));
const texts = item.body.map((block) => block.text);
const alone = async (text: string): Promise<Buffer> => (await pdfOf([{ ...item, body: [{ kind: 'paragraph', text }] }])).bytes;

describe('every paragraph reads back in its logical order', () => {
  let bytes: Buffer;
  beforeAll(async () => void ({ bytes } = await pdfOf([item])));
  const head = plain(`وَرّاق · ${item.title}`);
  const rate = async (reader: Reader, wanted: string): Promise<number> =>
    edits(plain(wanted), await reader(bytes, head), true) / plain(wanted).length;

  test.each(texts)('pdf.js: %s', async (text) => expect(await rate(byPdfjs, text)).toBeLessThanOrEqual(0.02));

  // MuPDF finds a space between a bracket or a sign and the number at its side.
  test.each(texts)('MuPDF: %s', async (text) => expect(await rate(byMupdf, text)).toBeLessThanOrEqual(0.02));

  // Poppler orders by place alone, with one direction for the whole page and no rule N0: signs and spaces between two
  // directions may go with the wrong one, and a Latin paragraph with Arabic in it is turned round on an Arabic page.
  const bound = (text: string): number => (/^[A-Z].*[\u0600-\u06ff]/.test(text) ? 0.55 : 0.15);
  test.skipIf(!hasPoppler).each(texts)('Poppler: %s', async (text) => expect(await rate(byPoppler, text)).toBeLessThanOrEqual(bound(text)));
});

// More stretches from left to right than the other way, marks among them, which PDFium takes for the direction of the line.
test.each([
  'بداياتها المهنية: 1993 – 2002',
  'يوم السبت 7 / 11 / 1436هـ الموافق 22 / 8 / 2015م وتنتهي يوم الاثنين 1 / 12 / 1436هـ الموافق 14 / 9 / 2015م',
  'دخل (1997) وخرج (1998) ثم عاد [2001] {2002}',
])('PDFium: %s', async (text) => {
  const read = await byPdfium(await alone(text), plain(`وَرّاق · ${item.title}`));
  expect(edits(plain(text), read, true) / text.length).toBeLessThanOrEqual(0.02);
});

// PDFium tells a line from its right end: without a hand the last word of a Latin phrase would be the first. Poppler made a line of
// its own of what stands before a number and a comma.
describe('the words of lines of both directions are told in order', () => {
  const phrases = [
    'كما جاء في فيلم “The Eyes of Tammy Faye” عن ممثلة',
    'قال موقع (the hill) مقالا، ثم Tesla Model 3 وغيرها',
    'فتح Find My iPhone ثم أغلق Find My في وقت واحد مع Google Maps',
    'آخر تحديث: السبت, مايو ٤, ٢٠٢٤ (٤ مايو ٢٠٢٤ – ٢٥ شوال ١٤٤٥ هـ)',
    'والاسم بالهندية ताज महल وبالكورية 서울 특별시 كذلك',
  ];
  const readers = Object.entries({ byPdfium, byPdfjs, byMupdf, ...(hasPoppler ? { byPoppler } : {}) });
  test.each(readers)('%s', async (_, read) => {
    for (const text of phrases) {
      const got = await read(await alone(text), plain(`وَرّاق · ${item.title}`));
      const [words, wanted] = [got, plain(`${item.title} ${text}`)].map((one) => one.match(/[^\p{P}\s]+/gu));
      expect(words).toEqual(wanted);
    }
  });
});

test.skipIf(!hasPdfbox)(
  'PDFBox gives back the whole, but for a few spaces',
  async () => {
    const { bytes } = await pdfOf([item]);
    const wanted = plain([item.title, ...texts].join(' '));
    const [read = ''] = await byPdfbox([bytes], plain(`وَرّاق · ${item.title}`));
    expect(edits(wanted, read) / wanted.length).toBeLessThanOrEqual(0.02);
  },
  120_000,
);

test('a Latin source, or a headline that begins in Latin, does not turn the head of an Arabic article round', async () => {
  const { bytes } = await pdfOf([
    { ...item, source: 'Zzz News', title: 'Qqq: البنك يرفع الفائدة', body: [{ kind: 'paragraph', text: 'كلام.' }] },
  ]);
  const head = lineWith(bytes, 'Z');
  expect(seen(head)).toMatch(/عفري كنبلا :Qqq · Zzz News$/);
  expect(head.at(-1)!.right).toBeGreaterThan(500);
});

type Glyph = { character: string; left: number; right: number; baseline: number };

/** Where each character of the page stands, in points, as MuPDF finds it. */
function glyphsOf(bytes: Buffer): Glyph[] {
  const glyphs: Glyph[] = [];
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  page.toStructuredText('preserve-whitespace').walk({
    onChar: (character, [, baseline], _font, _size, quad) =>
      void glyphs.push({ character, left: Math.min(quad[0], quad[2]), right: Math.max(quad[0], quad[2]), baseline }),
  });
  // Of a code that stands for a mark of direction and a character MuPDF gives the whole width to the mark.
  const wide = (glyph: Glyph | undefined): glyph is Glyph => glyph !== undefined && glyph.right - glyph.left > 0.01;
  const mark = (glyph: Glyph | undefined): boolean => /\p{Cf}/u.test(glyph?.character ?? '');
  for (const [at, glyph] of glyphs.entries()) {
    if (wide(glyph) || mark(glyph)) continue;
    const beside = [glyphs[at - 1], glyphs[at + 1]].find((one) => wide(one) && mark(one));
    if (!beside) continue;
    Object.assign(glyph, { left: beside.left, right: beside.right });
    beside.right = beside.left;
  }
  // Of a code that stands for a number MuPDF gives the whole width to the first digit.
  for (let at = 0; at < glyphs.length; at++) {
    if (!/[٠-٩]/.test(glyphs[at]!.character)) continue;
    let end = at + 1;
    while (/[٠-٩٫٬.,/:-]/.test(glyphs[end]?.character ?? '') && !wide(glyphs[end])) end++;
    const { left, right } = glyphs[at]!;
    for (let one = at; one < end; one++) {
      const share = (right - left) / (end - at);
      Object.assign(glyphs[one]!, { left: left + share * (one - at), right: left + share * (one - at + 1) });
    }
    at = end - 1;
  }
  return glyphs;
}

/** The glyphs of the line in which `sample` stands, seen from left to right; marks without width are not seen, with it they are spaces. */
function lineWith(bytes: Buffer, sample: string): Glyph[] {
  const glyphs = glyphsOf(bytes);
  const found = glyphs.find(({ character }) => character === sample);
  const line = glyphs.filter(({ baseline }) => Math.abs(baseline - found!.baseline) < 1);
  return line.filter(({ left, right }) => right - left > 0.5).sort((a, b) => a.left - b.left);
}
const seen = (line: Glyph[]): string =>
  line
    .map(({ character }) => character.replace(/\p{Cf}/u, ' '))
    .join('')
    .replace(/ +/g, ' ');

/** `(` bulges to the left: is its ink at half height left of its ink at the ends? Told from pixels alone. */
function bulgesLeft(bytes: Buffer, { left, right, baseline }: Glyph): boolean {
  const scale = 12;
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false);
  const [pixels, stride] = [pixmap.getPixels(), pixmap.getStride()];
  const rows: number[] = [];
  for (let y = Math.round((baseline - 14) * scale); y < (baseline + 7) * scale; y++) {
    let [sum, count] = [0, 0];
    for (let x = Math.round(left * scale); x < right * scale; x++) {
      if ((pixels[y * stride + x] ?? 255) > 127) continue;
      sum += x;
      count += 1;
    }
    if (count > 0) rows.push(sum / count);
  }
  expect(rows.length).toBeGreaterThan(5 * scale);
  return rows[rows.length >> 1]! < (rows[0]! + rows.at(-1)!) / 2 - scale / 4;
}

describe('what is seen', () => {
  test('Latin stands left to right within its brackets, the first Arabic word at the right', async () => {
    const bytes = await alone(texts[0]!);
    const line = lineWith(bytes, 'A');
    // Brackets are told by their shape below: a right-to-left line shows each as the mirror of its character.
    expect(seen(line).replace(/[()]/g, '|')).toBe('.اهدعب ىرخأ ةملك |ABC 123| ةملك');
    const brackets = line.filter(({ character }) => '()'.includes(character));
    expect(brackets.map((glyph) => bulgesLeft(bytes, glyph))).toEqual([true, false]);
    expect(line.at(-1)!.right).toBeGreaterThan(595.28 * 0.86);
  });

  test('pdf.js finds the same order', async () => {
    const { promise } = getDocument({ data: new Uint8Array(await alone(texts[0]!)), verbosity: 0 });
    const { items } = await (await (await promise).getPage(1)).getTextContent();
    const placed = items.flatMap((part) =>
      'str' in part && part.str.trim() ? [{ text: plain(part.str), x: part.transform[4] as number }] : [],
    );
    const place = (text: string): number => placed.findLast((part) => part.text.startsWith(text))!.x;
    const [first, latin, last] = [placed.find((part) => part.text === 'كلمة')!.x, place('ABC'), place('كلمة أخرى')];
    expect(last).toBeLessThan(latin);
    expect(latin).toBeLessThan(first);
  });

  test('the words of a phrase stand where pdf.js and MuPDF find them', async () => {
    const bytes = await alone('كما جاء في فيلم The Eyes of Tammy Faye كذلك');
    const line = lineWith(bytes, 'T');
    expect(seen(line)).toContain('The Eyes of Tammy Faye');
    const { promise } = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
    const { items } = await (await (await promise).getPage(1)).getTextContent();
    const phrase = items.find((part) => 'str' in part && part.str.includes('Eyes'));
    if (!phrase || !('str' in phrase)) throw new Error('not found');
    expect(plain(phrase.str)).toContain('The Eyes of Tammy Faye');
    const [first, last] = [line.find(({ character }) => character === 'T')!, line.findLast(({ character }) => character === 'e')!];
    expect(phrase.transform[4]).toBeCloseTo(first.left, 0);
    expect(phrase.transform[4] + phrase.width).toBeCloseTo(last.right, 0);
  });

  test('numbers and addresses keep their digits in order', async () => {
    const number = seen(lineWith(await alone(texts[1]!), '/'));
    expect(number).toContain('2024/05/04');
    // UAX #9: the sign after a number in an Arabic line stands at its left.
    expect(number).toContain('%45');
    expect(number).toContain('٪٥٥');
    expect(seen(lineWith(await alone(texts[2]!), 'N'))).toContain('٢٠٢٤');
    const address = seen(lineWith(await alone(texts[3]!), '@'));
    expect(address).toContain('https://example.com/path?x=1&y=2');
    expect(address).toContain('name@example.org');
    // A range is read from the right.
    expect(seen(lineWith(await alone(texts[6]!), '–'))).toMatch(/٢٠–١٠.* 20-10/);
  });

  test('a Latin paragraph begins at the left and keeps its brackets', async () => {
    const bytes = await alone(texts[4]!);
    const line = lineWith(bytes, '(');
    expect(seen(line)).toContain('This paragraph is wholly Latin, with (brackets), 12.5%');
    expect(line.filter(({ character }) => '()'.includes(character)).map((glyph) => bulgesLeft(bytes, glyph))).toEqual([true, false]);
    // The last line is short: "which it stands."
    const last = glyphsOf(bytes).findLast(({ character }) => character === 'w')!;
    expect(last.left).toBeLessThan(595.28 * 0.14);
  });
});
