// The marks that tell of which calendar a year is: «هـ», «ه.ش», «م», “AH”. Counts are bounded, as in all patterns of dates. Pure.
import type { Calendar } from './months.ts';

const Y = '[يی]';
const HEH = 'ه[\\u0640\\u200c\\u200d]{0,2}';
const DOT = '\\s?\\.?\\s?';
const SOLAR = `(?:هجر${Y}[ةه]?\\s{1,3}|${HEH}${DOT})?(?:شمس${Y}[ةه]?|خورش${Y}د${Y})|${HEH}${DOT}ش|ش|A\\.?\\s?H\\.?\\s?S|S\\.?H`;
const LUNAR = `(?:لل|من ال)هجر[ةه]|(?:هجر${Y}[ةه]?\\s{1,3}|${HEH}${DOT})?قمر${Y}[ةه]?|هجر${Y}[ةه]?|${HEH}${DOT}ق(?!${DOT}م)|${HEH}|ق|A\\.?\\s?H|H`;
const COMMON = `م${Y}لاد${Y}[ةه]?|للم${Y}لاد|م\u0640?|A\\.?D|C\\.?E`;
/** Before Christ: no calendar here reaches it. */
const BEFORE = `ق${DOT}م|قبل\\s{1,3}الم${Y}لاد`;

/** One mark, those that begin with another first. */
export const ERAS = `${BEFORE}|${SOLAR}|${LUNAR}|${COMMON}|قبط${Y}[ةه]?`;
/** Behind this a year stands: “AH 1380”. */
export const FORE = '(?:(?<fore>A\\.?\\s?H\\.?\\s?S\\.?|A\\.?\\s?H\\.?|A\\.?D\\.?)\\s{1,4})?';

const signs = /[\s.\u0640\u200c\u200d]/gu;

/** Undefined where it is of none. */
export function calendarOfEra(era: string): Calendar | undefined {
  const sign = era.replace(signs, '').toUpperCase();
  if (/^(?:قم$|قبلال)/u.test(sign)) return undefined;
  if (/شمس|خورش|^ه?ش$|^(?:AHS|SH)$/u.test(sign)) return 'persian';
  if (/هجر|قمر|^ه?ق$|^ه$|^A?H$/u.test(sign)) return 'islamic-umalqura';
  return sign.startsWith('قبط') ? 'coptic' : 'gregorian';
}
