// «أمس», «منذ ساعتين», «قبل ٣ أيام»: a time counted back from the capture, as an ISO 8601 duration. Pure: the clock is told.
import { D } from './date-patterns.ts';
import { toLatinDigits } from './digits.ts';
import { foldWord } from './fold.ts';

export type FoundSpan = { readonly duration: string; readonly stated: string; readonly start: number; readonly end: number };

/** One, two, and three or more of each; «ساعتين» is two of them. */
const units: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['TS', ['ثانية', 'ثوان', 'ثواني', 'second', 'seconds', 'ثانیه'], ['ثانيتين']],
  ['TM', ['دقيقة', 'دقائق', 'دقایق', 'دقیقه', 'minute', 'minutes', 'min'], ['دقيقتين']],
  ['TH', ['ساعة', 'ساعات', 'ساعت', 'hour', 'hours'], ['ساعتين']],
  ['D', ['يوم', 'يوما', 'أيام', 'روز', 'day', 'days'], ['يومين']],
  ['W', ['أسبوع', 'أسبوعا', 'أسابيع', 'هفته', 'week', 'weeks'], ['أسبوعين']],
  ['M', ['شهر', 'شهرا', 'أشهر', 'شهور', 'ماه', 'month', 'months'], ['شهرين']],
  ['Y', ['سنة', 'سنوات', 'سنين', 'عام', 'عاما', 'أعوام', 'سال', 'year', 'years'], ['سنتين', 'عامين']],
];
const unitOf = new Map(units.flatMap(([unit, words]) => words.map((word) => [foldWord(word), unit] as const)));
const twoOf = new Map(units.flatMap(([unit, , words]) => words.map((word) => [foldWord(word), unit] as const)));

const numbers = ['واحدة', 'اثنتين', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'];
const numberOf = new Map(numbers.flatMap((word, at) => [word, `${word}ة`].map((one) => [foldWord(one), at + 1] as const)));

const days: readonly (readonly [RegExp, number])[] = [
  [/^(?:أول|اول)\s{1,4}(?:من\s{1,4})?(?:أمس|امس)/u, 2],
  [/^(?:أمس|امس|الأمس|بالأمس|البارحة|دیروز|yesterday)/iu, 1],
  [/^(?:اليوم|الآن|الان|قبل\s{1,4}قليل|منذ\s{1,4}قليل|امروز|today|just\s{1,4}now)/iu, 0],
];
const WORD = '[\\p{L}\\p{M}]{2,12}';
const before = new RegExp(`^(?:منذ|قبل|من)\\s{1,4}(?:(?<count>${D}{1,3}|${WORD})\\s{1,4})?(?<unit>${WORD})(?!\\s{0,4}${D})`, 'u');
const after = new RegExp(`^(?<count>${D}{1,3}|an?|one)\\s{0,4}(?<unit>${WORD})\\s{1,4}(?:مضت|مضى|پیش|قبل|ago)`, 'iu');
const starts = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu;
const LOOKED_AT = 120;

/** The first relative time in the first 120 characters. */
export function findRelativeDate(text: string): FoundSpan | undefined {
  const looked = text.slice(0, LOOKED_AT);
  for (const { index } of looked.matchAll(starts)) {
    const found = at(looked.slice(index));
    if (found) return { ...found, start: index, end: index + found.stated.length };
  }
  return undefined;
}

const letterFollows = (text: string, end: number): boolean => /^[\p{L}\p{M}]/u.test(text.slice(end));

function at(text: string): { duration: string; stated: string } | undefined {
  for (const [pattern, count] of days) {
    const match = pattern.exec(text);
    if (match && !letterFollows(text, match[0].length)) return { duration: `P${count}D`, stated: match[0] };
  }
  for (const pattern of [before, after]) {
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    const { count, unit } = match.groups;
    const duration = durationOf(count, foldWord(unit!));
    if (duration !== undefined) return { duration, stated: match[0] };
    // «منذ ساعتين فقط» was read as a count and its unit.
    const two = count === undefined ? undefined : durationOf(undefined, foldWord(count));
    if (two !== undefined) return { duration: two, stated: match[0].slice(0, match[0].indexOf(count!) + count!.length) };
  }
  return undefined;
}

function durationOf(count: string | undefined, unit: string): string | undefined {
  const two = count === undefined ? twoOf.get(unit) : undefined;
  const known = two ?? unitOf.get(unit);
  if (known === undefined) return undefined;
  const many = two ? 2 : countOf(count);
  if (many === undefined) return undefined;
  return known.startsWith('T') ? `PT${many}${known[1]}` : `P${many}${known}`;
}

function countOf(count: string | undefined): number | undefined {
  if (count === undefined || /^(?:an?|one)$/iu.test(count)) return 1;
  const digits = toLatinDigits(count);
  return /^\d+$/u.test(digits) ? Number(digits) : numberOf.get(foldWord(count));
}

const spoken = /^P(?:(?<date>\d+)(?<unit>[DWMY])|T(?<time>\d+)(?<part>[SMH]))$/;
const seconds = { S: 1, M: 60, H: 3600 } as const;

/** The ISO day that lies a duration before an instant; weeks and less say a day, months a month, years a year (EDTF 0). */
export function dayBefore(instant: Date, duration: string): string | undefined {
  const groups = spoken.exec(duration)?.groups;
  if (!groups) return undefined;
  const iso = (time: number): string => new Date(time).toISOString();
  if (groups['part']) return iso(instant.getTime() - Number(groups['time']) * 1000 * seconds[groups['part'] as 'S']).slice(0, 10);
  const count = Number(groups['date']);
  const [year, month] = [instant.getUTCFullYear(), instant.getUTCMonth()];
  if (groups['unit'] === 'M') return iso(Date.UTC(year, month - count)).slice(0, 7);
  if (groups['unit'] === 'Y') return String(year - count).padStart(4, '0');
  return iso(instant.getTime() - count * (groups['unit'] === 'W' ? 7 : 1) * 86_400_000).slice(0, 10);
}
