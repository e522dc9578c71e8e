// Where bytes stop being sound in an encoding.
import { decodeAs } from './code-pages.ts';

/** No character of the encodings a decoder knows takes more bytes. */
const LONGEST_CHARACTER = 4;

/**
 * Halves the range: the longest prefix that may still go on ends at the byte that broke a character or at the end of
 * the bytes. The fault is the beginning of that character, where the prefix is complete.
 */
export function firstFault(bytes: Uint8Array, encoding: string): number {
  const decodes = (end: number, stream: boolean): boolean => {
    try {
      const part = bytes.subarray(0, end);
      if (encoding.startsWith('utf-32')) decodeAs(stream ? part.subarray(0, end - (end % 4)) : part, encoding, { fatal: true });
      else new TextDecoder(encoding, { fatal: true }).decode(part, { stream });
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
