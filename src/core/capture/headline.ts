// The headline of a page: near above its prose, and shown to be one by what stands around it.
import { findDate } from '../arabic/dates.ts';
import type { Line } from './lines.ts';
import { beginsPath, isBreadcrumb, isEnding, isField, isNavigation } from './recognise.ts';

const WORDS = { least: 3, good: 5, most: 30 };
/** Lines of the head that are looked at; dates and paths are looked for in the nearest ones. */
const LOOKED_AT = 60;
const NEAR = 4;
/** So many lines nearer to the text are worth one point. */
const DISTANCE = 8;
const listItem = /^(?:[•□☆◦▪●*■–-]|\d{1,2}[.)])\s?/u;
/** A full stop ends a sentence; addresses and «( )», a choice to be ticked, are a page's own. */
const noHeadline = /(?<!\.)\.[»”"')]?$|:\/\/|www\.|\(\s\)/u;

/** Its place above `prose`, or undefined; it is none of `paragraphs`. */
export function headlineBefore(lines: readonly Line[], prose: number, paragraphs: ReadonlySet<number>): number | undefined {
  let best: number | undefined;
  let most = 0;
  const from = Math.max(0, prose - LOOKED_AT);
  // Printed again over the text; links to other articles are printed again below it.
  const times = new Map<string, number>();
  for (const line of lines.slice(from, prose)) times.set(keyOf(line), (times.get(keyOf(line)) ?? 0) + 1);
  for (let at = from; at < prose; at++) {
    if (paragraphs.has(at) || !mayBeHeadline(lines[at]!)) continue;
    const points = pointsOf(lines, at, times.get(keyOf(lines[at]!))!) - (prose - at) / DISTANCE;
    if (points > most) {
      most = points;
      best = at;
    }
  }
  if (best === undefined) return undefined;
  // Its first place has the date and the byline below it.
  const same = keyOf(lines[best]!);
  const first = lines.slice(from, best).findIndex((line) => mayBeHeadline(line) && keyOf(line) === same);
  return first === -1 ? best : from + first;
}

const keyOf = (line: Line): string => line.words.join(' ');

function mayBeHeadline(line: Line): boolean {
  const { length } = line.words;
  if (length < WORDS.least || length > WORDS.most || listItem.test(line.text) || noHeadline.test(line.text)) return false;
  return !isNavigation(line) && !isField(line) && !isBreadcrumb(line) && !beginsPath(line) && !isEnding(line);
}

function pointsOf(lines: readonly Line[], at: number, times: number): number {
  const line = lines[at]!;
  const above = lines.slice(Math.max(0, at - NEAR), at);
  const below = lines.slice(at + 1, at + 1 + NEAR);
  let points = 1;
  if (line.words.length >= WORDS.good) points += 2;
  if (line.blankBefore) points += 1;
  if (line.words.length > WORDS.least) points += Math.min(times - 1, 2);
  if (above.some((one) => beginsPath(one) || isBreadcrumb(one))) points += 2;
  if (below.some((one) => isDateLine(one))) points += 2;
  if (isDateLine(line)) points -= 3;
  if (/[:：]$/u.test(line.text)) points -= 3;
  if (/[؟?]$/u.test(line.text)) points -= 1;
  return points;
}

const isDateLine = (line: Line): boolean => line.words.length <= 14 && findDate(line.text) !== undefined;
