// The Coptic calendar of the church and the fields of Egypt, as days of the Gregorian one. Pure.
import { foldWord } from './fold.ts';

const names: readonly (readonly string[])[] = [
  ['توت'],
  ['بابه', 'بابة'],
  ['هاتور', 'هتور'],
  ['كيهك', 'كهيك', 'كيهاك'],
  ['طوبة', 'طوبه'],
  ['أمشير'],
  ['برمهات'],
  ['برمودة'],
  ['بشنس'],
  ['بؤونة', 'بؤنة', 'باؤونة', 'بئونة'],
  ['أبيب'],
  ['مسرى', 'مسري'],
  ['نسيء', 'النسيء', 'نسئ', 'النسئ'],
];
const byName = new Map(names.flatMap((list, month) => list.map((name) => [foldWord(name), month + 1] as const)));

/** 1–13, or undefined. */
export const copticMonthOf = (name: string): number | undefined => byName.get(foldWord(name.trim()));

const DAY = 86_400_000;
/** 1 Tut of the year 1 of the Martyrs: 29 August 284 of the Julian calendar. */
const EPOCH = Date.UTC(284, 7, 29) / DAY;
/** The years that a press could print. */
const YEARS = { first: 1400, last: 2000 };

const lengthOf = (year: number, month: number): number => (month < 13 ? 30 : year % 4 === 3 ? 6 : 5);

/** The ISO day of the Gregorian calendar; undefined when the month has no such day or the year is out of range. */
export function gregorianOfCoptic(year: number, month: number, day: number): string | undefined {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 13 || day < 1 || day > lengthOf(year, month)) return undefined;
  const days = EPOCH + 365 * (year - 1) + Math.floor(year / 4) + 30 * (month - 1) + day - 1;
  return new Date(days * DAY).toISOString().slice(0, 10);
}
