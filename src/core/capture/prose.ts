// Where the running text of a page stands: the stretch of lines with most prose in it and least of anything else.
import type { Line } from './lines.ts';
import { wrappedRuns } from './paragraphs.ts';

/** A paragraph of prose has this many words, or it is a whole sentence of fewer. */
const PARAGRAPH = 20;
const SENTENCE = 7;
/** No paragraph outweighs all others: a page's longest line may be a legal notice. */
const MOST = 80;
const GAP = -4;

/** So many words in whole sentences make prose without a long paragraph. */
const ENOUGH = 40;

const punctuated = /[.،,؛;؟?!…]\s|[.؟?!…»"”)]$/u;
const pause = /[.،,؛;]\s|(?<![.…])\.$/u;
/** «…» cuts a teaser short; it ends no sentence. */
const ended = /(?<![.…])[.؟?!][»"”')]?$/u;

/** A headline printed twice in one line, by a picture and its link. */
export function isDoubled(words: readonly string[]): boolean {
  const half = words.length >> 1;
  if (half < 2) return false;
  const second = words.length - half;
  for (let i = 0; i < half; i++) if (words[i] !== words[second + i]) return false;
  return true;
}

export const isParagraph = (line: Line): boolean => line.words.length >= PARAGRAPH && punctuated.test(line.text) && !isDoubled(line.words);

export const isSentence = (line: Line): boolean => line.words.length >= SENTENCE && ended.test(line.text) && !isDoubled(line.words);

/** Places of lines that are paragraphs, or parts of paragraphs broken at one width: links of one length have no commas. */
export function paragraphPlaces(lines: readonly Line[]): ReadonlySet<number> {
  const places = new Set(lines.keys().filter((at) => isParagraph(lines[at]!)));
  for (const { start, end } of wrappedRuns(lines)) {
    const run = lines.slice(start, end);
    if (run.some((line) => pause.test(line.text))) for (let at = start; at < end; at++) places.add(at);
  }
  return places;
}

export type Stretch = { readonly start: number; readonly end: number };

/**
 * The stretch of greatest sum (Kadane), prose counting for and other lines against it; `end` is exclusive. Undefined
 * when it is no paragraph and too little. `isElsewhere` tells lines that the page prints twice.
 */
export function proseOf(
  lines: readonly Line[],
  paragraphs: ReadonlySet<number>,
  isElsewhere: (line: Line) => boolean,
): Stretch | undefined {
  let best = 0;
  let found: Stretch | undefined;
  let sum = 0;
  let start = 0;
  for (const [at, line] of lines.entries()) {
    if (sum <= 0) {
      sum = 0;
      start = at;
    }
    const counts = (paragraphs.has(at) || isSentence(line)) && !isElsewhere(line);
    sum += counts ? Math.min(line.words.length, MOST) : GAP;
    if (sum > best) {
      best = sum;
      found = { start, end: at + 1 };
    }
  }
  return found && (best >= ENOUGH || countIn(paragraphs, found) > 0) ? found : undefined;
}

/** How many of the places stand in the stretch. */
export function countIn(places: ReadonlySet<number>, { start, end }: Stretch): number {
  let count = 0;
  for (const at of places) if (at >= start && at < end) count++;
  return count;
}
