// One volume, made by one maker, in a process of its own: node test/bench/volume-maker.ts MAKER ARTICLES FILE [news]
// Prints pages, bytes, seconds of CPU and of the clock, and the most memory held, in MB. Time is that of making: what loads modules,
// faces and the browser, and what makes up the articles, is left out of it, as it is the same for one page and for many.
import { createWriteStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { article, newsArticle } from './articles.ts';
import { news } from './news.ts';
import type { Item } from '#contract/item.ts';

const [maker = '', count = '0', file = '', kind = 'seed'] = process.argv.slice(2);
const total = Number(count);

type Spent = { cpu: number; clock: number };
const spent = (): Spent => {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6, clock: performance.now() / 1000 };
};
const since = (before: Spent): Spent => {
  const now = spent();
  return { cpu: now.cpu - before.cpu, clock: now.clock - before.clock };
};

/** Spent on the articles themselves. */
const given: Spent = { cpu: 0, clock: 0 };
/** Made at once: to ask for the time spent costs a good part of what an article does. */
const BATCH = 50;
async function* articles(): AsyncGenerator<Item> {
  const texts = kind === 'news' ? news(total) : undefined;
  for (let from = 0; from < total; from += BATCH) {
    const before = spent();
    const batch: Item[] = [];
    for (let n = from; n < Math.min(total, from + BATCH); n++) batch.push(texts ? newsArticle(n, (await texts.next()).value!) : article(n));
    const { cpu, clock } = since(before);
    given.cpu += cpu;
    given.clock += clock;
    yield* batch;
  }
  // At its end the generator lets go of what it reads from.
  await texts?.next();
}

async function warraq(): Promise<() => Promise<number>> {
  const { writeBook } = await import('#core/export/pdf/document.ts');
  return async () => {
    const out = createWriteStream(file);
    let pages = 0;
    const options = { digits: 'arab', size: 'a4', language: 'ar' } as const;
    const context = { options, signal: undefined, now: new Date(0), onItem: (more: number) => void (pages += more) };
    for await (const chunk of writeBook(articles(), context)) if (!out.write(chunk)) await once(out, 'drain');
    out.end();
    await once(out, 'close');
    return pages;
  };
}

/** pdfkit alone, which does not know the order of words: in the same face, as large, on lines as long. */
const pdfkit = (tagged: boolean) => async (): Promise<() => Promise<number>> => {
  const { default: PDFDocument } = await import('pdfkit');
  const { loadFaces } = await import('#core/export/faces/load-faces.ts');
  const { regular } = await loadFaces();
  return async () => {
    const more = tagged ? { tagged, lang: 'ar', pdfVersion: '1.7' as const } : {};
    const doc = new PDFDocument({ size: 'A4', margin: 80, font: null as never, autoFirstPage: false, ...more });
    const out = doc.pipe(createWriteStream(file));
    let pages = 0;
    doc.on('pageAdded', () => pages++);
    doc.registerFont('face', Buffer.from(regular)).font('face');
    const root = tagged ? doc.struct('Document') : undefined;
    if (root) doc.addStructure(root);
    const add = (type: string, size: number, text: string): void => {
      const show = (): void => void doc.fontSize(size).text(text, { align: 'right', lineGap: 2 });
      if (root) root.add(doc.struct(type, {}, [show]));
      else show();
    };
    for await (const { title, body } of articles()) {
      doc.addPage();
      if (root) doc.outline.addItem(title);
      add('H1', 21, title);
      for (const { text } of body) add('P', 14, text);
    }
    doc.end();
    await once(out, 'finish');
    return pages;
  };
};

async function chromium(): Promise<() => Promise<number>> {
  const { chromiumPrinter } = await import('../support/chromium-print.ts');
  const { Document } = await import('mupdf');
  const printer = await chromiumPrinter();
  const items: Item[] = [];
  for await (const item of articles()) items.push(item);
  Object.assign(given, { cpu: 0, clock: 0 });
  const before = descendantsTime();
  return async () => {
    const bytes = await printer.print(items, true);
    othersTime = descendantsTime() - before;
    await printer.close();
    await writeFile(file, bytes);
    return Document.openDocument(bytes, 'application/pdf').countPages();
  };
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

const makers: Record<string, () => Promise<() => Promise<number>>> = {
  warraq,
  pdfkit: pdfkit(false),
  'pdfkit-tagged': pdfkit(true),
  chromium,
};
const make = await makers[maker]!();
const start = spent();
const pages = await make();
const { cpu, clock } = since(start);
const round = (value: number): number => Math.round(value * 10) / 10;
console.log(
  JSON.stringify({
    maker,
    articles: total,
    pages,
    megabytes: round(statSync(file).size / 1e6),
    seconds: round(clock - given.clock),
    cpu: round(cpu - given.cpu + othersTime),
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
