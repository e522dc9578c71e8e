// A picture speaks as the person set it: language, digits, months. Pure.
import type { SpanUnit } from '#contract/survey.ts';
import type { Settings } from '#contract/settings.ts';
import { directionOf, type Forms, formatDate, formatList, formatMonthName, formatNumber, formatPlain, plural } from '#i18n/locale.ts';
import type { Speech } from './drawing.ts';

export const speechOf = (s: Settings, items: Forms): Speech => ({
  direction: directionOf(s.language),
  number: (value) => formatNumber(value, s),
  span: (at, unit) => spanName(at, unit, s),
  year: (at) => formatPlain(Number(at), s),
  month: (at) => formatMonthName(at, s),
  articles: (count) => plural(count, items, s),
  list: (parts) => formatList(parts, s),
});

function spanName(at: string, unit: SpanUnit, s: Settings): string {
  if (unit === 'decade') return `${formatPlain(Number(at), s)}–${formatPlain(Number(at) + 9, s)}`;
  return formatDate({ value: at, calendar: 'gregorian' }, s);
}

/** The name of the time that filters let through, by its first and last ISO dates; undefined when they let all through. */
export function timeName(from: string | undefined, to: string | undefined, s: Settings): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  const name = (value: string | undefined): string => (value === undefined ? '…' : formatDate({ value, calendar: 'gregorian' }, s));
  return from === to ? name(from) : `${name(from)} – ${name(to)}`;
}
