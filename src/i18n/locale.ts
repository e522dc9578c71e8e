// Direction, digits, calendar and plurals of the window's two languages.
import type { StatedDate } from '#contract/item.ts';
import type { Settings } from '#contract/settings.ts';
import { gregorianOfHijri, hijriOfGregorian } from '#text/hijri-days.ts';

/** The plural forms of CLDR; Arabic uses all six. `{n}` stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export const directionOf = (language: Settings['language']): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');

// English puts the day first: in "May ٤, ٢٠٢٤" the two numbers would change places (UAX #9 N1).
const regional = { ar: 'ar', en: 'en-GB' } as const;

export const digitsOf = ({ digits, language }: Settings): 'arab' | 'latn' =>
  digits === 'auto' ? (language === 'ar' ? 'arab' : 'latn') : digits;

/** BCP 47 tag with the chosen digits and calendar as Unicode extensions. */
export const localeOf = (s: Settings): string =>
  `${regional[s.language]}-u-ca-${s.calendar === 'gregorian' ? 'gregory' : s.calendar}-nu-${digitsOf(s)}`;

/** The same, with the month names of the chosen country. Only for dates: numbers are grouped otherwise in the Maghreb. */
export const dateLocaleOf = (s: Settings): string =>
  s.language === 'ar' && s.calendar === 'gregorian' ? localeOf(s).replace(/^ar/, `ar-${s.months}`) : localeOf(s);

/** Formatters are dear to make, and a list asks for one in every row. */
function kept<T>(make: (locale: string, options: object) => T): (locale: string, options?: object) => T {
  const made = new Map<string, T>();
  return (locale, options = {}) => {
    const key = locale + JSON.stringify(options);
    const one = made.get(key) ?? make(locale, options);
    made.set(key, one);
    return one;
  };
}
const numberFormat = kept((locale, options) => new Intl.NumberFormat(locale, options));
const dateFormat = kept((locale, options) => new Intl.DateTimeFormat(locale, options));
const pluralRules = kept((locale) => new Intl.PluralRules(locale));

export const formatNumber = (value: number, s: Settings): string => numberFormat(localeOf(s)).format(value);

/** Of a share between 0 and 1, whole. */
export const formatPercent = (share: number, s: Settings): string =>
  numberFormat(localeOf(s), { style: 'percent', maximumFractionDigits: 0 }).format(share);

/** Years and other names made of digits: no thousands separator. */
export const formatPlain = (value: number, s: Settings): string => numberFormat(localeOf(s), { useGrouping: false }).format(value);

/** A text as it is, its digits those that were chosen. */
export const inDigits = (text: string, s: Settings): string =>
  text.replace(/[0-9\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const value = digit.charCodeAt(0) & 0xf;
    return digitsOf(s) === 'arab' ? String.fromCharCode(0x660 + value) : String(value);
  });

export function plural(value: number, forms: Forms, s: Settings): string {
  // English has no form of its own for nothing in CLDR, and yet words for it.
  const form = (value === 0 ? forms.zero : undefined) ?? forms[pluralRules(s.language).select(value)] ?? forms.other;
  return form.replace('{n}', formatNumber(value, s));
}

/** A date with the precision it states: `2024`, `2024-05` or `2024-05-04`; other EDTF in the words of its source, else in ours. */
export function formatDate(date: StatedDate, s: Settings): string {
  const parts = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d{2})(?:T.*)?)?)?$/.exec(date.value);
  if (!parts) return date.stated ?? inWords(date.value, s) ?? date.value;
  const [, year, month, day] = parts;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  // A day that its month has not is no other day.
  if (at.getUTCMonth() !== Number(month ?? 1) - 1) return date.stated ?? date.value;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  // Only a whole day can be carried into another calendar; what stays says so by its era.
  else if (s.calendar !== 'gregorian') options.era = 'short';
  const locale = dateLocaleOf(day ? s : { ...s, calendar: 'gregorian' });
  const hijri = day && s.calendar !== 'gregorian' ? hijriOfGregorian(`${year}-${month}-${day}`) : undefined;
  return hijri ? hijriDate(hijri, dateFormat(locale, options), at, s) : dateFormat(locale, options).format(at);
}

