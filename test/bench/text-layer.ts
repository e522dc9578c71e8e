// The text layer as readers find it, of files with texts of articles:
// node test/bench/text-layer.ts [--chromium] [--differences] [--strata plain,vowelled,mixed] [--readers pdfjs,mupdf] FILE...
// Characters wrong of a hundred wanted (white space made one, marks of direction left out): over whole articles, over their
// fully vowelled lines, and over lines that mix Arabic with Latin and digits or brackets. Beside it, Chromium's PDF of the same.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Item, itemSchema } from '#contract/item.ts';
import { printable } from '../../src/core/export/pdf/article.ts';
import { chromiumPrinter } from '../support/chromium-print.ts';
import { differences, distance } from '../support/distance.ts';
import { byMupdf, byPdfbox, byPdfium, byPdfjs, byPoppler, hasPdfbox, hasPoppler, pdfOf, plain, type Reader } from '../support/pdf.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { chromium: { type: 'boolean' }, differences: { type: 'boolean' }, strata: { type: 'string' }, readers: { type: 'string' } },
});
// A head that every reader gives back whole, so that it can be left out.
const TITLE = 'مقالة';
const LINES = 40;

const one =
  (read: Reader) =>
  async (files: readonly Buffer[], head: string): Promise<string[]> => {
    const texts: string[] = [];
    for (const bytes of files) texts.push(await read(bytes, head));
    return texts;
  };
const all = {
  pdfjs: one(byPdfjs),
  mupdf: one(byMupdf),
  pdfium: one(byPdfium),
  ...(hasPoppler ? { poppler: one(byPoppler) } : {}),
  ...(hasPdfbox ? { pdfbox: byPdfbox } : {}),
};
const readers = Object.entries(all).filter(([name]) => !values.readers || values.readers.split(',').includes(name));

const count = (text: string, of: RegExp): number => text.match(of)?.length ?? 0;
const vowelled = (line: string): boolean => count(line, /[\u064b-\u0652]/g) > 0.5 * count(line, /[\u0621-\u064a]/g) && line.length > 20;
const mixed = (line: string): boolean =>
  count(line, /[\u0621-\u064a]/g) > 5 && count(line, /[A-Za-z]/g) > 5 && /[0-9٠-٩()[\]{}«»]/.test(line) && line.length < 1500;

const articles = positionals.map((file) => readFileSync(file, 'utf8').split('\n').map(printable).filter(Boolean));
const portions = (lines: string[]): string[][] =>
  Array.from({ length: Math.ceil(lines.length / LINES) }, (_, at) => lines.slice(LINES * at, LINES * (at + 1)));
const strata: Record<string, string[][]> = {
  plain: articles.map((lines) => lines.slice(0, LINES)),
  vowelled: portions(articles.flat().filter(vowelled)),
  mixed: portions(articles.flat().filter(mixed)),
};

const itemOf = (texts: readonly string[]): Item =>
  itemSchema.parse({
    schema: 1,
    id: '00000000-0000-7000-8000-000000000005',
    revision: 1,
    state: 'active',
    title: TITLE,
    body: texts.map((text) => ({ kind: 'paragraph', text })),
    language: 'ar',
    dates: {},
  });

const percent = (share: number): number => Math.round(share * 10_000) / 100;

async function measure(stratum: string, maker: string, files: Buffer[], texts: string[][], head: string): Promise<void> {
  for (const [reader, read] of readers) {
    const got = await read(files, head);
    let [wrong, length, worst, worstAt] = [0, 0, 0, 0];
    texts.forEach((lines, at) => {
      const wanted = plain([TITLE, ...lines].join(' '));
      const off = distance(wanted, got[at]!);
      wrong += off;
      length += wanted.length;
      if (off / wanted.length > worst) [worst, worstAt] = [off / wanted.length, at];
      if (values.differences && off > 0)
        for (const one of differences(wanted, got[at]!))
          console.error(`${maker}\t${reader}\t${stratum}\t${at}\t-${one.wanted}\t+${one.read}\t${one.before}⟦⟧${one.after}`);
    });
    console.log(
      JSON.stringify({ stratum, maker, reader, wanted: length, percent: percent(wrong / length), worst: percent(worst), worstAt }),
    );
  }
}

const chromium = values.chromium ? await chromiumPrinter() : undefined;
for (const [stratum, texts] of Object.entries(strata)) {
  if (texts.length === 0 || (values.strata && !values.strata.split(',').includes(stratum))) continue;
  const files: Buffer[] = [];
  for (const lines of texts) files.push((await pdfOf([itemOf(lines)])).bytes);
  await measure(stratum, 'warraq', files, texts, plain(`وَرّاق · ${TITLE}`));
  if (!chromium) continue;
  const printed: Buffer[] = [];
  for (const lines of texts) printed.push(await chromium.print([itemOf(lines)]));
  await measure(stratum, 'chromium', printed, texts, '\ue000');
}
await chromium?.close();
