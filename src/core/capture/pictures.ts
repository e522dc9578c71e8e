// Pictures that came with an article, to be kept as its files. Told by their first bytes; drawings of markup, which may hold
// scripts, are none. Nothing is ever fetched.
import { hash } from 'node:crypto';
import type { BlockPicture } from '#contract/item.ts';

export type Picture = BlockPicture & { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string };

/** Gives a picture's bytes by the address that the article names it with; undefined when it did not come along. */
export type PictureSource = (address: string) => { readonly bytes: Uint8Array; readonly name?: string } | undefined;

/** More is an album. */
const MOST = { pictures: 200, bytes: 60_000_000 };

const kinds: readonly (readonly [string, string, RegExp])[] = [
  ['image/png', 'png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', 'jpg', /^\xff\xd8\xff/],
  ['image/gif', 'gif', /^GIF8[79]a/],
  ['image/webp', 'webp', /^RIFF[^]{4}WEBP/],
  ['image/avif', 'avif', /^[^]{4}ftypavi[fs]/],
  ['image/bmp', 'bmp', /^BM[^]{4}\0\0\0\0/],
];

const sizeAt = (bytes: Uint8Array, offset: number, size: 2 | 4, little: boolean): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return size === 2 ? view.getUint16(offset, little) : view.getUint32(offset, little);
};

/** One or two pixels count visits or hold a place. */
function isSpacer(bytes: Uint8Array, mediaType: string): boolean {
  if (mediaType === 'image/gif' && bytes.length >= 10) return sizeAt(bytes, 6, 2, true) <= 2 && sizeAt(bytes, 8, 2, true) <= 2;
  if (mediaType === 'image/png' && bytes.length >= 24) return sizeAt(bytes, 16, 4, false) <= 2 && sizeAt(bytes, 20, 4, false) <= 2;
  return false;
}

export type PictureShelf = {
  /** Undefined when it is no picture, or one too many. */
  put(bytes: Uint8Array, name?: string): BlockPicture | undefined;
  readonly pictures: readonly Picture[];
};

export function openShelf(): PictureShelf {
  const shelf = new Map<string, Picture>();
  let left = MOST.bytes;
  return {
    put(bytes, name) {
      const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
      const [mediaType, extension] = kinds.find(([, , magic]) => magic.test(head)) ?? [];
      if (mediaType === undefined || (name === undefined && isSpacer(bytes, mediaType))) return undefined;
      const sha256 = hash('sha256', bytes, 'hex');
      const known = shelf.get(sha256);
      if (known) return { sha256, mediaType };
      if (shelf.size >= MOST.pictures || bytes.length > left) return undefined;
      left -= bytes.length;
      shelf.set(sha256, { sha256, bytes, mediaType, name: name ?? `${shelf.size + 1}.${extension}` });
      return { sha256, mediaType };
    },
    get pictures() {
      return [...shelf.values()];
    },
  };
}

/** `data:image/…` as bytes (RFC 2397). */
export function dataBytes(address: string): Uint8Array | undefined {
  const [whole, base64] = /^\s*data:image\/[\w.+-]+(?:;[\w-]+=[^;,]*)*(;base64)?,/i.exec(address) ?? [];
  if (whole === undefined) return undefined;
  const rest = address.slice(whole.length);
  if (base64) return Buffer.from(rest, 'base64');
  try {
    return Buffer.from(decodeURIComponent(rest), 'latin1');
  } catch {
    return undefined;
  }
}

/** The last name of an address, legible. */
export function nameIn(address: string): string {
  const name =
    address
      .replace(/[?#].*$/s, '')
      .split(/[\\/]/)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
