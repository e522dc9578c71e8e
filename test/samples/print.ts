// npm run samples -- FOLDER: ten pages as Warraq sets them (left) and as Chromium does (right), as pictures to look at.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as mupdf from 'mupdf';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../chromium.mjs';
import { pdfOf } from '../support/pdf.ts';
import { htmlOf } from './html.ts';
import { samples } from './pages.ts';

const [folder = 'samples', scale = '1.2'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'warraq-samples-'));
const browser = await chromium.launch(await chromiumLaunch());
try {
  const page = await browser.newPage();
  for (const [at, sample] of samples.entries()) {
    const ours = (await pdfOf([sample.item], sample.options)).bytes;
    const file = join(scratch, 'page.html');
    writeFileSync(file, htmlOf(sample));
    await page.goto(pathToFileURL(file).href);
    const theirs = Buffer.from(await page.pdf({ preferCSSPageSize: true }));
    const name = `${String(at + 1).padStart(2, '0')}-${sample.name}`;
    writeFileSync(join(folder, `${name}.pdf`), ours);
    writeFileSync(join(folder, `${name}-chromium.pdf`), theirs);
    writeFileSync(join(folder, `${name}.png`), beside([ours, theirs], Number(scale)));
    console.log(name);
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** The first pages of two documents, as one PNG. */
function beside(documents: readonly Buffer[], factor: number): Uint8Array {
  const sheets = documents.map((bytes) =>
    mupdf.Document.openDocument(bytes, 'application/pdf')
      .loadPage(0)
      .toPixmap(mupdf.Matrix.scale(factor, factor), mupdf.ColorSpace.DeviceRGB, false),
  );
  const width = sheets.reduce((sum, sheet) => sum + sheet.getWidth() + 4, 0);
  const height = Math.max(...sheets.map((sheet) => sheet.getHeight()));
  const both = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  both.clear(160);
  const [to, stride] = [both.getPixels(), both.getStride()];
  let x = 0;
  for (const sheet of sheets) {
    const [from, step] = [sheet.getPixels(), sheet.getStride()];
    for (let y = 0; y < sheet.getHeight(); y++) to.set(from.subarray(y * step, y * step + sheet.getWidth() * 3), y * stride + x * 3);
    x += sheet.getWidth() + 4;
  }
  return both.asPNG();
}
