// What a compound file says of its document (MS-OLEPS 2.21): title and author, in a stream of numbered properties.
import { decode } from '../decode.ts';

const CODE_PAGE = 1;
const NARROW = 0x1e;
const WIDE = 0x1f;
const UTF_16 = 1200;

/** Words of properties by their numbers: 2 the title, 4 the author, 5 key words. Empty when the stream is broken. */
export function wordsOfProperties(stream: Uint8Array): Map<number, string> {
  try {
    return read(stream);
  } catch {
    return new Map();
  }
}

function read(stream: Uint8Array): Map<number, string> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  const set = view.getUint32(44, true);
  const count = Math.min(view.getUint32(set + 4, true), 64);
  const places = new Map(
    Array.from({ length: count }, (_, n) => [view.getUint32(set + 8 + n * 8, true), set + view.getUint32(set + 12 + n * 8, true)]),
  );
  const codePlace = places.get(CODE_PAGE);
  const code = codePlace === undefined ? 0 : view.getUint16(codePlace + 4, true);
  const found = new Map<number, string>();
  for (const [number, at] of places) {
    const type = view.getUint32(at, true);
    if (type !== NARROW && type !== WIDE) continue;
    const size = view.getUint32(at + 4, true) * (type === WIDE ? 2 : 1);
    found.set(number, textOf(stream.subarray(at + 8, at + 8 + size), type === WIDE ? UTF_16 : code).replace(/\0[^]*$/, ''));
  }
  return found;
}

/** The code page is named by the number that Windows gives it; letters decide where that is none of text. */
function textOf(bytes: Uint8Array, code: number): string {
  if (code === UTF_16) return new TextDecoder('utf-16le').decode(bytes);
  if (code === 65_001) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder(`windows-${code}`).decode(bytes);
  } catch {
    return decode(bytes, '').text;
  }
}
