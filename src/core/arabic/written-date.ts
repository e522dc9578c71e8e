// A date as a person writes it in a field: EDTF, or in the words and digits of the press and nothing beside. Pure.
import { monthSpan } from './calendar-days.ts';
import { D } from './date-patterns.ts';
import { calendarOf, marks } from './dates.ts';
import { toLatinDigits } from './digits.ts';
import { isEdtf } from './edtf.ts';
import { findUncertainDate } from './uncertain-dates.ts';

/** «5/2024», «٢٠٢٤/٥»: to find one in a text is to guess, in a field of dates it is none. */
const monthOfYear = [
  new RegExp(`^(?<year>${D}{4})[-/.](?<month>${D}{1,2})$`, 'u'),
  new RegExp(`^(?<month>${D}{1,2})[-/.](?<year>${D}{4})$`, 'u'),
];
/** ISO 8601 is of the Gregorian calendar: 1420-02-30 is a slip, doubted or not, and no day of Safar. */
const iso = /^\d{4}-\d{2}(?:-\d{2})?[?~%]?$/;
const everyMark = new RegExp(marks, 'gu');

/** As EDTF; undefined for what is no date, or could be more than one: a year between 1300 and 1600 in Arabic digits without its mark. */
export function writtenDate(text: string): string | undefined {
  const said = text.replace(everyMark, '').trim();
  if (isEdtf(said)) return said;
  if (iso.test(said)) return undefined;
  const value = monthIn(said) ?? wholeDate(said);
  return value !== undefined && isEdtf(value) ? value : undefined;
}

function monthIn(said: string): string | undefined {
  const { year, month } = monthOfYear.map((one) => one.exec(said)).find((found) => found !== null)?.groups ?? {};
  if (!year || !month) return undefined;
  const number = Number(toLatinDigits(year));
  const calendar = calendarOf(year, number, undefined);
  return calendar && monthSpan(calendar, number, Number(toLatinDigits(month)));
}

function wholeDate(said: string): string | undefined {
  const found = findUncertainDate(said);
  return found?.start === 0 && found.end === said.length ? found.value : undefined;
}
