// UAX #9: embedding levels of a paragraph, and rule L2 for one line.
// bidi-js follows every rule of the tests of Unicode 15.0; it knows the classes of 13.0, so what was assigned since
// (279 characters, of Arabic U+0890, U+0891 and the honorifics U+FD40–FD4F, U+FDCF, U+FDFE, U+FDFF) has those of its block.
import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

export type Direction = 'rtl' | 'ltr';
/** Letters and marks of Arabic, and signs that stand for no number: nothing that could be at another level than 1. */
const arabicAlone = /^[\u0610-\u061a\u0620-\u065f\u066e-\u06d3 ،؛؟.:;!?«»"'()[\]…–-]*$/;

/** Brackets, which pair over any distance, and what opens or closes an embedding, an isolate or a paragraph. */
const farReaching =
  /[()[\]{}\n\r\u001c-\u001e\u0085\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0f3a-\u0f3d\u169b\u169c\u2045\u2046\u207d-\u208e\u2308-\u230b\u2329\u232a\u2768-\u2775\u27c5-\u27ef\u2983-\u29fc\u2e22-\u2e5c\u3008-\u301b\ufe59-\uff63]/;
/** Whether what stands at one place of a text may tell on levels behind the next Arabic letter. */
export const isFarReaching = (text: string): boolean => farReaching.test(text);
/** What is of no Arabic letter, mark or sign, with the letter before it and the one after. */
const foreign =
  /[\u0620-\u064a\u066e\u066f\u0671-\u06d3]?[^\u0620-\u064a\u0671-\u06d3]*[^\u0610-\u061a\u0620-\u065f\u066e-\u06d3 ،؛؟.:;!?«»"'…–-][^\u0620-\u064a\u0671-\u06d3]*/g;

/**
 * A level for each UTF-16 unit; `auto` is rules P2 and P3. In a paragraph from right to left an Arabic letter parts what is before
 * it from what is after (W1–W7 look back to it, N1 and N2 no further), so that the rules are asked for stretches between two.
 */
export function embeddingLevels(text: string, base: Direction | 'auto'): Uint8Array {
  if (base !== 'rtl' || isFarReaching(text)) return bidi.getEmbeddingLevels(text, base).levels;
  const levels = new Uint8Array(text.length).fill(1);
  if (arabicAlone.test(text)) return levels;
  for (const { 0: stretch, index } of text.matchAll(foreign)) {
    // With the letter after it: rules look at both sides.
    const after = text[index + stretch.length] ?? '';
    levels.set(bidi.getEmbeddingLevels(stretch + after, base).levels.subarray(0, stretch.length), index);
  }
  return levels;
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
