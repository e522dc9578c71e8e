// Volumes of articles like the seed, by us, by pdfkit alone and by Chromium, each in a process of its own, one after the other:
// node test/bench/volume.ts [ARTICLES] [LARGE] [seed|news]. Ratios are of processor time, which is fair on a machine that does other
// things too, and then of the clock. pdfkit sets lines at the right, not justified; without a structure and bookmarks, and with them.
// LARGE is made by us alone, for its memory. Articles are of the words of the seed, of which there are few; or of a newspaper's (see
// news.ts), which are never the same twice.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Made = { maker: string; articles: number; pages: number; megabytes: number; seconds: number; cpu: number; peak: number };

const [count = '1000', large = '5000', kind = 'seed'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'warraq-volume-'));
// As much as the thread of an export has.
const ROOM = ['--max-old-space-size=2000', '--max-semi-space-size=16'];
const make = (maker: string, articles: string): Made => {
  const given = [
    ...(maker === 'warraq' ? ROOM : []),
    join(import.meta.dirname, 'volume-maker.ts'),
    maker,
    articles,
    join(folder, `${maker}.pdf`),
    kind,
  ];
  const made = JSON.parse(execFileSync(process.execPath, given, { encoding: 'utf8' })) as Made;
  console.log(JSON.stringify(made));
  return made;
};
try {
  const ours = make('warraq', count);
  const [plain, tagged, browser] = [make('pdfkit', count), make('pdfkit-tagged', count), make('chromium', count)];
  const more = Number(large) > 0 ? make('warraq', large) : undefined;
  const ratio = (a: number, b: number): number => Math.round((100 * a) / b) / 100;
  const speed = (one: Made): number => one.pages / one.cpu;
  const byClock = (one: Made): number => one.pages / one.seconds;
  console.log(
    JSON.stringify({
      timesChromium: ratio(speed(ours), speed(browser)),
      timesPdfkit: ratio(speed(ours), speed(plain)),
      timesPdfkitTagged: ratio(speed(ours), speed(tagged)),
      byTheClock: [browser, plain, tagged].map((other) => ratio(byClock(ours), byClock(other))),
      bytesOfChromium: ratio(ours.megabytes / ours.pages, browser.megabytes / browser.pages),
      ...(more ? { memoryGrowth: more.peak - ours.peak, fileGrowth: Math.round(more.megabytes - ours.megabytes) } : {}),
    }),
  );
} finally {
  rmSync(folder, { recursive: true });
}
