// npm run screens [-- FOLDER [STATE...]]: every screen and state of the library, or those that are named, in four variants
// (Arabic/English × light/dark), to be looked at.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../test/chromium.mjs';

const root = join(import.meta.dirname, '..');
const [folder = join(root, 'out', 'screens'), ...wanted] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'warraq-screens-'));
const archive = join(home, 'archive');
const env = {
  ...process.env,
  HOME: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_CACHE_HOME: join(home, 'cache'),
  WARRAQ_ARCHIVE: archive,
};
mkdirSync(folder, { recursive: true });
spawnSync(process.execPath, [join(root, 'test/support/desk-archive.ts'), archive, '120'], { env, stdio: 'inherit' });
const warraq = (...words) => {
  const { stdout } = spawnSync(process.execPath, [join(root, 'bin/warraq.js'), '--json', '--quiet', ...words], { env, encoding: 'utf8' });
  return JSON.parse(stdout);
};
// An article with all that may be seen of one: its original, a copy of it, changes, a note, a correction, a tag written otherwise.
const seed = join(root, 'test/fixtures/seed/page.txt');
const copy = join(home, 'copy.txt');
writeFileSync(copy, readFileSync(seed, 'utf8').replace('الدولية', 'للشؤون الدولية'));
const taken = (path) => warraq('import', path, '--duplicates', 'keep').imported[0].id;
taken(copy);
const described = taken(seed);
warraq('edit', described, '--set', 'source=قناة العالم');
warraq('tag', 'add', 'النفط', described);
warraq('annotate', described, '--quote', 'تعزير', '--field', 'title', '--correct', 'تعزيز');
warraq('annotate', described, '--quote', 'منظمة شنغهاي', '--note', 'انضمت إيران إليها بعد ذلك.');
const garbled = join(home, 'garbled.txt');
// Arabic in UTF-8 that was once read as Windows-1252.
const clean = 'خبر عن الكتب القديمة\n\nهذه فقرة عن المخطوطات في بغداد والقاهرة وفاس، وعن الوراقين الذين نسخوها وجلدوها وباعوها في الأسواق.';
const cp1252 = new TextDecoder('windows-1252');
writeFileSync(garbled, cp1252.decode(Buffer.from(clean)));
warraq('import', garbled);