/** Of each Hijri month of 1436 a day in its midst, by which Intl tells its name. */
const midmonth = (month: number): Date => new Date(`${gregorianOfHijri(1436, month, 15)}T00:00:00Z`);

/** As Intl writes the day, but counted as the archive counts it: Intl has other lengths for the months before 2000 and after 2028. */
function hijriDate(
  { year, month, day }: NonNullable<ReturnType<typeof hijriOfGregorian>>,
  format: Intl.DateTimeFormat,
  at: Date,
  s: Settings,
): string {
  const name = format.formatToParts(midmonth(month)).find(({ type }) => type === 'month')?.value;
  const counted: Partial<Record<string, string | undefined>> = { day: formatPlain(day, s), month: name, year: formatPlain(year, s) };
  return format
    .formatToParts(at)
    .map(({ type, value }) => counted[type] ?? value)
    .join('');
}

/** What EDTF of level 1 says beside days, months and years: seasons, decades and centuries, doubt, and intervals. */
const edtfWords = {
  ar: {
    21: 'ربيع',
    22: 'صيف',
    23: 'خريف',
    24: 'شتاء',
    about: 'نحو {x}',
    doubt: '{x} (؟)',
    from: 'من {x}',
    to: 'إلى {x}',
    since: 'منذ {x}',
    until: 'حتى {x}',
  },
  en: {
    21: 'spring',
    22: 'summer',
    23: 'autumn',
    24: 'winter',
    about: 'about {x}',
    doubt: '{x} (?)',
    from: 'from {x}',
    to: 'to {x}',
    since: 'since {x}',
    until: 'until {x}',
  },
} as const;

/** Undefined for what is no EDTF. */
function inWords(value: string, s: Settings): string | undefined {
  const words = edtfWords[s.language];
  const put = (phrase: 'about' | 'doubt' | 'from' | 'to' | 'since' | 'until', x: string): string => words[phrase].replace('{x}', x);
  const told = (one: string): string => formatDate({ value: one, calendar: 'gregorian' }, s);
  const [from = '', to] = value.split('/');
  if (to !== undefined) {
    const open = (end: string): boolean => end === '' || end === '..';
    if (open(from)) return put('until', told(to));
    return open(to) ? put('since', told(from)) : `${put('from', told(from))} ${put('to', told(to))}`;
  }
  const [, plain, sign] = /^([\dX-]{4,10})([?~%])$/.exec(value) ?? [];
  if (plain) {
    const near = sign === '?' ? told(plain) : put('about', told(plain));
    return sign === '~' ? near : put('doubt', near);
  }
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(value) ?? [];
  if (year) return `${words[season as '21']} ${told(year)}`;
  const [, years, unknown] = /^(\d{2,3})(X{1,2})$/.exec(value) ?? [];
  if (!years || years.length + unknown!.length !== 4) return undefined;
  return ['0', '9'].map((digit) => formatPlain(Number(years + digit.repeat(unknown!.length)), s)).join('–');
}

/** The month of `2024-05`, without its year. */
export const formatMonthName = (value: string, s: Settings): string =>
  dateFormat(dateLocaleOf({ ...s, calendar: 'gregorian' }), { timeZone: 'UTC', month: 'long' }).format(
    new Date(`${value.slice(0, 7)}-01T00:00Z`),
  );

/** Parts of a sentence, one after another. */
export const formatList = (parts: readonly string[], { language }: Pick<Settings, 'language'>): string =>
  parts.join(language === 'ar' ? '، ' : ', ');

/** A moment in the person's own time zone. */
export const formatMoment = (iso: string, s: Settings): string =>
  dateFormat(dateLocaleOf(s), { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
