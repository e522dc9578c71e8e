// PDFium orders the strings of a line by where they begin, and tells a line of right to left from its right end, stretch by stretch:
// the words of a Latin phrase come out last first. So each word is a string of its own, and after the first one they begin, with a
// mark of direction, at the left end of the phrase, every one a little further left: what PDFium turns round is in order then. The
// others take words where they stand or as they follow in the stream. The mark is right to left, as MuPDF begins a new line at a jump
// where the direction stays.
import type { LineRun } from '#core/typeset/runs.ts';
import { type SetToken, widthOfAll } from '#core/typeset/line.ts';

/** A run, or a word of one with the spaces after it; where its string begins, if not where it stands; points. */
export interface LinePart extends LineRun {
  begins?: number;
}

/** Between the beginnings of words; points: as fine as places on a page are written. */
const STEP = 0.01;

/** `extra` is added to each space. */
export function wordsOf(run: LineRun, extra: number): LinePart[] {
  if (run.rtl || run.sign || run.tokens[0]?.level !== 2) return [run];
  const words: SetToken[][] = [];
  let spaced = false;
  for (const token of run.tokens) {
    if (words.length === 0 || (spaced && token.kind === 'word')) words.push([]);
    words.at(-1)!.push(token);
    spaced = token.kind !== 'word';
  }
  let { x } = run;
  return words.map((tokens, at) => {
    const part = at === 0 ? { ...run, tokens } : { ...run, tokens, x, begins: run.x - STEP * at };
    x += widthOfAll(tokens, extra);
    return part;
  });
}
