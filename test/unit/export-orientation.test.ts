// Pictures that lie on their side in their files stand upright on the page (Exif 2.3 4.6.4 Orientation).
import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import { pdfOf } from '../support/pdf.ts';
import { pictureItem } from '../support/picture-item.ts';

const COLOURS = { A: [200, 40, 40], B: [40, 160, 40], C: [40, 40, 200], D: [200, 180, 40] } as const;

/** Four quarters, A and B above C and D. */
function quarters(width: number, height: number): Buffer {
  const pixmap = new mupdf.Pixmap(mupdf.ColorSpace.DeviceRGB, [0, 0, width, height], false);
  const pixels = pixmap.getPixels();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      pixels.set(COLOURS['ABCD'[(y * 2 < height ? 0 : 2) + (x * 2 < width ? 0 : 1)] as 'A'], 3 * (y * width + x));
  return Buffer.from(pixmap.asJPEG(95, false));
}

/** With a segment that has one tag, right after the start of the picture. */
function turned(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  tiff.writeUInt16BE(orientation, 18);
  const segment = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), tiff]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

const named = Object.entries(COLOURS);
/** The quarter that a pixel is of; none on white paper and black letters. */
function quarterAt(pixels: Uint8ClampedArray, at: number): string | undefined {
  const [r, g, b] = [pixels[3 * at]!, pixels[3 * at + 1]!, pixels[3 * at + 2]!];
  if (r === g && g === b) return undefined;
  return named.find(([, [red, green, blue]]) => Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue) < 60)?.[0];
}

/** The quarters as they are seen, row by row, and whether the picture is wider than high. */
async function seen(bytes: Buffer): Promise<{ order: string; wide: boolean }> {
  const item = pictureItem('image/jpeg');
  const made = await pdfOf([item], {}, { readPicture: async () => bytes });
  const page = mupdf.Document.openDocument(made.bytes, 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false);
  const [pixels, width] = [pixmap.getPixels(), pixmap.getWidth()];
  const places: [x: number, y: number][] = [];
  for (let at = 0; at < pixels.length / 3; at++) if (quarterAt(pixels, at)) places.push([at % width, Math.floor(at / width)]);
  const box = (axis: 0 | 1): [number, number] => [Math.min(...places.map((one) => one[axis])), Math.max(...places.map((one) => one[axis]))];
  const [[left, right], [top, foot]] = [box(0), box(1)];
  const colourAt = (across: number, down: number): string => {
    const [x, y] = [Math.round(left + (right - left) * across), Math.round(top + (foot - top) * down)];
    return quarterAt(pixels, y * width + x) ?? '?';
  };
  const order = [colourAt(0.25, 0.25), colourAt(0.75, 0.25), colourAt(0.25, 0.75), colourAt(0.75, 0.75)].join('');
  return { order, wide: right - left > foot - top };
}

test.each([
  [1, 'ABCD'],
  [2, 'BADC'],
  [3, 'DCBA'],
  [4, 'CDAB'],
  [5, 'ACBD'],
  [6, 'CADB'],
  [7, 'DBCA'],
  [8, 'BDAC'],
])('orientation %i', async (orientation, order) => {
  expect(await seen(turned(quarters(240, 120), orientation))).toEqual({ order, wide: orientation < 5 });
});
