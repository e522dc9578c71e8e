// A date as a page tells it: in the words of its source or with the name of its month, and in the other calendar.
import type { StatedDate } from '#contract/item.ts';
import { statedWords } from '../stated-words.ts';
import { hijriMonthName, hijriOfGregorian } from '#core/arabic/hijri-calendar.ts';

const romanMonths = [
  'Muharram',
  'Safar',
  'Rabi I',
  'Rabi II',
  'Jumada I',
  'Jumada II',
  'Rajab',
  'Shaban',
  'Ramadan',
  'Shawwal',
  'Dhu al-Qadah',
  'Dhu al-Hijjah',
];

const long = { dateStyle: 'long', timeZone: 'UTC' } as const;
const formats = { ar: new Intl.DateTimeFormat('ar-u-nu-latn', long), en: new Intl.DateTimeFormat('en-GB', long) };

/** Only a whole day can be told in two calendars: others are told as they are. Latin digits. */
export function inBothCalendars(date: StatedDate, language: 'ar' | 'en'): string {
  const { value } = date;
  const stated = statedWords(date);
  const [day] = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value) ?? [];
  const hijri = day ? hijriOfGregorian(day) : undefined;
  if (!day || !hijri) return stated ?? value;
  const month = language === 'ar' ? hijriMonthName(hijri.month) : romanMonths[hijri.month - 1];
  const other = `${hijri.day} ${month} ${hijri.year} ${language === 'ar' ? 'هـ' : 'AH'}`;
  // Words of the source may be of either calendar, or of a third: both follow them.
  const common = formats[language].format(new Date(`${day}T00:00:00Z`));
  // Arabic digits at both sides of the dash would change places in an English line (UAX #9 N1).
  const both = [common, other].map((one) => (language === 'en' ? `\u2066${one}\u2069` : one)).join(' – ');
  return stated ? `${stated} (${both})` : both;
}
