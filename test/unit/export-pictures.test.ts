// GIF and WebP on a page: their pixels as other decoders find them.
import fc from 'fast-check';
import * as mupdf from 'mupdf';
import { describe, expect, test } from 'vitest';
import { readGif } from '#core/export/pdf/gif.ts';
import { pngOf, type StillPicture } from '#core/export/pdf/still-picture.ts';
import { readWebp } from '#core/export/pdf/webp.ts';
import { pdfOf } from '../support/pdf.ts';
import { pictureItem } from '../support/picture-item.ts';

const number = (value: number, bytes: number): Buffer => {
  const out = Buffer.alloc(bytes);
  out.writeUIntLE(value, 0, bytes);
  return out;
};

/** LZW of GIF: the longest known string each time, a code for it and its next colour. */
function packed(indices: readonly number[], least: number): Buffer {
  const out: number[] = [];
  let [held, bits] = [0, 0];
  let size = least + 1;
  const put = (code: number): void => {
    held |= code << bits;
    for (bits += size; bits >= 8; bits -= 8, held >>>= 8) out.push(held & 255);
  };
  const known = new Map<string, number>();
  let next = 0;
  const clear = (): void => {
    put(1 << least);
    known.clear();
    for (let one = 0; one < 1 << least; one++) known.set(`${one}`, one);
    [size, next] = [least + 1, (1 << least) + 2];
  };
  clear();
  let string = '';
  for (const index of indices) {
    const longer = string === '' ? `${index}` : `${string},${index}`;
    if (known.has(longer)) {
      string = longer;
      continue;
    }
    put(known.get(string)!);
    known.set(longer, next);
    if (next === 1 << size) size++;
    if (next++ === 4095) clear();
    string = `${index}`;
  }
  if (string !== '') put(known.get(string)!);
  // A reader knows one string more by now, and may read the end in a wider code.
  if (next === 1 << size) size++;
  put((1 << least) + 1);
  if (bits > 0) out.push(held & 255);
  const blocks: Buffer[] = [];
  for (let at = 0; at < out.length; at += 255) {
    const part = Buffer.from(out.slice(at, at + 255));
    blocks.push(number(part.length, 1), part);
  }
  return Buffer.concat([number(least, 1), ...blocks, number(0, 1)]);
}

type Gif = { width: number; height: number; indices: number[]; colours: number[][]; clear?: number; interlaced: boolean };
const PASSES = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

function gif({ width, height, indices, colours, clear, interlaced }: Gif): Buffer {
  const depth = Math.max(1, Math.ceil(Math.log2(colours.length)));
  const table = Buffer.alloc(3 << depth);
  table.set(colours.flat());
  const order = PASSES.flatMap(([first, step]) =>
    Array.from({ length: height }, (_, row) => row).filter(
      (row) => row % step === first % step && row >= first && (step === 8 || row % step === first),
    ),
  );
  const rows = interlaced ? order : Array.from({ length: height }, (_, row) => row);
  const stored = rows.flatMap((row) => indices.slice(row * width, (row + 1) * width));
  const size = [number(width, 2), number(height, 2)];
  const control = clear === undefined ? [] : [Buffer.from([0x21, 0xf9, 4, 1, 0, 0, clear, 0])];
  return Buffer.concat([
    Buffer.from('GIF89a'),
    ...size,
    Buffer.from([0x80 | (depth - 1), 0, 0]),
    table,
    Buffer.from([0x21, 0xfe, 3, 1, 2, 3, 0]),
    ...control,
    Buffer.from([0x2c, 0, 0, 0, 0]),
    ...size,
    Buffer.from([interlaced ? 0x40 : 0]),
    packed(stored, Math.max(2, depth)),
    Buffer.from([0x3b]),
  ]);
}

/** As MuPDF decodes it, on white. */
function byMupdf(bytes: Uint8Array): { width: number; rgb: number[] } {
  const pixmap = new mupdf.Image(bytes).toPixmap();
  const [width, height, channels, pixels] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getNumberOfComponents(), pixmap.getPixels()];
  const rgb: number[] = [];
  const [stride, alpha] = [pixmap.getStride(), pixmap.getAlpha()];
  const colours = channels - (alpha ? 1 : 0);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * stride + x * channels;
      const rest = alpha ? 255 - pixels[at + colours]! : 0;
      for (let one = 0; one < 3; one++) rgb.push(pixels[at + (colours === 1 ? 0 : one)]! + rest);
    }
  return { width, rgb };
}
const onWhite = ({ rgba }: StillPicture): number[] => {
  const out: number[] = [];
  for (let at = 0; at < rgba.length; at += 4)
    for (let one = 0; one < 3; one++) out.push(Math.round((rgba[at + one]! * rgba[at + 3]! + 255 * (255 - rgba[at + 3]!)) / 255));
  return out;
};

const pictures = fc
  .record({
    width: fc.integer({ min: 1, max: 60 }),
    height: fc.integer({ min: 1, max: 60 }),
    count: fc.integer({ min: 2, max: 256 }),
    interlaced: fc.boolean(),
  })
  .chain(({ width, height, count, interlaced }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      interlaced: fc.constant(interlaced),
      // Runs and noise: strings of both lengths.
      indices: fc
        .array(fc.tuple(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 1, max: 30 })), { minLength: 1, maxLength: 900 })
        .map((runs) => {
          const some = runs.flatMap(([index, length]) => Array<number>(length).fill(index));
          return Array.from({ length: width * height }, (_, at) => some[at % some.length]!);
        }),
      colours: fc.array(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 }), { minLength: count, maxLength: count }),
    }),
  );

