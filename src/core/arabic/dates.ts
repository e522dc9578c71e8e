// Gregorian dates as the press prints them, and Persian ones by their months. Lunar Hijri dates are left alone: they are
// not misread as Gregorian.
import { toLatinDigits } from './digits.ts';
import { monthOf, persianMonthOf } from './months.ts';
import { gregorianOfPersian } from './persian-calendar.ts';

/** `value` is an ISO day of the Gregorian calendar; `calendar` that of the words; `stated` the words of the text at [start, end). */
export type FoundDate = {
  readonly value: string;
  readonly stated: string;
  readonly calendar: 'gregorian' | 'persian';
  readonly start: number;
  readonly end: number;
};

/** A line that states a date is short; spaces are counted, for an open count over a flood of them never ends. */
const LOOKED_AT = 400;
const D = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';
const NAME = '(?:تشرين|كانون)\\s{1,4}(?:الأول|الاول|الثاني)|[\\p{L}\\p{M}]{2,12}\\.?';
const WEEKDAY =
  '(?:(?:ال)?(?:أحد|احد|إثنين|اثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|جمعه|سبت)|(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?)';
const LEAD = `(?<![\\p{L}\\p{N}])(?:(?:يوم\\s{1,4})?${WEEKDAY}\\s{0,4}[,،]?\\s{1,4})?`;
const YEAR = `(?<year>${D}{4})(?!${D})(?!\\s{0,4}هـ)`;
const AND = '(?:\\s{0,4}[/\\\\(]\\s{0,4}[\\p{L}\\p{M} ]{3,14}\\)?)?';

const patterns = [
  new RegExp(
    `${LEAD}(?<day>${D}{1,2})(?:st|nd|rd|th)?[\\s\\-/]{1,5}(?:من\\s{1,4})?(?<month>${NAME})${AND}[\\s,،\\-/]{1,5}(?:عام\\s{1,4}|سنة\\s{1,4})?${YEAR}`,
    'iu',
  ),
  new RegExp(`${LEAD}(?<month>${NAME})${AND}\\s{1,4}(?<day>${D}{1,2})(?:st|nd|rd|th)?\\s{0,4}[,،]?\\s{1,4}${YEAR}`, 'iu'),
  new RegExp(`(?<!${D})${YEAR}[-/.](?<number>${D}{1,2})[-/.](?<day>${D}{1,2})(?!${D})`, 'u'),
  new RegExp(`${LEAD}(?<!${D})(?<day>${D}{1,2})(?<between>[-.]| {0,2}/ {0,2})(?<number>${D}{1,2})\\k<between>${YEAR}`, 'iu'),
];

/** The first date that stands in the first 400 characters. */
export function findDate(text: string): FoundDate | undefined {
  const looked = text.slice(0, LOOKED_AT);
  const found = patterns.map((pattern) => readDate(pattern.exec(looked))).filter((one) => one !== undefined);
  return found.sort((a, b) => a.start - b.start || b.end - a.end)[0];
}

function readDate(match: RegExpExecArray | null): FoundDate | undefined {
  if (!match?.groups) return undefined;
  const { year, month, number, day } = match.groups;
  const y = Number(toLatinDigits(year!));
  const m = month === undefined ? Number(toLatinDigits(number!)) : monthOf(month.replace(/\.$/, ''));
  const d = Number(toLatinDigits(day!));
  const span = { stated: match[0], start: match.index, end: match.index + match[0].length };
  const persian = month === undefined ? undefined : persianMonthOf(month);
  if (m === undefined && persian !== undefined) {
    const value = gregorianOfPersian(y, persian, d);
    return value === undefined ? undefined : { value, calendar: 'persian', ...span };
  }
  // A year before 1600 in a news page is a Hijri year without its هـ.
  if (m === undefined || y < 1600 || y > 2200 || !exists(y, m, d)) return undefined;
  const value = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return { value, calendar: 'gregorian', ...span };
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function exists(year: number, month: number, day: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1]! + (leap && month === 2 ? 1 : 0);
}
