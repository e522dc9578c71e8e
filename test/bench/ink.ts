// Do renderers show the same? node test/bench/ink.ts FILE... , texts of articles. Ink that one renderer shows and another does not,
// of a hundred, over all pages, at 144 dots an inch.
import { readFileSync } from 'node:fs';
import { article } from './articles.ts';
import { printable } from '../../src/core/export/pdf/article.ts';
import { lacking, mupdfPicture, pdfiumPicture, popplerPicture } from '../support/ink.ts';
import { hasPoppler, pdfOf } from '../support/pdf.ts';

const renderers = Object.entries({ mupdf: mupdfPicture, pdfium: pdfiumPicture, ...(hasPoppler ? { poppler: popplerPicture } : {}) });
const sums = new Map<string, { ink: number; lacking: number; pages: number }>();
for (const file of process.argv.slice(2)) {
  const texts = readFileSync(file, 'utf8').split('\n').map(printable).filter(Boolean).slice(0, 12);
  const { bytes, pages } = await pdfOf([{ ...article(1), body: texts.map((text) => ({ kind: 'paragraph', text })) }]);
  for (let page = 0; page < pages; page++) {
    const pictures = await Promise.all(renderers.map(async ([name, render]) => ({ name, picture: await render(bytes, page, 2) })));
    for (const a of pictures)
      for (const b of pictures) {
        if (a === b) continue;
        const key = `${a.name} without ${b.name}`;
        const sum = sums.get(key) ?? { ink: 0, lacking: 0, pages: 0 };
        const found = lacking(a.picture, b.picture);
        sums.set(key, { ink: sum.ink + found.ink, lacking: sum.lacking + found.lacking, pages: sum.pages + 1 });
      }
  }
}
for (const [pair, { ink, lacking: off, pages }] of sums)
  console.log(JSON.stringify({ pair, pages, ink, percent: Math.round((off / ink) * 1e5) / 1e3 }));
process.exit(0);
