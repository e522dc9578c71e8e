// The lunar Hijri calendar: the names of its months, in every spelling, and its days. Pure.
import { foldWord } from './fold.ts';

export { gregorianOfHijri, hijriOfGregorian, isTabled, lengthOfHijriMonth } from '#text/hijri-days.ts';

const names: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'محرم الحرام', 'muharram'],
  ['صفر', 'صفر الخير', 'صفر المظفر', 'safar'],
  ['ربيع الأول', 'ربيع أول', 'ربيع الاول', 'ربيع1'],
  ['ربيع الآخر', 'ربيع الثاني', 'ربيع ثان', 'ربيع ثاني', 'ربيع آخر', 'ربيع2'],
  ['جمادى الأولى', 'جمادى الأول', 'جماد الأول', 'جماد أول', 'جمادى أولى', 'جمادي الأولى'],
  ['جمادى الآخرة', 'جمادى الثانية', 'جمادى الآخر', 'جمادى الثاني', 'جماد الثاني', 'جماد الآخر', 'جماد ثاني', 'جمادى آخرة'],
  ['رجب', 'رجب الفرد', 'رجب المرجب', 'rajab'],
  ['شعبان', 'شعبان المعظم', 'shaban', 'shaaban'],
  ['رمضان', 'رمضان المبارك', 'ramadan', 'ramadhan'],
  ['شوال', 'شوال المكرم', 'shawwal'],
  ['ذو القعدة', 'ذي القعدة', 'ذوالقعدة', 'ذيالقعدة', 'ذو قعدة', 'ذي قعدة'],
  ['ذو الحجة', 'ذي الحجة', 'ذوالحجة', 'ذيالحجة', 'ذو حجة', 'ذي حجة'],
];

const foldName = (name: string): string => name.split(/\s+/u).map(foldWord).join(' ');
const byName = new Map(names.flatMap((list, month) => list.map((name) => [foldName(name), month + 1] as const)));

/** 1–12, or undefined. */
export const hijriMonthOf = (name: string): number | undefined => byName.get(foldName(name.trim()));

/** As the Gulf writes it. */
export const hijriMonthName = (month: number): string => names[month - 1]?.[0] ?? '';
