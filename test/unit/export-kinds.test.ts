// Kinds of blocks: how each is set, and what the structure tree says of it, as pdf.js reads it.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Block, itemSchema } from '#contract/item.ts';
import { labelled } from '#core/typeset/list-label.ts';
import { paginate } from '#core/typeset/paginate.ts';
import { verseOf } from '#core/typeset/verse.ts';
import { byMupdf, byPdfjs, edits, pdfOf, plain } from '../support/pdf.ts';

const body: Block[] = [
  { kind: 'paragraph', text: 'فقرة أولى فيها كلام.' },
  { kind: 'heading', text: 'عنوان فرعي', level: 2 },
  { kind: 'quote', text: 'اقتباس أول.' },
  { kind: 'quote', text: 'اقتباس ثان.' },
  { kind: 'heading', text: 'عنوان أدنى بدرجتين', level: 4 },
  { kind: 'list-item', text: 'بند بلا رقم' },
  { kind: 'list-item', text: '(ب) بند بحرف' },
  { kind: 'verse', text: 'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ *** بِسِقْطِ اللِّوَى بَيْنَ الدَّخُولِ فَحَوْمَلِ' },
  { kind: 'verse', text: 'فَتُوضِحَ فَالْمِقْرَاةِ لَمْ يَعْفُ رَسْمُهَا     لِمَا نَسَجَتْهَا مِنْ جَنُوبٍ وَشَمْأَلِ' },
  { kind: 'caption', text: 'صورة للمدينة' },
];
const item = itemSchema.parse({
  schema: 1,
  id: '00000000-0000-7000-8000-000000000004',
  revision: 1,
  state: 'active',
  title: 'أنواع',
  body,
  language: 'ar',
  dates: {},
});

type Tree = { role: string; children: (Tree | { type: 'content'; id: string })[] };
const told = (tree: Tree): string => {
  const children = tree.children.flatMap((child) => ('role' in child ? [told(child)] : []));
  return children.length > 0 ? `${tree.role}(${children.join(' ')})` : tree.role;
};

let bytes: Buffer;
beforeAll(async () => void ({ bytes } = await pdfOf([item])));

test('the structure tree is that of the article, and no level of heading is left out', async () => {
  const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
  const tree = (await page.getStructTree()) as unknown as Tree;
  const wanted = 'Sect(H1 P H2 BlockQuote(P P) H3 L(LI(Lbl LBody) LI(Lbl LBody)) P P P)';
  expect(told(tree)).toBe(`Root(Document(${wanted}))`);
});

test('all text reads back in order', async () => {
  const head = plain(`وَرّاق · ${item.title}`);
  const wanted = plain([item.title, ...body.map(({ text }) => (text.startsWith('بند') ? `• ${text}` : text))].join(' '));
  const folded = (text: string): string => text.replace(/ /g, '');
  expect(folded(await byPdfjs(bytes, head))).toBe(folded(wanted));
  // MuPDF takes the full stop of a short paragraph to its other end.
  expect(edits(folded(wanted), folded(await byMupdf(bytes, head)))).toBeLessThanOrEqual(4);
});

describe('a verse is told by what stands in its middle', () => {
  test.each([
    ['صدر البيت هنا *** عجز البيت هنا', ['صدر البيت هنا', 'عجز البيت هنا', '***']],
    ['صدر البيت هنا\tعجز البيت هنا', ['صدر البيت هنا', 'عجز البيت هنا', '']],
    ['صدر البيت هنا      عجز البيت هنا', ['صدر البيت هنا', 'عجز البيت هنا', '']],
    ['صدر البيت هنا ... عجز البيت هنا', ['صدر البيت هنا', 'عجز البيت هنا', '...']],
  ])('%s', (text, [first, second, between]) => expect(verseOf(text)).toEqual({ first, second, between }));

  test.each(['بيت بلا شطرين', 'كلمة * ثم كلام أطول منها بكثير جدًّا'])('not %s', (text) => expect(verseOf(text)).toBeUndefined());
});

test.each([
  ['١- بند', '١-', 'بند'],
  ['2) بند', '2)', 'بند'],
  ['• بند', '•', 'بند'],
  ['بند ١- كذا', '•', 'بند ١- كذا'],
])('the label of «%s» is %s', (text, label, rest) => expect(labelled(text)).toEqual({ label, text: rest }));

test('no page begins or ends with a lone line, and a heading stays with what follows', () => {
  const paragraph = { lines: 5, leading: 10, spaceAfter: 0, keepWithNext: false };
  const heading = { lines: 1, leading: 10, spaceAfter: 0, keepWithNext: true };
  for (let before = 0; before < 40; before++) {
    const blocks = [...Array.from({ length: before }, () => ({ ...paragraph, lines: 1 })), paragraph, heading, paragraph];
    const slices = paginate(blocks, 100);
    for (const { block, from, to } of slices) {
      const { lines } = blocks[block]!;
      if (lines > 1 && to - from < lines) expect(to - from, `${before} lines before`).toBeGreaterThan(1);
    }
    const pageOf = (block: number): number => slices.find((slice) => slice.block === block)!.page;
    expect(pageOf(before + 1)).toBe(pageOf(before + 2));
  }
});
