// The text layer as readers find it: node test/bench/text-layer.ts FILE... , each a text of one article.
// Characters wrong of a hundred wanted (white space made one, marks of direction left out), over all files and the worst file.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { itemSchema } from '#contract/item.ts';
import { printable } from '../../src/core/export/pdf/article.ts';
import { byMupdf, byPdfium, byPdfjs, byPoppler, edits, hasPoppler, pdfOf, plain, type Reader } from '../support/pdf.ts';

const readers: Record<string, Reader> = { pdfjs: byPdfjs, mupdf: byMupdf, pdfium: byPdfium, ...(hasPoppler ? { poppler: byPoppler } : {}) };
const TITLE = 'مقالة';
const sums = new Map(Object.keys(readers).map((name) => [name, { wrong: 0, wanted: 0, worst: 0, worstFile: '' }]));

for (const file of process.argv.slice(2)) {
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => printable(line))
    .filter(Boolean)
    .slice(0, 40);
  const item = itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000005',
    revision: 1,
    state: 'active',
    // A head that every reader gives back whole, so that it can be left out.
    title: TITLE,
    body: texts.map((text) => ({ kind: 'paragraph', text })),
    language: 'ar',
    dates: {},
  });
  const { bytes } = await pdfOf([item]);
  const wanted = plain([TITLE, ...texts].join(' '));
  for (const [name, read] of Object.entries(readers)) {
    const wrong = edits(wanted, await read(bytes, plain(`وَرّاق · ${TITLE}`)));
    const sum = sums.get(name)!;
    sum.wrong += wrong;
    sum.wanted += wanted.length;
    if (wrong / wanted.length > sum.worst) Object.assign(sum, { worst: wrong / wanted.length, worstFile: basename(file) });
  }
}
const percent = (share: number): number => Math.round(share * 10_000) / 100;
for (const [name, { wrong, wanted, worst, worstFile }] of sums)
  console.log(JSON.stringify({ name, wanted, percent: percent(wrong / wanted), worst: percent(worst), worstFile }));
