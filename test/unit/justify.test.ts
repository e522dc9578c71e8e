// Lines filled: total fit, spaces before strokes, strokes by the rules of Naskh, and none of it in the text.
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadFaces } from '#core/export/faces/load-faces.ts';
import { readTrueType } from '#core/export/pdf/true-type.ts';
import { box, breakLines, FORBIDDEN, FORCED, glue, penalty, type Piece } from '#core/typeset/break-lines.ts';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import { candidates } from '#core/typeset/kashida.ts';
import type { Line } from '#core/typeset/line.ts';
import { type ParagraphStyle, setParagraph } from '#core/typeset/paragraph.ts';
import type { Shaper, ShapedRun, Shaping } from '#core/typeset/shape.types.ts';
import { pdfOf, byPdfjs, plain } from '../support/pdf.ts';
import { sumUp } from '../support/setting.ts';
import { itemSchema } from '#contract/item.ts';

let shaper: Shaper;
let paragraphs: string[];
beforeAll(async () => {
  const { regular } = await loadFaces();
  shaper = harfbuzzShaper(regular, readTrueType(regular).unitsPerEm);
  paragraphs = (await readFile('test/fixtures/seed/page.txt', 'utf8')).split(/\r?\n/).filter((line) => line.length > 100);
});

const style: ParagraphStyle = { size: 14, measure: 434.55, justify: true, direction: 'rtl', language: 'ar', kashida: true };
const set = (text: string, other: Partial<ParagraphStyle> = {}): Line[] => setParagraph(text, shaper, { ...style, ...other });
test('a word without end of two scripts in turn is broken within the measure, and nothing of it is lost', () => {
  const word = 'اaب1'.repeat(500);
  const lines = set(word);
  expect(lines.length).toBeGreaterThan(10);
  for (const { width } of lines) expect(width).toBeLessThanOrEqual(style.measure + 0.01);
  expect(lines.map(({ tokens }) => tokens.map(({ text }) => text).join('')).join('')).toBe(word);
});

const words = (lines: readonly Line[]): string => lines.map(({ tokens }) => tokens.map((token) => token.text).join('')).join(' ');

describe('total fit', () => {
  /** Words of these widths, spaces of 10 that stretch by 5 and shrink by 3. */
  const text = (widths: number[]): Piece[] => [
    ...widths.flatMap((width, at) => (at === 0 ? [box(width)] : [glue(10, 5, 3), box(width)])),
    penalty(FORBIDDEN),
    glue(0, 1e5, 0),
    penalty(FORCED),
  ];

  test('a line is left looser than it need be where that spares the next one worse', () => {
    // First fit takes 20 20 20 20 | 60 | 100: the lone 60 gapes. Total fit gives it a neighbour.
    const pieces = text([20, 20, 20, 20, 60, 100]);
    const lines = breakLines(pieces, 110).map((end) => pieces.slice(0, end).filter((piece) => piece.type === 'box').length);
    expect(lines).toEqual([3, 5, 6]);
  });

  test('a word wider than the line still gets a line', () => {
    expect(breakLines(text([20, 500, 20]), 100)).toHaveLength(3);
    expect(breakLines(text([]), 100)).toHaveLength(1);
  });
});

describe('the seed article', () => {
  test.each([false, true])('at A4 width no space is wider than 1.6 of its own width; strokes: %s', (kashida) => {
    const sum = sumUp(
      paragraphs.map((text) => set(text, { kashida })),
      style.measure,
    );
    expect(sum.lines).toBeGreaterThan(20);
    expect(sum).toMatchObject({ loose: 0, twice: 0 });
    // A line that would gape is left short.
    expect(sum.short).toBeLessThanOrEqual(kashida ? 0 : 2);
    expect(sum.widest).toBeLessThan(1.6);
  });

  test('every line but the last fills the measure, and nothing is lost', () => {
    for (const text of paragraphs) {
      const lines = set(text);
      for (const line of lines.slice(0, -1)) expect(line.width).toBeCloseTo(style.measure, 6);
      expect(plain(words(lines))).toBe(plain(text));
    }
  });
});

describe('strokes drawn out', () => {
  const best = (word: string): string => {
    const at = candidates(word)[0]?.at;
    return at === undefined ? word : `${word.slice(0, at)}ـ${word.slice(at)}`;
  };

  test.each([
    ['السعادة', 'السـعادة'],
    ['مدرسة', 'مدرسـة'],
    ['كتاب', 'كتاب'],
    ['رحلة', 'رحلـة'],
    ['سلام', 'سـلام'],
    ['بلا', 'بلا'],
    ['من', 'من'],
    ['دور', 'دور'],
    ['كبير', 'كبيـر'],
    ['رَحْمَةِ', 'رَحْمَـةِ'],
  ])('%s: %s', (word, drawn) => expect(best(word)).toBe(drawn));

  test('clusters of a word drawn out read as those of the word', () => {
    const shaping: Shaping = { rtl: true, language: 'ar', script: 'Arab', before: '', after: '' };
    const texts = (run: ShapedRun): string[] => run.clusters.map((cluster) => cluster.text);
    for (const word of ['السعادة', 'رَحْمَةِ', 'المدرسة']) {
      const places = shaper.stretchable(word, shaping);
      const at = candidates(word).find((one) => places.includes(one.at))!.at;
      const [plainRun, drawn] = [shaper.shape(word, shaping), shaper.stretched(word, shaping, [{ at, count: 2 }])];
      expect(drawn.advance).toBeGreaterThan(plainRun.advance);
      expect(texts(drawn)).toEqual(texts(plainRun));
      const sum = drawn.clusters.reduce((total, cluster) => total + cluster.advance, 0);
      expect(sum).toBe(drawn.advance);
    }
  });

  test('spaces come first; then lines are drawn out, one place in a word, and the text has no tatweel', async () => {
    const text = `${paragraphs[3]} ${paragraphs[4]}`;
    const [without, drawn] = [false, true].map((kashida) => sumUp([set(text, { kashida, measure: 180 })], 180));
    expect(drawn!.stretched).toBeGreaterThan(2);
    expect(drawn!.short).toBeLessThanOrEqual(without!.short);
    const lines = set(text, { measure: 180 });
    for (const { tokens, extra } of lines) {
      const space = tokens.find((token) => token.kind === 'space')?.width ?? 0;
      if (tokens.some((token) => token.drawn)) expect(extra).toBeGreaterThan(0);
      if (tokens.some((token) => (token.drawn?.length ?? 0) > 1)) expect(extra).toBeGreaterThan(0.2 * space);
    }
    expect(words(lines)).not.toContain('ـ');
    const item = itemSchema.parse({
      schema: 1,
      id: '00000000-0000-7000-8000-000000000003',
      revision: 1,
      state: 'active',
      title: 'سعة',
      language: 'ar',
      dates: {},
      body: paragraphs.map((one) => ({ kind: 'paragraph', text: one })),
    });
    expect(await byPdfjs((await pdfOf([item])).bytes, '')).not.toContain('ـ');
  });
});

test('letters join across the end of a line inside a word', () => {
  const lines = set('س'.repeat(200), { measure: 100, justify: false });
  expect(lines.length).toBeGreaterThan(3);
  // Initial, medial and final forms differ: no inner piece is shaped as if it stood alone.
  const gids = lines.map(({ tokens }) => tokens.flatMap(({ run }) => run.clusters.map(({ glyphs }) => glyphs[0]![0])));
  const [medial] = gids[1]!.slice(1);
  expect(new Set(gids.slice(1, -1).flat())).toEqual(new Set([medial]));
});
