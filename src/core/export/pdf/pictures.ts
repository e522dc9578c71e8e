// Pictures of an article, opened for the page. JPEG and PNG go into a PDF as they are, GIF and WebP as PNG of their pixels; of the
// rest the words are shown.
import { inflateSync } from 'node:zlib';
import type { Item } from '#contract/item.ts';
import type { PdfContainer, PdfImage } from './container.ts';
import { isGif, readGif } from './gif.ts';
import { MOST_PIXELS, pngOf } from './still-picture.ts';
import { isWebp, readWebp } from './webp.ts';

export type Pictures = ReadonlyMap<string, PdfImage>;

/** By their SHA-256; those that cannot be shown are left out, and where nothing may be `transparent`, those that are. */
export async function openPictures(
  doc: PdfContainer,
  { body }: Item,
  readPicture: ((sha256: string) => Promise<Uint8Array | undefined>) | undefined,
  transparent = true,
): Promise<Pictures> {
  const pictures = new Map<string, PdfImage>();
  for (const { picture } of body) {
    if (!picture || !readPicture || pictures.has(picture.sha256)) continue;
    const bytes = await readPicture(picture.sha256);
    const image = bytes && openPicture(doc, Buffer.from(bytes), transparent);
    if (image) pictures.set(picture.sha256, image);
  }
  return pictures;
}

function openPicture(doc: PdfContainer, given: Buffer, transparent: boolean): PdfImage | undefined {
  try {
    const bytes = isGif(given) ? pngOf(readGif(given)) : isWebp(given) ? pngOf(readWebp(given)) : given;
    if (!transparent && isTransparent(bytes)) return undefined;
    if (bytes.readUInt32BE(0) === 0x89504e47) checkPng(bytes);
    const image = doc.openImage(bytes);
    // ISO 19005-2 6.2.4.3: colours of four inks need a profile that is not there.
    return image.width > 0 && image.height > 0 && image.colorSpace !== 'DeviceCMYK' ? image : undefined;
  } catch {
    return undefined;
  }
}

/** Of PNG: a channel of alpha, or colours that are seen through (ISO 19005-1 6.4). */
const isTransparent = (bytes: Buffer): boolean =>
  bytes.length > 25 && bytes.readUInt32BE(0) === 0x89504e47 && ((bytes[25]! & 4) !== 0 || bytes.includes('tRNS'));

/** pdfkit inflates pictures when nobody listens for errors any more. Throws what zlib does, or if rows are missing. */
function checkPng(bytes: Buffer): void {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const [length, type] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const [width, height, bits, colour] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24]!, bytes[25]!];
  if (width * height > MOST_PIXELS) throw new Error('too many pixels');
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour];
  if (channels === undefined) throw new Error('no colour type of PNG');
  const wanted = height * (1 + Math.ceil((width * bits * channels) / 8));
  const rows = inflateSync(Buffer.concat(parts), { maxOutputLength: 2 * wanted + 4096 });
  if (bytes[28] === 0 && rows.length < wanted) throw new Error('rows are missing');
}

/** Points: as large as at 150 dots an inch, but no wider than the text and no higher than half a page. */
export function pictureSize(
  { width, height, orientation = 1 }: PdfImage,
  measure: number,
  page: number,
): { width: number; height: number } {
  const [across, down] = orientation > 4 ? [height, width] : [width, height];
  const scale = Math.min((72 / 150) * Math.max(1, 240 / across), measure / across, page / 2 / down);
  return { width: across * scale, height: down * scale };
}
