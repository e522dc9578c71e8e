// npm run pictures: the README's pictures, taken from the real window and from a real PDF page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as mupdf from 'mupdf';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../test/chromium.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'pictures');
const home = mkdtempSync(join(tmpdir(), 'warraq-pictures-'));
const env = {
  ...process.env,
  HOME: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_CACHE_HOME: join(home, 'cache'),
  WARRAQ_ARCHIVE: join(home, 'archive'),
};
const warraq = (...args) =>
  spawn(process.execPath, [join(root, 'bin', 'warraq.js'), ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });

const server = warraq('--json', 'serve', '--create');
const [line] = await once(server.stdout, 'data');
const { url } = JSON.parse(String(line));
const browser = await chromium.launch(await chromiumLaunch());
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'ar' });
  await page.goto(url);
  await page.getByRole('searchbox').fill('العلاقات الإقليمية');
  await page.locator('#list a').first().click();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
  await page.screenshot({ path: join(folder, 'window.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, 'window-dark.png') });
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
}

const pdf = join(home, 'article.pdf');
await once(warraq('export', '--format', 'pdf', '-o', pdf), 'exit');
const sheet = mupdf.Document.openDocument(readFileSync(pdf), 'application/pdf').loadPage(0);
writeFileSync(join(folder, 'page.png'), sheet.toPixmap(mupdf.Matrix.scale(1.25, 1.25), mupdf.ColorSpace.DeviceRGB, false).asPNG());
rmSync(home, { recursive: true, force: true });
