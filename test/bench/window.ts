// npm run bench:window [-- N]: the list of N articles (100,000) in Chromium – scrolled from top to bottom by wheel, by keys and by
// jumps, and typed over – as Chromium's own trace tells it. Needs a build. The renderer's tasks are measured in CPU time of its
// main thread, so that a machine busy with other things does not count; frames beside them in wall time.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { chromiumLaunch } from '../chromium.mjs';
import { makeDeskArchive } from '../support/desk-archive.ts';

const total = Number(process.argv[2] ?? 100_000);
const kept = process.env['WARRAQ_BENCH_ARCHIVE'];
const home = kept ?? mkdtempSync(join(tmpdir(), 'warraq-window-'));
const dir = join(home, 'archive');
const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config'), XDG_CACHE_HOME: join(home, 'cache') };
const root = join(import.meta.dirname, '..', '..');
const LIMIT = 50;

type Event = { name: string; ph: string; ts: number; dur?: number; tdur?: number; pid: number; tid: number; args?: { name?: string } };

/** What the page did while the work went on. Milliseconds. */
async function traced(cdp: CDPSession, work: () => Promise<void>) {
  const events: Event[] = [];
  const take = ({ value }: { value: object[] }): void => void events.push(...(value as Event[]));
  cdp.on('Tracing.dataCollected', take);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
  });
  await work();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', take);
  const told = tasksOf(events);
  process.stderr.write(`${JSON.stringify(told)}\n`);
  return told;
}

function tasksOf(events: readonly Event[]) {
  const main = events
    .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    .map(({ pid, tid }) => `${pid}.${tid}`);
  const tasks = events.filter((e) => e.ph === 'X' && e.name.endsWith('RunTask') && main.includes(`${e.pid}.${e.tid}`));
  const cpu = tasks.map((e) => (e.tdur ?? e.dur ?? 0) / 1000).sort((a, b) => b - a);
  const wall = tasks.map((e) => (e.dur ?? 0) / 1000).sort((a, b) => b - a);
  const round = (n = 0): number => Math.round(n * 10) / 10;
  return {
    tasks: tasks.length,
    'longest ms of CPU': cpu.slice(0, 3).map(round),
    'over the limit': cpu.filter((ms) => ms > LIMIT).length,
    'longest ms by the clock': round(wall[0]),
  };
}

async function firstPaint(page: Page, url: string): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    await page.goto('about:blank');
    await page.goto(url);
    await page.locator('#row-0, [class*=empty] p').first().waitFor();
    times.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0));
  }
  return times.sort((a, b) => a - b)[2]!;
}

async function serve(archive: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = spawn(process.execPath, [join(root, 'out/main/cli.js'), '--json', '--archive', archive, 'serve', '--create'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const piece of server.stdout) if ((text += String(piece)).includes('\n')) break;
  return {
    url: (JSON.parse(text) as { url: string }).url,
    stop: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
    },
  };
}

const report: Record<string, unknown> = { articles: total };
const browser = await chromium.launch(await chromiumLaunch());
try {
  mkdirSync(join(home, 'config'), { recursive: true });
  if (!existsSync(dir)) await makeDeskArchive(dir, total, (done) => done % 10_000 === 0 && process.stderr.write(`${done} `));
  const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'ar' });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);

  const few = await serve(join(mkdtempSync(join(tmpdir(), 'warraq-few-')), 'archive'));
  await page.goto(few.url);
  const small = await firstPaint(page, new URL('/', few.url).href);
  await few.stop();

  const { url, stop } = await serve(dir);
  await page.goto(url);
  await page.locator('#row-0').waitFor({ timeout: 600_000 });
  const large = await firstPaint(page, new URL('/', url).href);
  report['first paint ms'] = { 'one article': Math.round(small), all: Math.round(large), ratio: Math.round((large / small) * 100) / 100 };

  const cdp = await browser.newBrowserCDPSession();
  const list = page.locator('#list');
  for (const layout of ['cards', 'table'] as const) {
    await page.goto('about:blank');
    await page.goto(new URL('/', url).href);
    await page.locator('#row-0').waitFor();
    if (layout === 'table') await page.keyboard.press('l');
    const box = (await list.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const top = (): Promise<number> => list.evaluate((one) => one.scrollTop);
    report[`${layout}: wheel`] = await traced(cdp, async () => {
      for (let n = 0; n < 150; n++) {
        await page.mouse.wheel(0, 1500);
        await page.waitForTimeout(16);
      }
    });
    report[`${layout}: wheel went to`] = await top();
    report[`${layout}: jumps over all of it`] = await traced(cdp, async () => {
      for (let n = 0; n <= 100; n++) {
        await list.evaluate((one, share) => (one.scrollTop = one.scrollHeight * share), n / 100);
        await page.waitForTimeout(30);
      }
    });
    await page.waitForFunction(() => !document.querySelector('#list [aria-busy=true]'), undefined, { timeout: 600_000 });
    report[`${layout}: keys`] = await traced(cdp, async () => {
      await list.focus();
      await page.keyboard.press('Home');
      for (let n = 0; n < 150; n++) await page.keyboard.press(n % 3 === 0 ? 'PageDown' : 'ArrowDown');
      await page.keyboard.press('End');
      for (let n = 0; n < 20; n++) await page.keyboard.press('PageUp');
    });
  }
  const box = page.getByRole('searchbox');
  await box.focus();
  report['typing'] = await traced(cdp, async () => {
    for (const word of ['العاصمة ', 'النفط', ' موسكو']) await page.keyboard.type(word, { delay: 60 });
    await page.waitForTimeout(1500);
    for (let n = 0; n < 12; n++) await page.keyboard.press('Backspace', { delay: 40 });
    await page.waitForTimeout(1500);
  });
  await page.keyboard.press('Escape');
  await page.locator('#row-0').waitFor();
  report['choosing all'] = await traced(cdp, async () => {
    await list.focus();
    await page.keyboard.press('Control+a');
    await page.waitForTimeout(500);
  });
  await stop();
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  await browser.close();
  if (!kept) rmSync(home, { recursive: true, force: true });
}
