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

/** The encoding that a byte order mark states. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark, by zero bytes standing in one half of the pairs only. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
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
  if ((marked && marked !== 'utf-8') || unmarkedUtf16(bytes)) return false;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  return controls > Math.max(4, sample.length * 0.02);
}
