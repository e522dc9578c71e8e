// Bytes to text. A mark at the beginning wins; a named encoding next; then strict UTF-8. Code pages are not guessed.
import { Failure } from '#contract/errors.ts';
import { utf16Kind } from './identify.ts';

export type Decoded = { readonly text: string; readonly encoding: string };

/** Throws capture.unknown-encoding, capture.invalid-encoding with the offset of the first bad byte. */
export function decode(bytes: Uint8Array, path: string, named?: string): Decoded {
  const encoding = named === undefined ? (utf16Kind(bytes) ?? 'utf-8') : labelOf(named, path);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
  const wanted = marked ?? encoding;
  try {
    return { text: new TextDecoder(wanted, { fatal: true }).decode(bytes), encoding: wanted };
  } catch (cause) {
    throw new Failure('capture.invalid-encoding', { path, encoding: wanted, offset: firstFault(bytes, wanted) }, { cause });
  }
}

function labelOf(label: string, path: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    throw new Failure('capture.unknown-encoding', { path, encoding: label }, { cause });
  }
}

/** Halves the range: the longest prefix that decodes ends at the fault. */
function firstFault(bytes: Uint8Array, encoding: string): number {
  const decodes = (end: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let sound = 0;
  let faulty = bytes.length + 1;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (decodes(middle)) sound = middle;
    else faulty = middle;
  }
  return Math.min(sound, bytes.length);
}
