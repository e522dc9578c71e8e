// Dates of days as the press prints them: Gregorian by the names of every region, Hijri, Persian and Coptic by their months
// or their mark. A date without sign of its calendar is left alone.
import { dayOf } from './calendar-days.ts';
import { calendarOfEra } from './eras.ts';
import { D, datePatterns, SAME_DAY } from './date-patterns.ts';
import { toLatinDigits } from './digits.ts';
import { isTabled } from './hijri-calendar.ts';
import { type Calendar, namedMonth } from './months.ts';

/** `value` is an ISO day of the Gregorian calendar; `calendar` that of the words; `stated` the words of the text at [start, end). */
export type FoundDate = {
  readonly value: string;
  readonly stated: string;
  readonly calendar: Calendar | 'islamic-civil';
  readonly start: number;
  readonly end: number;
};

/** A line that states a date is short; spaces are counted, for an open count over a flood of them never ends. */
const LOOKED_AT = 400;

/**
 * The first date that stands in the first 400 characters. A Hijri and a Gregorian date side by side are one: the day is
 * that of the Gregorian, which needs no table, and the words are those of both.
 */
export function findDate(text: string): FoundDate | undefined {
  const { looked, places } = withoutMarks(text.slice(0, LOOKED_AT));
  const first = firstIn(looked);
  if (!first) return undefined;
  const both = withSameDay(looked, first);
  const [start, end] = places ? [places[both.start]!, places[both.end - 1]! + 1] : [both.start, both.end];
  return { ...both, stated: text.slice(start, end), start, end };
}

/** Of direction. */
export const marks = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

/** Direction marks stand between the parts of Arabic dates (CLDR: d\u200f/M\u200f/y) and mean nothing here. */
function withoutMarks(text: string): { looked: string; places?: number[] } {
  if (!marks.test(text)) return { looked: text };
  const places = Array.from({ length: text.length }, (_, at) => at).filter((at) => !marks.test(text[at]!));
  return { looked: places.map((at) => text[at]).join(''), places };
}

/** Every date of a day has a year of four digits: most lines have none, and are looked through no further. */
const year = new RegExp(`${D}{4}`, 'u');

function firstIn(text: string): FoundDate | undefined {
  if (!year.test(text)) return undefined;
  let first: FoundDate | undefined;
  for (const pattern of datePatterns) {
    for (const match of text.matchAll(pattern)) {
      const one = readDate(match);
      if (!one) continue;
      if (!first || one.start < first.start || (one.start === first.start && one.end > first.end)) first = one;
      break;
    }
  }
  return first;
}

function withSameDay(text: string, first: FoundDate): FoundDate {
  const second = firstIn(text.slice(first.end));
  if (!second || second.calendar === first.calendar || !SAME_DAY.test(text.slice(first.end, first.end + second.start))) return first;
  const common = first.calendar === 'gregorian' ? first : second;
  const end = first.end + second.end;
  return { ...common, stated: text.slice(first.start, end), start: first.start, end };
}

/** A day in words is the first of its month. */
const FIRST = 1;

function readDate(match: RegExpExecArray): FoundDate | undefined {
  if (!match.groups) return undefined;
  const { year, month, number, day, fore, era = fore } = match.groups;
  const y = Number(toLatinDigits(year!));
  const digits = toLatinDigits(day!);
  const d = /^\d/.test(digits) ? Number(digits) : FIRST;
  const named =
    month === undefined ? { calendar: calendarOf(year!, y, era), month: Number(toLatinDigits(number!)) } : monthIn(month, y, era);
  if (!named?.calendar) return undefined;
  const { calendar } = named;
  // 12/25/2020: the month cannot be the second. Behind a year it is, or nothing.
  const turned = month === undefined && d <= 12 && !match[0].startsWith(year!);
  const value = dayOf(calendar, y, named.month, d) ?? (turned ? dayOf(calendar, y, d, named.month) : undefined);
  if (value === undefined) return undefined;
  return { value, calendar: nameOf(calendar, y), stated: match[0], start: match.index, end: match.index + match[0].length };
}

/** Where the table of Umm al-Qura does not reach, the rule that was used is named. */
export const nameOf = (calendar: Calendar, year: number): FoundDate['calendar'] =>
  calendar === 'islamic-umalqura' && !isTabled(year) ? 'islamic-civil' : calendar;

/** A month's name decides, unless it contradicts the mark of the year: «5 شباط 1445 هـ» is no date. */
function monthIn(name: string, year: number, era: string | undefined): { calendar: Calendar; month: number } | undefined {
  const named = namedMonth(name.replace(/\.$/, '')) ?? namedMonth(name.replace(/^ال/, ''));
  if (!named) return undefined;
  const said = era === undefined ? named.calendar : calendarOfEra(era);
  if (said === undefined || (named.calendar === 'gregorian' && (said === 'islamic-umalqura' || said === 'persian'))) return undefined;
  // «15 رمضان 2020» names no year of its calendar.
  return named.calendar === 'islamic-umalqura' && year >= 1600 ? undefined : named;
}

const persianDigit = /[\u06f0-\u06f9]/;

/** Of a date in digits: by the mark of the year, else by what years people now print. */
export function calendarOf(digits: string, year: number, era: string | undefined): Calendar | undefined {
  const said = era === undefined ? 'gregorian' : calendarOfEra(era);
  if (said !== 'gregorian') return said;
  if (year >= 1600) return 'gregorian';
  if (era === undefined && persianDigit.test(digits) && year >= 1250 && year <= 1420) return 'persian';
  // 1399 may be a lunar or a solar year; from 1410 on (1989) a press that prints Arabic digits means the lunar one.
  return era === undefined && !persianDigit.test(digits) && year >= 1410 && year <= 1500 ? 'islamic-umalqura' : undefined;
}
