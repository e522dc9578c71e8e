// Pages as ink, by renderers that share no code.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import * as mupdf from 'mupdf';

/** One byte a pixel, row by row: 0 black, 255 white. */
export type Picture = { width: number; height: number; grey: Uint8Array };
export type Renderer = (file: Buffer, page: number, scale: number) => Promise<Picture>;

export const mupdfPicture: Renderer = async (file, page, scale) => {
  const pixmap = mupdf.Document.openDocument(file, 'application/pdf')
    .loadPage(page)
    .toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceGray, false);
  const [width, height, stride, pixels] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride(), pixmap.getPixels()];
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) grey.set(pixels.subarray(y * stride, y * stride + width), y * width);
  return { width, height, grey };
};

let library: Promise<PDFiumLibrary> | undefined;
export const pdfiumPicture: Renderer = async (file, page, scale) => {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(file);
  const { width, height, data } = await document.getPage(page).render({ scale, render: 'bitmap' });
  document.destroy();
  // Blue, green, red, alpha: a page of text is grey.
  return { width, height, grey: Uint8Array.from({ length: width * height }, (_, at) => data[4 * at]!) };
};

export const popplerPicture: Renderer = async (file, page, scale) => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-ink-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), file);
    const given = [
      '-gray',
      '-r',
      String(72 * scale),
      '-f',
      String(page + 1),
      '-l',
      String(page + 1),
      '-singlefile',
      join(folder, 'a.pdf'),
      join(folder, 'a'),
    ];
    execFileSync('pdftoppm', given);
    const picture = readFileSync(join(folder, 'a.pgm'));
    const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 64).toString('latin1'))!;
    return { width: Number(width), height: Number(height), grey: new Uint8Array(picture.subarray(head.length)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const dark = ({ width, height, grey }: Picture, x: number, y: number, limit: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height && grey[y * width + x]! < limit;

const NEAR = [0, -1, 1];
const shifts = NEAR.flatMap((dx) => NEAR.map((dy) => ({ dx, dy })));

/**
 * Ink of `a` and what of it `b` lacks, in pixels: black in `a`, and not even half grey in `b` there or beside it, for edges are
 * smoothed by each in its own way. Pages may be a pixel apart, for their height is no whole number of them.
 */
export function lacking(a: Picture, b: Picture): { ink: number; lacking: number } {
  const missing = shifts.map(() => 0);
  let ink = 0;
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      if (!dark(a, x, y, 96)) continue;
      ink++;
      for (const [at, shift] of shifts.entries())
        if (!shifts.some(({ dx, dy }) => dark(b, x + shift.dx + dx, y + shift.dy + dy, 160))) missing[at]!++;
    }
  return { ink, lacking: Math.min(...missing) };
}
