// Names of the Gregorian months in every Arab region, and in English; of the solar Hijri ones in Persian. Data; spellings are compared folded.
import { foldWord } from './fold.ts';

const names: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'جانفي', 'january', 'jan'],
  ['فبراير', 'شباط', 'فيفري', 'february', 'feb'],
  ['مارس', 'آذار', 'march', 'mar'],
  ['أبريل', 'إبريل', 'نيسان', 'أفريل', 'april', 'apr'],
  ['مايو', 'أيار', 'ماي', 'may'],
  ['يونيو', 'يونيه', 'حزيران', 'جوان', 'june', 'jun'],
  ['يوليو', 'يوليه', 'تموز', 'جويلية', 'يوليوز', 'july', 'jul'],
  ['أغسطس', 'آب', 'أوت', 'غشت', 'august', 'aug'],
  ['سبتمبر', 'أيلول', 'شتنبر', 'september', 'sep', 'sept'],
  ['أكتوبر', 'تشرين الأول', 'october', 'oct'],
  ['نوفمبر', 'تشرين الثاني', 'نونبر', 'november', 'nov'],
  ['ديسمبر', 'كانون الأول', 'دجنبر', 'december', 'dec'],
];

const foldName = (name: string): string => name.split(/\s+/).map(foldWord).join(' ');
const byName = new Map(names.flatMap((list, month) => list.map((name) => [foldName(name), month + 1] as const)));

/** 1–12, or undefined. */
export const monthOf = (name: string): number | undefined => byName.get(foldName(name.trim()));

const persian = ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور', 'مهر', 'آبان', 'آذر', 'دی', 'بهمن', 'اسفند'];
const persianByName = new Map(persian.map((name, month) => [foldName(name), month + 1] as const));

/** 1–12 of the solar Hijri calendar, or undefined. */
export const persianMonthOf = (name: string): number | undefined => persianByName.get(foldName(name.trim()));
