// What a face lacks is drawn by others, in place and in order; outlines keep their shape on the way.
import { expect, test } from 'vitest';
import { itemSchema } from '#contract/item.ts';
import { loadFaces } from '#core/export/faces/load-faces.ts';
import { glyphOf, outlineOf } from '#core/export/pdf/outline.ts';
import { openFace } from '#core/export/pdf/open-face.ts';
import { readTrueType } from '#core/export/pdf/true-type.ts';
import { placeOf } from '#core/typeset/companions.ts';
import type { Shaping } from '#core/typeset/shape.types.ts';
import { byPdfium, byPdfjs, pdfOf, plain } from '../support/pdf.ts';
import { complaintsOf } from '../support/pdf-lint.ts';

const { regular, companions } = await loadFaces();
const { face, shaper } = openFace(regular, companions.regular);
const shaping: Shaping = { rtl: true, language: 'ar', script: 'Arab', before: '', after: '' };

test('a glyph taken apart and put together again is the same outline', () => {
  for (const bytes of companions.regular) {
    const other = readTrueType(bytes);
    const count = other.table('maxp')!.readUInt16BE(4);
    expect(count).toBeGreaterThan(1000);
    for (let gid = 0; gid < count; gid += 3) {
      const outline = outlineOf(other, gid);
      const rounded = outline.map((contour) => contour.map(({ x, y, on }) => ({ x: Math.round(x), y: Math.round(y), on })));
      expect(outlineOf({ glyph: () => glyphOf(outline) }, 0), `glyph ${gid}`).toEqual(rounded.filter(({ length }) => length > 0));
      const [glyph, made] = [other.glyph(gid), glyphOf(outline)];
      if (glyph.length === 0 || glyph.readInt16BE(0) < 0) continue;
      // Points off the curve may reach further than the curve.
      const box = (of: Buffer): number[] => [2, 4, 6, 8].map((at) => of.readInt16BE(at) * (at < 6 ? -1 : 1));
      box(glyph).forEach((edge, at) => expect(box(made)[at], `glyph ${gid}`).toBeGreaterThanOrEqual(edge - 1));
    }
  }
});

const companionOf = (gid: number): number | string => {
  const place = placeOf(gid);
  return 'codePoint' in place ? 'box' : place.companion;
};

test.each([
  ['سلام', [0]],
  ['Ж', [1]],
  ['🚀', [2]],
  ['漢', ['box']],
  ['ب漢☃ت', [0, 'box', 1]],
])('%s', (text, wanted) => {
  for (const rtl of [true, false]) {
    const run = shaper.shape(text, { ...shaping, rtl });
    const read = run.clusters.map((cluster) => cluster.text);
    expect((rtl ? read.reverse() : read).join('')).toBe(text);
    expect(run.clusters.reduce((sum, { advance }) => sum + advance, 0)).toBe(run.advance);
    const used = run.clusters.flatMap(({ glyphs }) => glyphs.map(([gid]) => companionOf(gid)));
    expect(new Set(used)).toEqual(new Set(wanted));
    for (const { glyphs } of run.clusters) for (const [gid] of glyphs) expect(face.glyph(gid).length).toBeGreaterThan(10);
  }
});

test('letters beside a strange one keep joining as they did', () => {
  const joined = shaper.shape('بت漢', shaping).clusters.filter(({ text }) => text !== '漢');
  expect(joined.map(({ glyphs }) => glyphs)).toEqual(shaper.shape('بت', shaping).clusters.map(({ glyphs }) => glyphs));
});

test('a family of emoji is one picture, and reads as its characters', () => {
  const { clusters } = shaper.shape('👩‍👧', shaping);
  expect(clusters.map(({ text }) => text)).toEqual(['👩‍👧']);
  expect(clusters[0]!.glyphs).toHaveLength(1);
});

test('a page in many scripts reads back in order and is made to the standards', async () => {
  const texts = ['قال Путин في Москва: Ελλάδα و😀 ثم ☃ و→ نعم', 'كتب 漢字 في النص', 'Čeština, Łódź и Київ', 'שלום עולם في القدس'];
  const item = itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000006',
    revision: 1,
    state: 'active',
    title: 'مقالة',
    body: texts.map((text) => ({ kind: 'paragraph', text })),
    language: 'ar',
    dates: {},
  });
  const { bytes, missing } = await pdfOf([item]);
  expect(missing).toEqual(['漢', '字']);
  expect(complaintsOf(bytes)).toEqual([]);
  const folded = (text: string): string => text.replace(/ /g, '');
  for (const read of [byPdfjs, byPdfium]) {
    const text = folded(await read(bytes, plain('وَرّاق · مقالة')));
    for (const word of texts.flatMap((one) => one.split(/[ :,]+/))) expect(text).toContain(word);
  }
});
