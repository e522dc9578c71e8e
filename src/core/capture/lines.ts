// A text as lines, and lines as the rules see them.
import { foldedWords } from '../arabic/folded-words.ts';

export { foldedWords };

/** CRLF, CR, LF, VT, FF, NEL, LS, PS (UAX #14 BK, CR, LF, NL). */
const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const invisible = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]/gu;

/** `number` counts the lines that have something visible in them. */
export type Line = { readonly text: string; readonly words: readonly string[]; readonly blankBefore: boolean; readonly number: number };

/** Lines with something visible in them, outer white space trimmed; `words` are folded. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blankBefore = true;
  for (const raw of text.split(lineBreak)) {
    const line = raw.trim();
    if (line.replace(invisible, '') === '') {
      blankBefore = true;
      continue;
    }
    lines.push({ text: line, words: foldedWords(line), blankBefore, number: lines.length });
    blankBefore = false;
  }
  return lines;
}

/** In UTF-16 units, by the same breaks as the lines. */
export function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (const { 0: sign, index } of text.matchAll(lineBreak)) {
    longest = Math.max(longest, index - start);
    start = index + sign.length;
  }
  return Math.max(longest, text.length - start);
}
