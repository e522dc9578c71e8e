// Lines of verse: two halves of about one length with a sign between them, several such lines in a row.
import { foldedWords } from './lines.ts';

const HALF = { least: 2, most: 10 };
const LONGEST = 160;
/** Dots also stand between words of prose: fewer lines with them are none of verse. */
const FEWEST = { '*': 2, '#': 2, '%': 2, '.': 3 } as const;
type Sign = keyof typeof FEWEST;

const between = /\s+(?:\*{1,7}|\.{3,9}|…{1,3}|#{1,3}|%\s?~?\s?%)\s+|(?<![*\s])\*{2,7}(?![*\s])/gu;
const letters = /^[^\p{L}]*\p{Script=Arabic}/u;

/** The sign between its halves, and the first of them. */
export function verseAt(line: string): { sign: Sign; first: string } | undefined {
  if (line.length > LONGEST) return undefined;
  const [found, ...more] = line.matchAll(between);
  if (!found || more.length > 0) return undefined;
  const halves = [line.slice(0, found.index), line.slice(found.index + found[0].length)];
  const [long, short] = halves.map((half) => half.length).sort((a, b) => b - a);
  if (long! > short! * 2 || !halves.every((half) => isHalf(half))) return undefined;
  const sign = found[0].trim()[0]!;
  return { sign: sign === '…' ? '.' : (sign as Sign), first: halves[0]!.trim() };
}

function isHalf(half: string): boolean {
  const { length } = foldedWords(half);
  return length >= HALF.least && length <= HALF.most && letters.test(half);
}

/** Places of those that are verse; a text of several lines is verse when each of them is. */
export function versePlaces(texts: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  const shapes = texts.map(shapeOf);
  for (let at = 0; at < texts.length; ) {
    const sign = shapes[at]?.sign;
    let end = at + 1;
    while (sign !== undefined && shapes[end]?.sign === sign) end++;
    const lines = shapes.slice(at, end).reduce((sum, shape) => sum + (shape?.lines ?? 0), 0);
    if (sign !== undefined && lines >= FEWEST[sign]) for (let one = at; one < end; one++) places.add(one);
    at = end;
  }
  return places;
}

function shapeOf(text: string): { sign: Sign; lines: number } | undefined {
  if (!/[*.…#%]/u.test(text)) return undefined;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const sign = verseAt(lines[0] ?? '')?.sign;
  return sign !== undefined && lines.every((line) => verseAt(line)?.sign === sign) ? { sign, lines: lines.length } : undefined;
}
