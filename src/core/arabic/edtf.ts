// Dates as the archive keeps them: Extended Date/Time Format (EDTF, ISO 8601-2:2019), level 0 and of level 1 seasons, decades
// and centuries, qualification, and intervals that may be open. Pure.
import { lengthOfMonth } from './calendar-days.ts';

const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?$/;
const unspecified = /^(?:\d{3}X|\d{2}XX)[?~%]?$/;
const isBetween = (text: string, first: number, last: number): boolean => Number(text) >= first && Number(text) <= last;

/** A day must be one of the (proleptic) Gregorian calendar; 21 is spring, 24 winter. */
function isDate(text: string): boolean {
  const [whole, year, month, day] = plain.exec(text) ?? [];
  if (whole === undefined) return unspecified.test(text);
  if (month === undefined) return true;
  if (day === undefined) return isBetween(month, 1, 12) || isBetween(month, 21, 24);
  return isBetween(day, 1, lengthOfMonth(Number(year), Number(month)));
}

const isOpen = (end: string): boolean => end === '' || end === '..';

export function isEdtf(text: string): boolean {
  const [from = '', to, ...more] = text.split('/');
  if (to === undefined) return isDate(from);
  if (more.length > 0 || (isOpen(from) && isOpen(to))) return false;
  return [from, to].every((end) => isOpen(end) || isDate(end));
}
