// How the press prints a date. Counts are bounded, so that a flood of spaces or letters is read in linear time.
import { ERAS, FORE } from './eras.ts';

export const D = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';
const LETTER = '[\\p{L}\\p{M}\\u0640]';

const WEEKDAY =
  '(?:(?:ال)?(?:أحد|احد|إثنين|اثنين|ثلاثاء|ثلثاء|أربعاء|اربعاء|خميس|جمعة|جمعه|سبت)|(?:یک|دو|سه|چهار|پنج)?[ \\u200c]?شنبه|(?:Sun|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const LEAD = `(?<![\\p{L}\\p{N}])(?:(?:يوم\\s{1,4})?${WEEKDAY}\\s{0,4}[,،]?\\s{1,4})?`;

/** Months of two words begin with one of these. */
export const NAME = `(?:تشرين|كانون|أي|ربيع|جماد[ىي]?|ذ[وي])\\s{1,4}${LETTER}{2,8}|(?:ال)?${LETTER}{2,12}\\.?`;
/** «10 نيسان/أبريل», «أبريل (نيسان)», «رمضان المبارك». */
const AND = `(?:\\s{0,4}[/\\\\(]\\s{0,4}[\\p{L}\\p{M} ]{2,14}\\)?|\\s{1,4}(?:المبارك|المعظم|المكرم|الخير|الحرام))?`;
/** «هـ» after a Hijri year, «م» after another; a letter of a word is none. */
export const ERA = `(?:\\s{0,4}\\(?(?<era>${ERAS})(?!${LETTER}|[\\p{N}])\\.?\\)?)?`;
const YEAR = `${FORE}(?<year>${D}{4})(?!${D})${ERA}`;
const OF = '(?:من\\s{1,4})?(?:شهر\\s{1,4})?';
const IN = '(?:(?:عام|سنة|لسنة|لعام)\\s{1,4})?';

/** The first of a month in words. «كانون الأول» is a month: that word needs «من» behind it. */
const FIRST_DAY = '(?:فاتح|غر[ةه]|(?:ال)?[أا]ول(?=\\s{1,4}من\\s))';

export const datePatterns = [
  new RegExp(
    `${LEAD}(?<!${D})(?<day>${D}{1,2})(?:st|nd|rd|th|er)?[\\s\\-/,،]{0,5}${OF}(?<month>${NAME})${AND}[\\s,،\\-/]{0,5}${IN}${YEAR}`,
    'giu',
  ),
  new RegExp(`${LEAD}(?<day>${FIRST_DAY})\\s{1,4}${OF}(?<month>${NAME})${AND}[\\s,،\\-/]{1,5}${IN}${YEAR}`, 'giu'),
  new RegExp(`${LEAD}(?<month>${NAME})${AND}\\s{1,4}(?<day>${D}{1,2})(?:st|nd|rd|th)?\\s{0,4}[,،]?\\s{1,4}${YEAR}`, 'giu'),
  new RegExp(`(?<!${D})(?<year>${D}{4})(?<between>[-/.])(?<number>${D}{1,2})\\k<between>(?<day>${D}{1,2})(?!${D})${ERA}`, 'giu'),
  new RegExp(`${LEAD}(?<!${D})(?<day>${D}{1,2})(?<between>[-.\\\\]| {0,2}/ {0,2})(?<number>${D}{1,2})\\k<between>${YEAR}`, 'giu'),
];

/** What joins a Hijri date and a Gregorian one that say the same day: «الموافق», a dash, a bracket. */
export const SAME_DAY =
  /^[\s\u0640,،()/|–—-]{0,6}(?:(?:الموافق|الموافقة|الموافقه|يوافق|المصادف)(?:\s{1,3}(?:لـ?|يوم))?[\s:]{0,4})?(?:ل\s?)?$/u;
