// Bytes to text. A mark at the beginning wins; a named encoding next; then strict UTF-8. Code pages are not guessed.
import { Failure } from '#contract/errors.ts';
import { markedEncoding, unmarkedUtf16 } from './identify.ts';

export type Decoded = { readonly text: string; readonly encoding: string };

/** Throws capture.unknown-encoding, capture.invalid-encoding with the offset of the first bad byte. */
export function decode(bytes: Uint8Array, path: string, named?: string): Decoded {
  const label = named === undefined ? undefined : labelOf(named, path);
  const encoding = markedEncoding(bytes) ?? label ?? unmarkedUtf16(bytes) ?? 'utf-8';
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch (cause) {
    throw new Failure('capture.invalid-encoding', { path, encoding, offset: firstFault(bytes, encoding) }, { cause });
  }
}

function labelOf(label: string, path: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    throw new Failure('capture.unknown-encoding', { path, encoding: label }, { cause });
  }
}

/** No character of the encodings a decoder knows takes more bytes. */
const LONGEST_CHARACTER = 4;

/**
 * Halves the range: the longest prefix that may still go on ends at the byte that broke a character or at the end of
 * the bytes. The fault is the beginning of that character, where the prefix is complete.
 */
function firstFault(bytes: Uint8Array, encoding: string): number {
  const decodes = (end: number, stream: boolean): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let sound = 0;
  let faulty = bytes.length + 1;
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (decodes(middle, true)) sound = middle;
    else faulty = middle;
  }
  for (let start = sound; start > 0 && start >= sound - LONGEST_CHARACTER; start--) if (decodes(start, false)) return start;
  return sound <= LONGEST_CHARACTER ? 0 : sound;
}
