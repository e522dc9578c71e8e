// Dates and spans of dates in a query, of both calendars, as ISO prefixes of the Gregorian one.
import { lengthOfMonth } from '../../arabic/calendar-days.ts';
import { toLatinDigits } from '../../arabic/digits.ts';
import { gregorianOfHijri, hijriMonthOf, lengthOfHijriMonth } from '../../arabic/hijri-calendar.ts';
import { monthOf } from '../../arabic/months.ts';
import type { Dates } from './ast.ts';

/** Whole days of the Gregorian calendar, inclusive. */
type Days = { readonly first: string; readonly last: string };
type Range = Pick<Dates, 'from' | 'to'>;

const D = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';
const named = new RegExp(
  `(?:(?<day>${D}{1,2})[ -]{1,2}(?:من )?)?(?<name>[\\p{L}\\p{M}]{2,12}(?: [\\p{L}\\p{M}]{2,8})?)(?: (?:عام|سنة) |[ -]{1,2})(?<year>${D}{4})(?!${D})`,
  'uy',
);
const numeric = new RegExp(`(?<a>${D}{1,4})(?:[-/](?<b>${D}{1,4})(?:[-/](?<c>${D}{1,4}))?)?(?!${D})`, 'uy');
const hijriMark = /(?<space> ?)(?:هـ|هجرية|هجري|ه|ah|h)(?![\p{L}\p{M}\p{N}\u0640])/iuy;
const commonMark = /(?:م|ميلادية|ميلادي|ce|ad)(?![\p{L}\p{M}\p{N}\u0640])/iuy;
const between = / ?(?:\.{2,3}|…|–|—) ?/uy;
const sign = />=|<=|[<>≥≤]/uy;

function at(pattern: RegExp, text: string, place: number): RegExpExecArray | undefined {
  pattern.lastIndex = place;
  return pattern.exec(text) ?? undefined;
}

/** The longest date or span that begins at a place; undefined when none does. */
export function datesAt(text: string, start: number): { range: Range; end: number } | undefined {
  const compared = at(sign, text, start);
  if (compared) {
    const one = endpointAt(text, start + compared[0].length);
    const range = one && beside(compared[0], one.days);
    return range && { range, end: one.end };
  }
  const open = at(between, text, start);
  if (open) {
    const one = endpointAt(text, start + open[0].length);
    return one && { range: rangeOf({ last: one.days.last }), end: one.end };
  }
  const one = endpointAt(text, start);
  if (!one) return undefined;
  const to = at(between, text, one.end);
  if (!to) return { range: rangeOf(one.days), end: one.end };
  const two = endpointAt(text, one.end + to[0].length);
  if (two) {
    // Typed the wrong way round, as a line that mixes directions invites.
    const [a, b] = one.days.first <= two.days.first ? [one.days, two.days] : [two.days, one.days];
    return { range: rangeOf({ first: a.first, last: b.last > a.last ? b.last : a.last }), end: two.end };
  }
  const bare = text.slice(one.end, one.end + to[0].length).trimEnd();
  return /\s/u.test(bare)
    ? { range: rangeOf(one.days), end: one.end }
    : { range: rangeOf({ first: one.days.first }), end: one.end + bare.length };
}

function beside(how: string, { first, last }: Days): Range | undefined {
  if (how === '>=' || how === '≥') return rangeOf({ first });
  if (how === '<=' || how === '≤') return rangeOf({ last });
  const day = how === '>' ? dayAfter(last, 1) : dayAfter(first, -1);
  return day === undefined ? undefined : rangeOf(how === '>' ? { first: day } : { last: day });
}

function endpointAt(text: string, start: number): { days: Days; end: number } | undefined {
  const found = at(named, text, start) ?? at(numeric, text, start);
  if (!found?.groups) return undefined;
  let end = start + found[0].length;
  const written = partsOf(found.groups);
  if (!written) return undefined;
  const hijri = at(hijriMark, text, end);
  const common = at(commonMark, text, end);
  // With a space before it the mark may be a word of its own, unless the year is one of the Hijra.
  const marked = hijri && (hijri.groups!['space'] === '' || written.year < 1700) ? 'hijri' : common ? 'common' : undefined;
  if (marked) end += (marked === 'hijri' ? hijri : common)![0].length;
  const days = daysOf(written, marked);
  return days && { days, end };
}

