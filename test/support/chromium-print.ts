// The same articles printed by Chromium, in the same face, on the same paper.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Item } from '#contract/item.ts';
import { directionOf } from '#core/arabic/direction.ts';
import { chromiumLaunch } from '../chromium.mjs';

const face = (weight: string, file: string): string => {
  const path = createRequire(import.meta.url).resolve(`@expo-google-fonts/amiri/${file}`);
  return `@font-face { font-family: Amiri; font-weight: ${weight}; src: url("${pathToFileURL(path).href}"); }`;
};
const STYLE = `${face('400', '400Regular/Amiri_400Regular.ttf')} ${face('700', '700Bold/Amiri_700Bold.ttf')}
@page { size: A4; margin: 97pt 80pt; } body { font: 14pt/24.5pt Amiri; margin: 0; } p { text-align: justify; margin: 0 0 7pt; }
h1 { font-size: 21pt; line-height: 36pt; margin: 0; } article { break-after: page; }`;
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const pageOf = ({ title, body }: Item): string =>
  `<article><h1>${escaped(title)}</h1>${body.map(({ text }) => `<p dir="${directionOf(text)}">${escaped(text)}</p>`).join('')}</article>`;

export async function chromiumPrinter() {
  const browser = await chromium.launch(await chromiumLaunch());
  const page = await browser.newPage();
  const folder = await mkdtemp(join(tmpdir(), 'warraq-print-'));
  const file = join(folder, 'a.html');
  return {
    /** Tagged, with an outline where asked for. */
    async print(items: readonly Item[], outline = false): Promise<Buffer> {
      const html = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>warraq</title><style>${STYLE}</style>${items.map(pageOf).join('')}`;
      await writeFile(file, html);
      await page.goto(pathToFileURL(file).href, { timeout: 600_000 });
      return page.pdf({ preferCSSPageSize: true, tagged: true, outline, timeout: 600_000 } as Parameters<typeof page.pdf>[0]);
    },
    async close(): Promise<void> {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
