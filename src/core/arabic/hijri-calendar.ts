// The lunar Hijri calendar of Umm al-Qura, as days of the Gregorian one, by the tables of Intl. Pure.
import { foldWord } from './fold.ts';

const names: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'محرم الحرام', 'muharram'],
  ['صفر', 'صفر الخير', 'safar'],
  ['ربيع الأول', 'ربيع أول'],
  ['ربيع الآخر', 'ربيع الثاني', 'ربيع ثان'],
  ['جمادى الأولى', 'جمادى الأول', 'جماد الأول', 'جماد أول'],
  ['جمادى الآخرة', 'جمادى الثانية', 'جمادى الآخر', 'جمادى الثاني', 'جماد الثاني', 'جماد الآخر'],
  ['رجب', 'rajab'],
  ['شعبان', 'shaban', 'shaaban'],
  ['رمضان', 'ramadan', 'ramadhan'],
  ['شوال', 'shawwal'],
  ['ذو القعدة', 'ذي القعدة', 'ذوالقعدة', 'ذيالقعدة'],
  ['ذو الحجة', 'ذي الحجة', 'ذوالحجة', 'ذيالحجة'],
];

const foldName = (name: string): string => name.split(/\s+/u).map(foldWord).join(' ');
const byName = new Map(names.flatMap((list, month) => list.map((name) => [foldName(name), month + 1] as const)));

/** 1–12, or undefined. */
export const hijriMonthOf = (name: string): number | undefined => byName.get(foldName(name.trim()));

const DAY = 86_400_000;
/** 1 Muharram of the year 1, and the mean length of a lunar month: near enough to begin the search at. */
const EPOCH = Date.UTC(622, 6, 19);
const MONTH = 29.530_588 * DAY;
/** Outside 1300–1600 the tables are silent and Intl counts by the civil rule. */
const YEARS = { first: 1, last: 1700 };

const calendar = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** Months since the beginning of the calendar, and the day of the month. */
function hijriOf(time: number): { months: number; day: number } {
  const part = Object.fromEntries(calendar.formatToParts(time).map(({ type, value }) => [type, Number.parseInt(value, 10)]));
  return { months: (part['year']! - 1) * 12 + part['month']! - 1, day: part['day']! };
}

const starts = new Map<number, number>();

/** The first day of a month, in milliseconds; at most two corrections after the first guess. */
function startOf(months: number): number {
  const known = starts.get(months);
  if (known !== undefined) return known;
  // The middle of the month is within the month, whatever the rounding.
  let time = Math.floor((EPOCH + (months + 0.5) * MONTH) / DAY) * DAY;
  for (let tries = 0; tries < 4; tries++) {
    const at = hijriOf(time);
    if (at.months === months) {
      time -= (at.day - 1) * DAY;
      break;
    }
    time += (months - at.months) * 29 * DAY;
  }
  if (starts.size > 5000) starts.clear();
  starts.set(months, time);
  return time;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The ISO day of the Gregorian calendar; undefined when the month has no such day or the year is not in 1–1700. */
export function gregorianOfHijri(year: number, month: number, day: number): string | undefined {
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12 || day < 1) return undefined;
  const months = (year - 1) * 12 + month - 1;
  const time = startOf(months) + (day - 1) * DAY;
  return time < startOf(months + 1) ? isoDay(time) : undefined;
}

/** 29 or 30. */
export function lengthOfHijriMonth(year: number, month: number): number {
  const months = (year - 1) * 12 + month - 1;
  return Math.round((startOf(months + 1) - startOf(months)) / DAY);
}
