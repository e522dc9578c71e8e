// One volume, made by one maker, in a process of its own: node test/bench/volume-maker.ts MAKER ARTICLES FILE
// Prints pages, bytes, seconds of CPU and of the clock, and the most memory held, in MB.
import { createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { article } from './articles.ts';
import type { Item } from '#contract/item.ts';

const [maker = '', count = '0', file = ''] = process.argv.slice(2);
const total = Number(count);

async function* articles(): AsyncGenerator<Item> {
  for (let n = 0; n < total; n++) yield article(n);
}

async function warraq(): Promise<number> {
  const { writeBook } = await import('#core/export/pdf/document.ts');
  const out = createWriteStream(file);
  let pages = 0;
  const options = { digits: 'arab', size: 'a4', language: 'ar' } as const;
  const context = { options, signal: undefined, now: new Date(0), onItem: (more: number) => void (pages += more) };
  for await (const chunk of writeBook(articles(), context)) if (!out.write(chunk)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
  return pages;
}

/** pdfkit alone, which has neither the order of words nor a structure. */
async function pdfkit(): Promise<number> {
  const { default: PDFDocument } = await import('pdfkit');
  const { loadFaces } = await import('#core/export/faces/load-faces.ts');
  const { regular } = await loadFaces();
  const doc = new PDFDocument({ size: 'A4', margin: 80, font: null as never, autoFirstPage: false });
  const out = doc.pipe(createWriteStream(file));
  let pages = 0;
  doc.on('pageAdded', () => pages++);
  doc.registerFont('face', Buffer.from(regular)).font('face');
  for await (const { title, body } of articles()) {
    doc.addPage().fontSize(21).text(title, { align: 'right' }).fontSize(14);
    for (const { text } of body) doc.text(text, { align: 'right', lineGap: 2 });
  }
  doc.end();
  await once(out, 'finish');
  return pages;
}

async function chromium(): Promise<number> {
  const { chromiumPrinter } = await import('../support/chromium-print.ts');
  const printer = await chromiumPrinter();
  const items: Item[] = [];
  for await (const item of articles()) items.push(item);
  const bytes = await printer.print(items, true);
  othersTime = descendantsTime();
  await printer.close();
  await writeFile(file, bytes);
  const { Document } = await import('mupdf');
  return Document.openDocument(bytes, 'application/pdf').countPages();
}

/** Processor time of the processes started from here, in seconds; Linux alone tells of it. */
let othersTime = 0;
function descendantsTime(): number {
  if (process.platform !== 'linux') return 0;
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // After the name in brackets: state, parent …, and at 11 and 12 the user's and the system's time in hundredths.
        const fields = readFileSync(`/proc/${name}/stat`, 'latin1')
          .replace(/^.*\) /s, '')
          .split(' ');
        return [
          {
            id: Number(name),
            parent: Number(fields[1]),
            time: (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / 100,
          },
        ];
      } catch {
        return [];
      }
    });
  const of = (parent: number): number =>
    processes.filter((one) => one.parent === parent).reduce((sum, { id, time }) => sum + time + of(id), 0);
  return of(process.pid);
}

const makers: Record<string, () => Promise<number>> = { warraq, pdfkit, chromium };
const start = performance.now();
const pages = await makers[maker]!();
const seconds = (performance.now() - start) / 1000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const round = (value: number): number => Math.round(value * 10) / 10;
console.log(
  JSON.stringify({
    maker,
    articles: total,
    pages,
    megabytes: round(statSync(file).size / 1e6),
    seconds: round(seconds),
    cpu: round((userCPUTime + systemCPUTime) / 1e6 + othersTime),
    peak: Math.round(maxRSS / 1024),
  }),
);
