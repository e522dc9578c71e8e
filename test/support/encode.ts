// Text to bytes in any encoding, by asking the decoder what each byte is.
import { decodeAs } from '../../src/core/capture/encoding/code-pages.ts';

const tables = new Map<string, Map<string, number>>();

function tableOf(encoding: string): Map<string, number> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, number>();
  // The first byte of those that stand for one sign: MacArabic has ASCII twice.
  for (let byte = 255; byte >= 0; byte--) {
    const sign = decodeAs(Uint8Array.of(byte), encoding);
    if (sign !== '\uFFFD') table.set(sign, byte);
  }
  tables.set(encoding, table);
  return table;
}

/** Signs that a code page has not are left out. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint8Array(encoding === 'utf-16le' ? bytes : bytes.swap16());
  }
  if (encoding.startsWith('utf-32')) {
    const bytes = new DataView(new ArrayBuffer([...text].length * 4));
    [...text].forEach((sign, at) => bytes.setUint32(at * 4, sign.codePointAt(0)!, encoding === 'utf-32le'));
    return new Uint8Array(bytes.buffer);
  }
  const table = tableOf(encoding);
  return Uint8Array.from([...text].flatMap((sign) => table.get(sign) ?? []));
}

/** What a program shows that takes the bytes of one encoding for another. */
export const misread = (text: string, was: string, readAs: string): string => decodeAs(encode(text, was), readAs);
