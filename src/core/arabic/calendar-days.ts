// A day, a month or a year of any calendar the press prints, as ISO 8601 or EDTF of the Gregorian one. Pure.
import { gregorianOfCoptic } from './coptic-calendar.ts';
import { gregorianOfHijri, isTabled, lengthOfHijriMonth } from './hijri-calendar.ts';
import type { Calendar } from './months.ts';
import { gregorianOfPersian } from './persian-calendar.ts';

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month of the Gregorian calendar, carried back before 1582; 0 for a month that it has not. */
export function lengthOfMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return (lengths[month - 1] ?? 0) + (leap && month === 2 ? 1 : 0);
}

export function gregorianDay(year: number, month: number, day: number): string | undefined {
  // A year before 1600 in a news page is a Hijri year without its هـ.
  if (year < 1600 || year > 2200 || day < 1 || day > lengthOfMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A Hijri day outside the table is approximate (EDTF 1, «~»): the civil rule is not what the moon-sighters kept. */
function hijriDay(year: number, month: number, day: number): string | undefined {
  const iso = gregorianOfHijri(year, month, day);
  return iso === undefined || isTabled(year) ? iso : `${iso}~`;
}

const readers: Record<Calendar, (year: number, month: number, day: number) => string | undefined> = {
  gregorian: gregorianDay,
  'islamic-umalqura': hijriDay,
  persian: gregorianOfPersian,
  coptic: gregorianOfCoptic,
};

/** Undefined when the calendar has no such day. */
export const dayOf = (calendar: Calendar, year: number, month: number, day: number): string | undefined =>
  readers[calendar](year, month, day);

/** A month (EDTF 0: 1984-06); months of other calendars as an interval of days. */
export function monthSpan(calendar: Calendar, year: number, month: number): string | undefined {
  if (calendar === 'gregorian') return gregorianDay(year, month, 1)?.slice(0, 7);
  const first = dayOf(calendar, year, month, 1);
  if (first === undefined) return undefined;
  if (calendar === 'islamic-umalqura') return `${first}/${hijriDay(year, month, lengthOfHijriMonth(year, month))}`;
  const last = [31, 30, 29, 6, 5].map((day) => dayOf(calendar, year, month, day)).find((iso) => iso !== undefined);
  return `${first}/${last}`;
}

/** A year (EDTF 0); years of other calendars as an interval of days. */
export function yearSpan(calendar: Calendar, year: number): string | undefined {
  if (calendar === 'gregorian') return year >= 100 && year <= 2200 ? String(year).padStart(4, '0') : undefined;
  const first = dayOf(calendar, year, 1, 1);
  if (first === undefined) return undefined;
  if (calendar === 'islamic-umalqura') return `${first}/${hijriDay(year, 12, lengthOfHijriMonth(year, 12))}`;
  const next = dayOf(calendar, year + 1, 1, 1);
  return next && `${first}/${new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10)}`;
}
