// Footnotes: at the foot of the page of their marks, in the structure as notes, and told once.
import fc from 'fast-check';
import * as mupdf from 'mupdf';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { type Block, itemSchema } from '#contract/item.ts';
import { withNotes } from '#core/export/pdf/notes.ts';
import { paginate } from '#core/typeset/paginate.ts';
import { byPdfjs, pdfOf, plain } from '../support/pdf.ts';
import { complaintsOf } from '../support/pdf-lint.ts';

const filler = 'كلام طويل يمتد على أسطر كثيرة كي تمتلئ الصفحة به ويُرى أين تقع الحواشي منها. '.repeat(5);
const paragraph = (text: string, note?: string): Block =>
  note === undefined ? { kind: 'paragraph', text } : { kind: 'paragraph', text, marks: [{ start: text.length, end: text.length, note }] };
const body: Block[] = [
  paragraph(filler, 'a'),
  { kind: 'paragraph', text: 'علامة ظاهرة[2] هنا.', marks: [{ start: 11, end: 14, note: 'b' }] },
  ...Array.from({ length: 8 }, () => paragraph(filler)),
  { kind: 'list-item', text: 'بند له حاشية', marks: [{ start: 12, end: 12, note: 'c' }] },
  { kind: 'list-item', text: 'وبند بلا حاشية' },
  { kind: 'paragraph', text: 'حاشية الألف', note: 'a' },
  { kind: 'paragraph', text: '2. حاشية الباء', note: 'b' },
  { kind: 'paragraph', text: 'حاشية الجيم', note: 'c' },
  { kind: 'paragraph', text: 'كلام لا علامة له', note: 'z' },
];
const item = itemSchema.parse({
  schema: 1,
  id: '00000000-0000-7000-8000-00000000000a',
  revision: 1,
  state: 'active',
  title: 'مقالة',
  body,
  language: 'ar',
  dates: {},
});

test('notes stand at the foot of the page of their marks, below all else', async () => {
  const { bytes } = await pdfOf([item]);
  expect(complaintsOf(bytes)).toEqual([]);
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  const placeOf = (words: string): { page: number; y: number } => {
    for (let page = 0; page < document.countPages(); page++) {
      const [found] = document.loadPage(page).search(words, '');
      if (found) return { page, y: found[0]![1] };
    }
    throw new Error(`${words} is nowhere`);
  };
  const places = ['الألف', 'الباء', 'الجيم'].map(placeOf);
  expect(places.map(({ page }) => page)).toEqual([0, 0, placeOf('بند له').page]);
  for (const { y } of places) expect(y).toBeGreaterThan(841.89 * 0.8);
  expect(places[1]!.y).toBeGreaterThan(places[0]!.y);
  // A note that nothing leads to stays where it stood.
  expect(placeOf('لا علامة').y).toBeLessThan(841.89 * 0.8);
  const text = plain(await byPdfjs(bytes, ''));
  for (const words of ['حاشية الألف', 'حاشية الباء', 'حاشية الجيم']) expect(text.split(words)).toHaveLength(2);
  expect(text).toContain('(١) حاشية الألف');
  expect(text).not.toContain('[2] 2.');
});

type Tree = { role: string; children: (Tree | { type: string })[] };
test('the structure has notes and what refers to them', async () => {
  const { bytes } = await pdfOf([item]);
  const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
  const roles: string[] = [];
  const walk = (tree: Tree): void => {
    // Elements of other pages are told without content.
    if (tree.children.some((one) => !('role' in one))) roles.push(tree.role);
    for (const one of tree.children) if ('role' in one) walk(one);
  };
  walk((await page.getStructTree()) as unknown as Tree);
  expect(roles.filter((role) => role === 'Note' || role === 'Reference')).toEqual(['Reference', 'Reference', 'Note', 'Note']);
  const root = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF()!.getTrailer().get('Root', 'StructTreeRoot');
  const names = root.get('IDTree', 'Names');
  expect(names.length).toBe(6);
  for (let at = 0; at < names.length; at += 2)
    expect(
      names
        .get(at + 1)
        .get('ID')
        .asString(),
    ).toBe(names.get(at).asString());
});

test('marks that are not shown are put in, and links after them keep their words', () => {
  const text = 'كلام ثم رابط هنا';
  const links = [{ start: 8, end: 12, url: 'https://a.b' }];
  const [first, note] = withNotes(
    [
      { kind: 'paragraph', text, links, marks: [{ start: 4, end: 4, note: 'x' }] },
      { kind: 'paragraph', text: 'حاشية', note: 'x' },
    ],
    (digits) => digits,
  );
  expect(first!.text).toBe('كلام(1) ثم رابط هنا');
  expect(first!.text.slice(first!.links![0]!.start, first!.links![0]!.end)).toBe('رابط');
  expect(note).toMatchObject({ label: '(1)', text: 'حاشية', note: 'x' });
  const [lone] = withNotes([{ kind: 'paragraph', text, marks: [{ start: 4, end: 4, note: 'gone' }] }], (digits) => digits);
  expect(lone!.text).toBe(text);
});

test('no page runs over, no note is lost or told twice, and each comes on the page of its mark or after it', () => {
  const block = fc.record({ lines: fc.integer({ min: 1, max: 14 }), marks: fc.array(fc.nat(13), { maxLength: 3 }) });
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 25 }),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 75, maxLength: 75 }),
      (texts, tall) => {
        let next = texts.length;
        const flow = texts.map(({ lines, marks }) => {
          const notes: number[][] = Array.from({ length: lines }, () => []);
          for (const mark of marks) notes[mark % lines]!.push(next++);
          return { lines, leading: 10, spaceAfter: 4, keepWithNext: false, notes };
        });
        const asides = tall
          .slice(0, next - texts.length)
          .map((lines) => ({ lines, leading: 7, spaceAfter: 1, keepWithNext: false, aside: true }));
        const blocks = [...flow, ...asides];
        const slices = paginate(blocks, 120);
        const told = slices.filter(({ block: at }) => at >= texts.length).map(({ block: at }) => at);
        expect(told.toSorted((a, b) => a - b)).toEqual(asides.map((_, at) => texts.length + at));
        const pageOfNote = new Map(slices.map((slice) => [slice.block, slice.page]));
        const ends = new Map<number, number>();
        for (const { block: at, from, to, page, y } of slices) {
          expect(y).toBeGreaterThanOrEqual(ends.get(page) ?? 0);
          const end = y + (to - from) * blocks[at]!.leading;
          expect(end).toBeLessThanOrEqual(120.001);
          ends.set(page, end);
          for (const note of (flow[at]?.notes ?? []).slice(from, to).flat()) expect(pageOfNote.get(note)).toBeGreaterThanOrEqual(page);
        }
        flow.forEach(({ lines }, at) => {
          const own = slices.filter((slice) => slice.block === at);
          expect(own.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(lines);
        });
      },
    ),
    { numRuns: 300, seed: 3 },
  );
});
