// Names of the Gregorian months in every Arab region, in English and French; of the solar Hijri ones in Persian. Data; spellings are compared folded.
import { copticMonthOf } from './coptic-calendar.ts';
import { foldWord } from './fold.ts';
import { hijriMonthOf } from './hijri-calendar.ts';

/** Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco, Libya 1969–2011; English, French. */
const names: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'كانون ثاني', 'كانون ثان', 'جانفي', 'ينّاير', 'أي النار', 'january', 'jan', 'janvier'],
  ['فبراير', 'شباط', 'فيفري', 'فبرير', 'النوار', 'february', 'feb', 'février', 'fevrier'],
  ['مارس', 'آذار', 'الربيع', 'march', 'mar', 'mars'],
  ['أبريل', 'إبريل', 'نيسان', 'أفريل', 'الطير', 'april', 'apr', 'avril'],
  ['مايو', 'أيار', 'آيار', 'نوار', 'ماي', 'مايس', 'الماء', 'may', 'mai'],
  ['يونيو', 'يونيه', 'حزيران', 'جوان', 'الصيف', 'june', 'jun', 'juin'],
  ['يوليو', 'يوليه', 'تموز', 'جويلية', 'يوليوز', 'ناصر', 'july', 'jul', 'juillet'],
  ['أغسطس', 'آب', 'أوت', 'غشت', 'أغشت', 'هانيبال', 'august', 'aug', 'août', 'aout'],
  ['سبتمبر', 'أيلول', 'شتنبر', 'شتمبر', 'الفاتح', 'september', 'sep', 'sept', 'septembre'],
  ['أكتوبر', 'تشرين الأول', 'تشرين أول', 'التمور', 'october', 'oct', 'octobre'],
  ['نوفمبر', 'تشرين الثاني', 'تشرين ثاني', 'تشرين ثان', 'نونبر', 'نوانبر', 'الحرث', 'november', 'nov', 'novembre'],
  ['ديسمبر', 'كانون الأول', 'كانون أول', 'دجنبر', 'دجمبر', 'الكانون', 'december', 'dec', 'décembre', 'decembre'],
];

const foldName = (name: string): string => name.split(/\s+/).map(foldWord).join(' ');
const byName = new Map(names.flatMap((list, month) => list.map((name) => [foldName(name), month + 1] as const)));

/** 1–12, or undefined. */
export const monthOf = (name: string): number | undefined => byName.get(foldName(name.trim()));

const persian = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
/** Afghanistan names the same months by the zodiac, and prints them with Arabic letters. */
const afghan = ['حمل', 'ثور', 'جوزا', 'سرطان', 'اسد', 'سنبله', 'میزان', 'عقرب', 'قوس', 'جدی', 'دلو', 'حوت'];
const persianByName = new Map([persian, afghan].flatMap((list) => list.map((name, month) => [foldName(name), month + 1] as const)));

/** 1–12 of the solar Hijri calendar, or undefined. */
export const persianMonthOf = (name: string): number | undefined => persianByName.get(foldName(name.trim()));

export type Calendar = 'gregorian' | 'islamic-umalqura' | 'persian' | 'coptic';

/** A month by its name in any of the calendars; no name is shared by two. */
export function namedMonth(name: string): { calendar: Calendar; month: number } | undefined {
  const readers = { gregorian: monthOf, 'islamic-umalqura': hijriMonthOf, persian: persianMonthOf, coptic: copticMonthOf } as const;
  for (const [calendar, read] of Object.entries(readers) as [Calendar, typeof monthOf][]) {
    const month = read(name);
    if (month !== undefined) return { calendar, month };
  }
  return undefined;
}
