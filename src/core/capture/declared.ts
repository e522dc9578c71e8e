// Markup that names its own charset: the name is honoured unless the bytes contradict it.
import { isFailure } from '#contract/errors.ts';
import { decode, type Decoded } from './decode.ts';

/** Where names of charsets stand (HTML 4.2.5: the first 1024 bytes; pages of the press need more). */
const LOOKED_AT = 8192;
const names = [
  /^[^<]{0,8}<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})/i,
  /<meta[^>]*?\scharset\s*=\s*["']?\s*([\w.:-]{1,40})/i,
  /<meta[^>]*?content\s*=\s*["'][^"'>]*?charset\s*=\s*([\w.:-]{1,40})/i,
];

export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  for (const name of names) {
    const found = name.exec(head)?.[1];
    if (found) return found;
  }
  return undefined;
}

/** Names that servers and editors write without meaning them. */
const careless = /^(?:utf-?8|utf-?16\w*|iso-?8859-1|latin-?1|us-ascii|ascii|windows-1252|x-user-defined)$/i;

/** Throws as decode does. `charset` is what a header said; else the markup is asked. */
export function decodeDeclared(bytes: Uint8Array, path: string, named?: string, charset?: string): Decoded {
  if (named !== undefined || isUtf8(bytes)) return decode(bytes, path, named);
  const declared = charset ?? declaredCharset(bytes);
  if (declared !== undefined && !careless.test(declared)) {
    try {
      return decode(bytes, path, declared);
    } catch (error) {
      if (!isFailure(error)) throw error;
    }
  }
  try {
    return decode(bytes, path);
  } catch (error) {
    if (!isFailure(error) || declared === undefined || !/1252|8859|latin|utf-?8/i.test(declared)) throw error;
    // A page with one broken letter is still a page; the original keeps the bytes.
    const decoder = new TextDecoder(declared);
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