test('a GIF is read as MuPDF reads it, and its PNG too', () => {
  fc.assert(
    fc.property(pictures, (picture) => {
      const bytes = gif(picture);
      const read = readGif(bytes);
      const wanted = byMupdf(bytes);
      expect(read.width).toBe(wanted.width);
      expect(onWhite(read)).toEqual(wanted.rgb);
      expect(byMupdf(pngOf(read)).rgb).toEqual(wanted.rgb);
    }),
    { numRuns: 60 },
  );
});

test('a GIF with more strings than codes is read whole', () => {
  let state = 1;
  const indices = Array.from({ length: 200 * 200 }, () => (state = (state * 16807) % 2147483647) & 255);
  const colours = Array.from({ length: 256 }, (_, one) => [one, 255 - one, one ^ 85]);
  const bytes = gif({ width: 200, height: 200, indices, colours, interlaced: false });
  expect(onWhite(readGif(bytes))).toEqual(byMupdf(bytes).rgb);
});

// A red quarter at the top left and a blue one at the foot on the right, on white, as Chromium writes it: lossy, without loss, and with quarters that are seen through.
const LOSSY =
  'UAUAnQEqKAAYAD5lJo9FpCIhGqQAQAZEsgBcLuZywC3/9xA3mv9bgPz9+5H10trPBeW4AP7ylOv/M5f/G+318w7CFM1lP/2ln/1LPf97SvL5d3DN+n/cUWP/nNzPr/z2eDb9B1N7HPzNtmHy+Ev+aG6Fj+/yvKdqLhz5gWrLTl4C34EnZCAAAA==';
const LOSSLESS = 'LyfABQAXIBBI1PKXeCyBQKKSyaqjCgQS1VA3WWX+gz41EGnbzORMTufpeUT/R0HVqt5MBeAM';
const SEEN_THROUGH = 'LyfABRAXIBBIQtufYiyBQBLK6KMKBJJQRx1t/gPqHxBp28zkTE7n6XlE/0ehKgDeTFX1jA==';
const chunk = (type: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(type), number(data.length, 4), data, Buffer.alloc(data.length & 1)]);
const webp = (...chunks: Buffer[]): Buffer => chunk('RIFF', Buffer.concat([Buffer.from('WEBP'), ...chunks]));
const base64 = (text: string): Buffer => Buffer.from(text, 'base64');
const lossy = webp(chunk('VP8 ', base64(LOSSY)));
const lossless = webp(chunk('VP8L', base64(LOSSLESS)));
const extended = (flags: number): Buffer => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 39, 0, 0, 23, 0, 0]));
const moving = webp(
  extended(2),
  chunk('ANIM', Buffer.alloc(6)),
  ...[LOSSLESS, LOSSLESS].map((data) =>
    chunk('ANMF', Buffer.concat([Buffer.from([0, 0, 0, 0, 0, 0, 39, 0, 0, 23, 0, 0, 100, 0, 0, 0]), chunk('VP8L', base64(data))])),
  ),
);

describe('WebP', () => {
  const colourAt = ({ width, rgba }: StillPicture, x: number, y: number): number[] => [
    ...rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 4),
  ];
  test.each([
    ['lossy', lossy, 14],
    ['without loss', lossless, 0],
    ['moving', moving, 0],
  ] as const)('%s: its colours are where they were drawn', (_kind, bytes, off) => {
    const read = readWebp(bytes);
    expect([read.width, read.height]).toEqual([40, 24]);
    for (const [x, y, wanted] of [
      [8, 5, [0xc0, 0x20, 0x20, 255]],
      [32, 17, [0x20, 0x40, 0xc0, 255]],
      [8, 17, [255, 255, 255, 255]],
    ] as const)
      colourAt(read, x, y).forEach((value, at) => expect(Math.abs(value - wanted[at]!)).toBeLessThanOrEqual(off));
  });

  test('one that is cut off, is of another kind or says it is huge is refused', () => {
    expect(() => readWebp(lossless.subarray(0, 40))).toThrow();
    expect(() => readWebp(webp(chunk('NOPE', Buffer.alloc(30))))).toThrow();
    const huge = webp(chunk('VP8X', Buffer.from([0, 0, 0, 0, 255, 255, 255, 255, 255, 255])), chunk('VP8L', base64(LOSSLESS)));
    expect(() => readWebp(huge)).toThrow(RangeError);
  });
});

test.each([
  [
    'GIF',
    gif({
      width: 2,
      height: 1,
      indices: [0, 1],
      colours: [
        [192, 32, 32],
        [32, 64, 192],
      ],
      interlaced: false,
    }),
  ],
  ['WebP', lossless],
  ['WebP that is seen through', webp(extended(0x10), chunk('VP8L', base64(SEEN_THROUGH)))],
])('a %s stands on the page in its colours', async (_kind, bytes) => {
  const item = pictureItem('image/png', 'علم');
  const made = await pdfOf([item], {}, { readPicture: () => Promise.resolve(bytes) });
  const pixmap = mupdf.Document.openDocument(made.bytes, 'application/pdf')
    .loadPage(0)
    .toPixmap(mupdf.Matrix.scale(1, 1), mupdf.ColorSpace.DeviceRGB, false);
  const pixels = pixmap.getPixels();
  const near = (r: number, g: number, b: number): boolean => {
    for (let at = 0; at < pixels.length; at += 3)
      if (Math.abs(pixels[at]! - r) + Math.abs(pixels[at + 1]! - g) + Math.abs(pixels[at + 2]! - b) < 40) return true;
    return false;
  };
  expect([near(192, 32, 32), near(32, 64, 192)]).toEqual([true, true]);
});
