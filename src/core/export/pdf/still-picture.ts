// Pixels of a picture that a PDF cannot take as it is, and the PNG that it can.
import { deflateSync, crc32 } from 'node:zlib';

/** Rows from the top; four bytes a pixel: red, green, blue and how far it covers what is behind it. */
export type StillPicture = { width: number; height: number; rgba: Uint8Array };

export const MOST_PIXELS = 100_000_000;

/** With a channel of alpha only where something is seen through. */
export function pngOf({ width, height, rgba }: StillPicture): Buffer {
  const alpha = rgba.some((value, at) => at % 4 === 3 && value !== 255);
  const channels = alpha ? 4 : 3;
  const pixels = alpha ? rgba : withoutAlpha(rgba);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, alpha ? 6 : 2], 8);
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(filtered(pixels, width * channels, height, channels))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!;
    rgb[to + 1] = rgba[from + 1]!;
    rgb[to + 2] = rgba[from + 2]!;
  }
  return rgb;
}

/** Each row by the filter that leaves least (PNG 12.8): none, or what differs from the pixel to the left, above, or either (Paeth). */
function filtered(pixels: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const out = new Uint8Array(height * (stride + 1));
  const tries = [0, 1, 2, 4].map((kind) => ({ kind, row: new Uint8Array(stride) }));
  for (let y = 0; y < height; y++) {
    const start = y * stride;
    let best = tries[0]!;
    let least = Infinity;
    for (const one of tries) {
      let sum = 0;
      for (let x = 0; x < stride; x++) {
        const left = x < channels ? 0 : pixels[start + x - channels]!;
        const above = y === 0 ? 0 : pixels[start + x - stride]!;
        const corner = y === 0 || x < channels ? 0 : pixels[start + x - stride - channels]!;
        const guess = one.kind === 0 ? 0 : one.kind === 1 ? left : one.kind === 2 ? above : paeth(left, above, corner);
        const value = (pixels[start + x]! - guess) & 255;
        one.row[x] = value;
        sum += value < 128 ? value : 256 - value;
      }
      if (sum < least) [best, least] = [one, sum];
    }
    out[y * (stride + 1)] = best.kind;
    out.set(best.row, y * (stride + 1) + 1);
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
