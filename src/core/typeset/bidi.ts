// UAX #9: embedding levels of a paragraph, and rule L2 for one line.
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

export type Direction = 'rtl' | 'ltr';
export const embeddingLevels = (text: string, base: Direction): Uint8Array => bidi.getEmbeddingLevels(text, base).levels;
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
