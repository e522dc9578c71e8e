// Text or not: by the bytes, whatever the name says.

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));
const ANY = -1;
const anySize = [ANY, ANY, ANY, ANY];

/** Whole signatures: an article may well begin with the word SQLite. */
const magics: readonly (readonly number[])[] = [
  ascii('%PDF-1'),
  ascii('%PDF-2'),
  [0x89, ...ascii('PNG\r\n\u001a\n')],
  [0xff, 0xd8, 0xff], // JPEG
  ascii('GIF87a'),
  ascii('GIF89a'),
  ascii('PK\u0003\u0004'), // ZIP, DOCX, EPUB
  [0x1f, 0x8b, 0x08], // gzip
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], // OLE2: old Word
  [0x7f, ...ascii('ELF')],
  ...['WAVE', 'AVI ', 'WEBP'].map((kind) => [...ascii('RIFF'), ...anySize, ...ascii(kind)]),
  ascii('SQLite format 3\0'),
  [...ascii('BZh'), ANY, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59], // bzip2: π follows the level
  [0xfd, ...ascii('7zXZ\0')],
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  bytes.length >= magic.length && magic.every((byte, i) => byte === ANY || bytes[i] === byte);

export type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

/** The encoding that a byte order mark states. */
export function markedEncoding(bytes: Uint8Array): Unicode | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  // The mark of UTF-16 and a NUL may begin UTF-16 too: all else must look like UTF-32.
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0 && unmarkedUtf32(bytes) === 'utf-32le') return 'utf-32le';
  if (bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff) return 'utf-32be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 and UTF-32 without a mark, by where their zero bytes stand. */
export const unmarkedUnicode = (bytes: Uint8Array): Unicode | undefined => unmarkedUtf32(bytes) ?? unmarkedUtf16(bytes);

/** UTF-32: the highest byte of each four is zero, and the next one nearly. */
function unmarkedUtf32(bytes: Uint8Array): 'utf-32le' | 'utf-32be' | undefined {
  const quads = Math.min(bytes.length >> 2, 2048);
  if (quads < 4 || bytes.length % 4 !== 0) return undefined;
  const all = (place: number, next: number): boolean => {
    for (let i = 0; i < quads * 4; i += 4) if (bytes[i + place] !== 0 || bytes[i + next]! > 0x10) return false;
    return true;
  };
  const [little, big] = [all(3, 2), all(0, 1)];
  return little === big ? undefined : little ? 'utf-32le' : 'utf-32be';
}

/** UTF-16, by zero bytes standing in one half of the pairs only. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.min(bytes.length >> 1, 2048);
  if (pairs < 4) return undefined;
  // Arabic letters stand in U+0600–06FF and white space in U+00xx: one half of the pairs is 06 or 00 nearly always.
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0 || bytes[i] === 6) even++;
    if (bytes[i + 1] === 0 || bytes[i + 1] === 6) odd++;
  }
  if (odd > pairs * 0.8 && even < pairs * 0.2) return 'utf-16le';
  if (even > pairs * 0.8 && odd < pairs * 0.2) return 'utf-16be';
  return undefined;
}

/** Known container formats, or a share of control bytes that no text has. */
export function isBinary(bytes: Uint8Array): boolean {
  if (magics.some((magic) => startsWith(bytes, magic))) return true;
  const marked = markedEncoding(bytes);
  if ((marked && marked !== 'utf-8') || unmarkedUnicode(bytes)) return false;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  }
  return controls > Math.max(4, sample.length * 0.02) && !isWritten(sample);
}

const letters = /[\p{L}\p{M}]/gu;

/** Sound UTF-8, a third of it letters beyond ASCII: control characters among them are an accident of text. */
function isWritten(sample: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return text.length < sample.length * 0.9 && (text.match(letters)?.length ?? 0) > text.length / 3;
  } catch {
    return false;
  }
}
