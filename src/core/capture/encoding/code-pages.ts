// Bytes to text in every encoding that Arabic was kept in: those of the platform's decoder, and the code pages of DOS and
// the old Macintosh, and UTF-32, which it lacks.

/** Upper halves. DOS-720: Microsoft code page 720, as `cp720` of CPython (PSF licence) has it from Windows itself. */
const dos720 = [
  '\u0080\u0081éâ\u0084à\u0086çêëèïî\u008d\u008e\u008f',
  '\u0090\u0651\u0652ô¤ـûùءآأؤ£إئا',
  'بةتثجحخدذرزسشص«»',
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐',
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧',
  '╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀',
  'ضطظعغفµقكلمنهوىي',
  '≡\u064b\u064c\u064d\u064e\u064f\u0650≈°∙·√ⁿ²■\u00a0',
].join('');

/** MacArabic: https://www.unicode.org/Public/MAPPINGS/VENDORS/APPLE/ARABIC.TXT. It has ASCII's signs twice, once for each direction. */
const macArabic = [
  'Ä\u00a0ÇÉÑÖÜáàâäں«çéè',
  'êëí…îïñó»ôö÷úùûü',
  ' !"#$٪&\'()*+،-./',
  '٠١٢٣٤٥٦٧٨٩:؛<=>؟',
  '❊ءآأؤإئابةتثجحخد',
  'ذرزسشصضطظعغ[\\]^_',
  'ـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f',
  '\u0650\u0651\u0652پٹچەڤگڈڑ{|}ژے',
].join('');

const pages = new Map([
  ['dos-720', dos720],
  ['x-mac-arabic', macArabic],
]);

const ownLabels: Record<string, string> = {
  'dos-720': 'dos-720',
  dos720: 'dos-720',
  cp720: 'dos-720',
  ibm720: 'dos-720',
  '720': 'dos-720',
  'x-mac-arabic': 'x-mac-arabic',
  macarabic: 'x-mac-arabic',
  'mac-arabic': 'x-mac-arabic',
  mac_arabic: 'x-mac-arabic',
  'utf-32': 'utf-32le',
  utf32: 'utf-32le',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
  'ucs-4': 'utf-32be',
};

/** The name of an encoding by any of its labels (WHATWG's, and ours); undefined for none. */
export function encodingNamed(label: string): string | undefined {
  const own = ownLabels[label.trim().toLowerCase()];
  if (own !== undefined) return own;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Whether a byte below 128 is ASCII in it, so that a declaration in ASCII can name it. */
export const extendsAscii = (encoding: string): boolean => !/^utf-(?:16|32)/.test(encoding);

/** `encoding` is a name of `encodingNamed`. With `fatal` a TypeError for bytes that are nothing in it, else U+FFFD. The mark at the beginning is no text. */
export function decodeAs(bytes: Uint8Array, encoding: string, { fatal = false } = {}): string {
  const page = pages.get(encoding);
  if (page !== undefined) return fromPage(bytes, page);
  if (encoding.startsWith('utf-32')) return fromUtf32(bytes, encoding === 'utf-32le', fatal);
  return new TextDecoder(encoding, { fatal }).decode(bytes);
}

function fromPage(bytes: Uint8Array, page: string): string {
  const unitOf = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : page.charCodeAt(byte - 0x80)));
  const units = new DataView(new ArrayBuffer(bytes.length * 2));
  for (let at = 0; at < bytes.length; at++) units.setUint16(at * 2, unitOf[bytes[at]!]!, true);
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}

function fromUtf32(bytes: Uint8Array, little: boolean, fatal: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  if (fatal && whole !== bytes.length) throw new TypeError('a character is cut');
  const parts: string[] = [];
  for (let at = 0; at < whole; at += 4) {
    const code = view.getUint32(at, little);
    if (at === 0 && code === 0xfeff) continue;
    const sound = code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff);
    if (fatal && !sound) throw new TypeError('no character');
    parts.push(sound ? String.fromCodePoint(code) : '\uFFFD');
  }
  return parts.join('') + (whole === bytes.length ? '' : '\uFFFD');
}

/** The bytes that a code page of one byte decodes to a text; undefined when the text has a sign that the page has not. */
export function encodeAs(text: string, encoding: 'windows-1252' | 'windows-1256'): Uint8Array | undefined {
  const byteOf = reversed(encoding);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = byteOf.get(text.charCodeAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

const reversals = new Map<string, Map<number, number>>();

/** Windows-1252 here is Latin-1 too: its controls, where 1252 has other signs, stand for their own bytes. */
function reversed(encoding: 'windows-1252' | 'windows-1256'): Map<number, number> {
  const known = reversals.get(encoding);
  if (known) return known;
  const text = decodeAs(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
    encoding,
  );
  const byteOf = new Map(Array.from(text, (sign, byte) => [sign.charCodeAt(0), byte] as const));
  if (encoding === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) byteOf.set(byte, byte);
  reversals.set(encoding, byteOf);
  return byteOf;
}
