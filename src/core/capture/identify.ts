// Text or not: by the bytes, whatever the name says.
const magics: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, DOCX, EPUB
  [0x1f, 0x8b], // gzip
  [0xd0, 0xcf, 0x11, 0xe0], // OLE2: old Word
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0x52, 0x49, 0x46, 0x46], // RIFF
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], // SQLite
  [0x42, 0x5a, 0x68], // bzip2
  [0xfd, 0x37, 0x7a, 0x58], // xz
];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte);

/** UTF-16 by its mark, or by zero bytes standing in one half of the pairs only. */
export function utf16Kind(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
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
  if (utf16Kind(bytes)) return false;
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) controls++;
  return controls > Math.max(4, sample.length * 0.02);
}
