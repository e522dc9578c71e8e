// The days of the lunar Hijri calendar and those of the Gregorian one: by the table of Umm al-Qura where it reaches, else by the
// civil rule of thirty years, which the moon may contradict by a day or two. Pure; the window counts by it as the archive does.
import { TABLE, yearsInMonths } from './hijri-months.ts';

const DAY = 86_400_000;
const YEARS = { first: 1, last: 1700 };

/** Days since 1970 of the first of each month of the table, and of the month after it. */
const starts = [TABLE.start];
for (const year of yearsInMonths) {
  const bits = Number.parseInt(year, 16);
  for (let month = 0; month < 12; month++) starts.push(starts.at(-1)! + 28 + ((bits >> (22 - 2 * month)) & 3));
}

/** Whether the table reaches the year; the days of other years are calculated and may differ from what people kept. */
export const isTabled = (year: number): boolean => year >= TABLE.first && year <= TABLE.last;

/** The epoch, 16 July 622 of the Julian calendar, in days since 1970. */
const EPOCH = Date.UTC(622, 6, 19) / DAY;
const civilYear = (year: number): number => EPOCH + 354 * (year - 1) + Math.floor((3 + 11 * year) / 30);
const civilStart = (year: number, month: number): number => civilYear(year) + Math.ceil(29.5 * (month - 1));

const startOf = (year: number, month: number): number =>
  isTabled(year) ? starts[(year - TABLE.first) * 12 + month - 1]! : civilStart(year, month);

/** 28 to 31: the oldest months were corrected by sightings. */
export function lengthOfHijriMonth(year: number, month: number): number {
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  if (isTabled(year)) return starts[(year - TABLE.first) * 12 + month]! - startOf(year, month);
  return civilStart(y, m) - civilStart(year, month);
}

/** The ISO day of the Gregorian calendar; undefined when the month has no such day or the year is not in 1–1700. */
export function gregorianOfHijri(year: number, month: number, day: number): string | undefined {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12 || day < 1) return undefined;
  if (day > lengthOfHijriMonth(year, month)) return undefined;
  return new Date((startOf(year, month) + day - 1) * DAY).toISOString().slice(0, 10);
}

/** The Hijri day of an ISO day of the Gregorian calendar; undefined outside of the years 1–1700. */
export function hijriOfGregorian(iso: string): { year: number; month: number; day: number } | undefined {
  const days = Date.parse(`${iso}T00:00:00Z`) / DAY;
  if (!(days >= startOf(YEARS.first, 1))) return undefined;
  // A year is 354 days or 355: never late by more than one.
  let year = Math.floor((days - EPOCH) / 355) + 1;
  while (year <= YEARS.last && startOf(year + 1, 1) <= days) year++;
  if (year > YEARS.last) return undefined;
  let month = 12;
  while (startOf(year, month) > days) month--;
  return { year, month, day: days - startOf(year, month) + 1 };
}