type Written = { year: number; month?: number; day?: number; calendar?: 'hijri' | 'common' };

function partsOf({ day, name, year, a, b, c }: Record<string, string | undefined>): Written | undefined {
  const number = (digits: string): number => Number(toLatinDigits(digits));
  if (name !== undefined) {
    const [common, hijri] = [monthOf(name), hijriMonthOf(name)];
    const month = common ?? hijri;
    if (month === undefined) return undefined;
    return { year: number(year!), month, ...(day === undefined ? {} : { day: number(day) }), calendar: common ? 'common' : 'hijri' };
  }
  const parts = [a, b, c].filter((part) => part !== undefined);
  const ordered = parts[0]!.length > 2 ? parts : parts.toReversed();
  if (ordered[0]!.length < 3 || ordered.slice(1).some((part) => part.length > 2)) return undefined;
  const [y, month, d] = ordered.map(number);
  return { year: y!, ...(month === undefined ? {} : { month }), ...(d === undefined ? {} : { day: d }) };
}

/** A year from 1300 to 1599 that bears no mark is one of the Hijra, as the press writes it. */
function daysOf({ year, month, day, calendar }: Written, marked: 'hijri' | 'common' | undefined): Days | undefined {
  if (marked && calendar && marked !== calendar) return undefined;
  const which = marked ?? calendar ?? (year >= 1600 ? 'common' : year >= 1300 ? 'hijri' : undefined);
  if (which === undefined || (marked === undefined && which === 'common' && year < 1600)) return undefined;
  const dayOf = which === 'hijri' ? gregorianOfHijri : gregorianDay;
  const lengthOf = which === 'hijri' ? lengthOfHijriMonth : lengthOfMonth;
  const first = dayOf(year, month ?? 1, day ?? 1);
  const lastMonth = month ?? 12;
  const last = first && dayOf(year, lastMonth, day ?? lengthOf(year, lastMonth));
  return first !== undefined && last !== undefined ? { first, last } : undefined;
}

function gregorianDay(year: number, month: number, day: number): string | undefined {
  if (year < 1 || year > 9999 || day < 1 || day > lengthOfMonth(year, month)) return undefined;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function dayAfter(day: string, days: number): string | undefined {
  const next = new Date(Date.parse(day) + days * 86_400_000).toISOString();
  return /^(?!0000)\d{4}-/.test(next) ? next.slice(0, 10) : undefined;
}

/** As short as says the same, so that an article of which only the year is known lies in its year. */
function rangeOf({ first, last }: Partial<Days>): Range {
  return {
    ...(first === undefined ? {} : { from: first.replace(/(-01)?-01$/, '') }),
    ...(last === undefined ? {} : { to: last.endsWith('-12-31') ? last.slice(0, 4) : isMonthEnd(last) ? last.slice(0, 7) : last }),
  };
}

const isMonthEnd = (day: string): boolean => lengthOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7))) === Number(day.slice(8));

const start = (prefix: string): string => prefix + '-01-01'.slice(prefix.length - 4);
function end(prefix: string): string {
  const month = prefix.length === 4 ? `${prefix}-12` : prefix;
  return month.length === 7 ? `${month}-${lengthOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}` : month;
}

/** The days an ISO date of any precision covers. */
export const daysIn = (prefix: string): Days => ({ first: start(prefix), last: end(prefix) });

/** Whether an ISO date of any precision has a day within the range. */
export function isWithin(date: string, { from, to }: Range): boolean {
  const { first, last } = daysIn(/^\d{4}(?:-\d{2}){0,2}/.exec(date)?.[0] ?? date);
  return (from === undefined || last >= start(from)) && (to === undefined || first <= end(to));
}

/** The range as one would type it, without ambiguity. */
export function dateText({ from, to }: Range): string {
  const marked = (prefix: string): string => (prefix < '1600' ? `${prefix}م` : prefix);
  if (from === undefined) return `<=${marked(to!)}`;
  if (to === undefined) return `>=${marked(from)}`;
  const whole = [to, from].find((one) => start(one) === start(from) && end(one) === end(to));
  return whole === undefined ? `${marked(from)}..${marked(to)}` : marked(whole);
}
