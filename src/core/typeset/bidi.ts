// UAX #9: embedding levels of a paragraph, and rule L2 for one line.
// bidi-js follows every rule of the tests of Unicode 15.0; it knows the classes of 13.0, so what was assigned since
// (279 characters, of Arabic U+0890, U+0891 and the honorifics U+FD40–FD4F, U+FDCF, U+FDFE, U+FDFF) has those of its block.
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

export type Direction = 'rtl' | 'ltr';
/** Letters and marks of Arabic, and signs that stand for no number: nothing that could be at another level than 1. */
const arabicAlone = /^[\u0610-\u061a\u0620-\u065f\u066e-\u06d3 ،؛؟.:;!?«»"'()[\]…–-]*$/;

/** A level for each UTF-16 unit; `auto` is rules P2 and P3. */
export function embeddingLevels(text: string, base: Direction | 'auto'): Uint8Array {
  if (base === 'rtl' && arabicAlone.test(text)) return new Uint8Array(text.length).fill(1);
  return bidi.getEmbeddingLevels(text, base).levels;
}
export const mirrored = (character: string): string => bidi.getMirroredCharacter(character) ?? character;

/** Rule L2: from the highest level down to the lowest odd one, reverse each run at that level or above. */
export function visualOrder<T extends { level: number }>(line: readonly T[]): T[] {
  const out = [...line];
  const levels = out.map((part) => part.level);
  const highest = Math.max(0, ...levels);
  const lowestOdd = Math.min(highest + 1, ...levels.filter((level) => level & 1));
  for (let level = highest; level >= lowestOdd; level--) {
    let start = -1;
    for (let at = 0; at <= out.length; at++) {
      const inside = at < out.length && (out[at]?.level ?? -1) >= level;
      if (inside && start < 0) start = at;
      else if (!inside && start >= 0) {
        out.splice(start, at - start, ...out.slice(start, at).reverse());
        start = -1;
      }
    }
  }
  return out;
}
