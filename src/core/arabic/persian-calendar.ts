// The solar Hijri calendar of Iran and Afghanistan, as a day of the Gregorian one. Pure.

/** Within these years the leap years follow one cycle of 33 years. */
const YEARS = { first: 1244, last: 1472 };
const DAY = 86_400_000;
/** 1 Farvardin 1399. */
const EPOCH = { year: 1399, time: Date.UTC(2020, 2, 20) };

const isLeap = (year: number): boolean => [1, 5, 9, 13, 17, 22, 26, 30].includes(year % 33);
const dayOfYear = (month: number, day: number): number => (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30) + day - 1;
const lengthOf = (year: number, month: number): number => (month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29);

/** The ISO day of the Gregorian calendar; undefined when the month has no such day or the year is out of range. */
export function gregorianOfPersian(year: number, month: number, day: number): string | undefined {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12 || day < 1 || day > lengthOf(year, month)) return undefined;
  let days = dayOfYear(month, day);
  for (let one = EPOCH.year; one < year; one++) days += isLeap(one) ? 366 : 365;
  for (let one = year; one < EPOCH.year; one++) days -= isLeap(one) ? 366 : 365;
  return new Date(EPOCH.time + days * DAY).toISOString().slice(0, 10);
}