const server = spawn(process.execPath, [join(root, 'bin/warraq.js'), '--json', 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
const [line] = await once(server.stdout, 'data');
const { url } = JSON.parse(String(line));
const browser = await chromium.launch(await chromiumLaunch());

const viewport = { width: 1360, height: 840 };
const row = (page, n) => page.locator(`#row-${n}`);
/** Each leaves the window as it found it. */
const states = {
  library: async () => {},
  article: async (page) => row(page, 1).click(),
  misread: async (page) => row(page, 0).click(),
  selection: async (page) => {
    await row(page, 2).click();
    await row(page, 5).click({ modifiers: ['Shift'] });
  },
  search: async (page) => {
    await page.getByRole('searchbox').fill('العاصمة');
    await page.locator('#list mark').first().waitFor();
    await row(page, 0).click();
  },
  table: async (page, set) => set({ layout: 'table', listWidth: 720, columns: ['source', 'date', 'tags'] }),
  'table-compact': async (page, set) => set({ layout: 'table', density: 'compact', listWidth: 760, columns: ['source', 'date', 'tags'] }),
  compact: async (page, set) => set({ density: 'compact' }),
  'see-time': async (page) => {
    await page.keyboard.press('v');
    await page.locator('#see [role=button]').nth(4).hover();
  },
  'see-months': async (page) => {
    await page.evaluate(() => (location.hash = '/?see=timeline&from=2015&to=2016'));
    await page.locator('#see [role=button]').first().waitFor();
  },
  'see-tags': async (page) => {
    await page.evaluate(() => (location.hash = '/?see=tags'));
    await page.locator('#see [role=button]').nth(20).hover();
  },
  'see-map': async (page) => {
    await page.evaluate(() => (location.hash = '/?see=map'));
    await page.locator('#see [role=button]').nth(3).hover();
  },
  'see-table': async (page) => {
    await page.keyboard.press('v');
    await page.locator('#see input[type=radio]').last().click();
    await page.locator('#see table').waitFor();
  },
  'see-nothing': async (page) => {
    await page.evaluate(() => (location.hash = '/?see=map&from=1900&to=1901'));
    await page.locator('#see').waitFor();
  },
  filtered: async (page) => page.getByRole('treeitem').nth(4).click(),
  'tree-menu': async (page) => page.getByRole('treeitem').nth(2).click({ button: 'right' }),
  view: async (page, set, d) => page.getByRole('button', { name: d.view, exact: true }).click(),
  palette: async (page) => page.keyboard.press('Control+k'),
  'bulk-tag': async (page) => {
    await row(page, 1).click();
    await row(page, 4).click({ modifiers: ['Shift'] });
    await page.keyboard.press('t');
    await page.getByRole('dialog').waitFor();
  },
  batch: async (page) => {
    await row(page, 1).click();
    await row(page, 9).click({ modifiers: ['Shift'] });
    await page.keyboard.press('e');
    await page.getByRole('dialog').locator('input').first().fill('ملفات/روسيا');
    await page.getByRole('dialog').locator('li').first().waitFor();
  },
  edit: async (page) => {
    await row(page, 1).click();
    await page.getByRole('article').waitFor();
    await page.keyboard.press('e');
    await page.getByRole('dialog').waitFor();
  },
  tour: async () => {},
  note: async (page) => {
    await row(page, 1).click();
    await page.getByRole('article').focus();
    await page.keyboard.press('n');
    await page.keyboard.press('Shift+ArrowDown');
  },
  full: async (page) => {
    await row(page, 2).click();
    await page.getByRole('article').waitFor();
    await page.keyboard.press('r');
  },
  help: async (page) => page.keyboard.press('F1'),
  settings: async (page) => page.keyboard.press('Control+,'),
  import: async (page) => page.keyboard.press('Control+o'),
  tags: async (page, set, d, w) => page.getByRole('button', { name: w.manageTags }).click(),
  copies: async (page, set, d, w) => {
    await page.getByRole('button', { name: w.copies }).click();
    await page.getByRole('dialog').locator('section').first().waitFor();
  },
  history: async (page) => {
    await row(page, 1).click();
    await page.keyboard.press('h');
    await page.getByRole('dialog').waitFor();
  },
  export: async (page) => {
    await row(page, 1).click();
    await page.keyboard.press('Control+p');
    await page.locator('canvas').first().waitFor();
  },
  'export-many': async (page) => page.keyboard.press('Control+p'),
  look: async (page, set, d, w, r) => {
    await row(page, 1).click();
    await page.getByRole('button', { name: r.look }).click();
  },
  beside: async (page) => {
    await row(page, 1).click();
    await page.getByRole('article').waitFor();
    await page.keyboard.press('o');
    await page.getByRole('dialog').waitFor();
  },
  trash: async (page, set, d, w) => page.getByRole('button', { name: new RegExp(`^${w.trash}`) }).click(),
  // At 200 % zoom.
  'narrow-list': async (page) => page.setViewportSize({ width: 680, height: 420 }),
  'narrow-article': async (page) => {
    await page.setViewportSize({ width: 680, height: 420 });
    await row(page, 1).click();
    await page.getByRole('article').waitFor();
  },
  // In the colours of the system.
  'system-colours': async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await row(page, 1).click();
  },
  toast: async (page) => {
    await row(page, 3).click();
    await page.keyboard.press('c');
  },
  empty: async (page) => page.getByRole('searchbox').fill('زرقاء اليمامة مستحيلة'),
};

const desk = { ar: (await import('../src/i18n/desk.ar.ts')).deskAr, en: (await import('../src/i18n/desk.en.ts')).deskEn };
const words = { ar: (await import('../src/i18n/window.ar.ts')).windowAr, en: (await import('../src/i18n/window.en.ts')).windowEn };
const reading = { ar: (await import('../src/i18n/reading.ar.ts')).readingAr, en: (await import('../src/i18n/reading.en.ts')).readingEn };
try {
  const page = await browser.newPage({ viewport, locale: 'ar' });
  await page.goto(url);
  const call = (path, json) =>
    page.evaluate(
      async ([to, body]) => {
        await fetch(`/rpc/${to}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json: body }),
        });
      },
      [path, json],
    );
  for (const language of ['ar', 'en'])
    for (const theme of ['light', 'dark'])
      for (const [name, go] of Object.entries(states)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        const set = (change) => call('settings/set', change);
        await set({ language, theme, layout: 'cards', density: 'roomy', listWidth: 380 });
        await page.setViewportSize(viewport);
        await page.emulateMedia({ forcedColors: 'none' });
        await page.goto('about:blank');
        await page.goto(new URL('/', url).href);
        await row(page, 0).waitFor();
        await page.waitForTimeout(250);
        await go(page, set, desk[language], words[language], reading[language]);
        await page.evaluate(() => document.fonts.ready);
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(folder, `${name}-${language}-${theme}.png`) });
      }
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(home, { recursive: true, force: true });
}
