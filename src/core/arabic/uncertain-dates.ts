// Dates that are less than a day, as Extended Date/Time Format (EDTF, ISO 8601-2:2019 levels 0 and 1): months, years,
// seasons, decades, centuries, spans, «حوالي», «؟», «قبل».
import { monthSpan, yearSpan } from './calendar-days.ts';
import { calendarOfEra, FORE } from './eras.ts';
import { D, ERA, NAME } from './date-patterns.ts';
import { type FoundDate, findDate, nameOf } from './dates.ts';
import { toLatinDigits } from './digits.ts';
import { foldWord } from './fold.ts';
import { type Calendar, namedMonth } from './months.ts';

type Reader = (match: RegExpExecArray) => { value: string; calendar: FoundDate['calendar'] } | undefined;

const BEGIN = '(?<![\\p{L}\\p{N}])';
const ABOUT = '(?<about>(?:حوالي|حوالى|نحو|زهاء|قرابة|قرابه|تقريبا|circa|c\\.|about)\\s{1,4})?';
const IN = '(?:(?:في\\s{1,4})?(?:عام|سنة|سنه|العام)\\s{1,4})?';
const YEAR = `${FORE}(?<year>${D}{3,4})(?!${D})${ERA}`;
const DOUBT = '(?<doubt>\\s{0,2}\\(?[؟?]\\)?|\\s{1,2}تقريب[اً]{1,2})?';

/** EDTF 1: «~» approximate, «?» uncertain, «%» both. */
function qualified(value: string, { about, doubt }: Record<string, string | undefined>): string {
  const near = about !== undefined || doubt?.includes('تقريب');
  const sign = near && doubt && !doubt.includes('تقريب') ? '%' : near ? '~' : doubt ? '?' : '';
  return value
    .split('/')
    .map((part) => (sign === '' || /[~?%]$/.test(part) ? part : part + sign))
    .join('/');
}

/** Without a mark, 1300–1500 could be a year of either calendar, and is neither. */
function calendarOfYear(year: number, era: string | undefined): Calendar | undefined {
  if (era !== undefined) return calendarOfEra(era);
  return year >= 1600 && year <= 2200 ? 'gregorian' : undefined;
}

const number = (digits: string): number => Number(toLatinDigits(digits));

const readYear: Reader = ({ groups }) => {
  const year = number(groups!['year']!);
  const calendar = calendarOfYear(year, groups!['era'] ?? groups!['fore']);
  const value = calendar && yearSpan(calendar, year);
  return value ? { value: qualified(value, groups!), calendar: nameOf(calendar, year) } : undefined;
};

const readMonth: Reader = ({ groups }) => {
  const year = number(groups!['year']!);
  const named = namedMonth(groups!['month']!);
  if (!named || (named.calendar === 'islamic-umalqura' && year >= 1600)) return undefined;
  const value = monthSpan(named.calendar, year, named.month);
  return value ? { value: qualified(value, groups!), calendar: nameOf(named.calendar, year) } : undefined;
};

const gregorian = (value: string | undefined): ReturnType<Reader> => (value === undefined ? undefined : { value, calendar: 'gregorian' });

/** EDTF 1, 4.8: 21 spring to 24 winter. */
const seasons: Record<string, number> = { ربيع: 21, صيف: 22, خريف: 23, شتاء: 24, spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 };

const decades = ['العشرين', 'الثلاثين', 'الأربعين', 'الخمسين', 'الستين', 'السبعين', 'الثمانين', 'التسعين'];
const decadeOf = new Map(decades.map((stem, at) => [foldWord(stem.slice(2)), at + 2] as const));

const ordinals = ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'];
const teens = ['الحادي', ...ordinals.slice(1, 9)].map((ordinal) => `${ordinal} عشر`);
const centuries = [...ordinals, ...teens, 'العشرون', 'الحادي والعشرون'];
const centuryOf = new Map(centuries.map((name, at) => [fold(name), at + 1] as const));

function fold(name: string): string {
  return name
    .split(/\s+/u)
    .map(foldWord)
    .join(' ')
    .replace(/عشرين$/u, 'عشرون');
}

const CENTURY = 'القرن\\s{1,4}(?<century>(?:الحادي\\s{1,4}والعشر[يو]ن|العشر[يو]ن|[\\p{L}]{5,8}\\s{1,4}عشر(?!\\p{L})|[\\p{L}]{5,8}))';
const centuryIn = (match: RegExpExecArray): number | undefined => centuryOf.get(fold(match.groups!['century']!));

const FROM = `(?:(?:بين|ما بين|من|from|between)\\s{1,4})?${IN.replace('عام', 'عامي|عام')}(?<year>${D}{4})(?!${D})\\s{0,4}م?\\s{0,4}`;
const TO = `(?:[-–—/]|إلى|الى|حتى|و(?=${D}|\\s|عام)|to|and)\\s{0,4}${IN}(?<to>${D}{4})(?!${D})${ERA}`;

const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(BEGIN + FROM + TO, 'iu'),
    ({ groups }) => {
      const [year, to] = [number(groups!['year']!), number(groups!['to']!)];
      const calendar = calendarOfYear(year, groups!['era']);
      const [first, last] = [calendar && yearSpan(calendar, year), calendar && yearSpan(calendar, to)];
      if (!first || !last || year >= to) return undefined;
      return { value: `${first.split('/')[0]}/${last.split('/').at(-1)}`, calendar: nameOf(calendar!, year) };
    },
  ],
  [
    new RegExp(`${BEGIN}(?<side>قبل|بعد)\\s{1,4}${IN}${YEAR}`, 'iu'),
    (match) => {
      const read = readYear(match);
      const [first, last] = [read?.value.split('/')[0], read?.value.split('/').at(-1)];
      return read && { ...read, value: match.groups!['side'] === 'قبل' ? `../${first}` : `${last}/..` };
    },
  ],
  [
    new RegExp(`${BEGIN}(?<season>${Object.keys(seasons).join('|')})\\s{1,4}${IN}${YEAR}`, 'iu'),
    (match) => {
      const read = readYear(match);
      return gregorian(read?.calendar === 'gregorian' ? `${read.value}-${seasons[match.groups!['season']!.toLowerCase()]}` : undefined);
    },
  ],
  [
    new RegExp(
      `${BEGIN}${ABOUT}(?:شهر\\s{1,4})?(?<month>${NAME})(?:\\s{0,4}[/(]\\s{0,4}[\\p{L}\\p{M} ]{3,14}\\)?)?[\\s,،-]{1,5}${IN}${YEAR}${DOUBT}`,
      'iu',
    ),
    readMonth,
  ],
  [
    new RegExp(`${BEGIN}(?<decade>(?:ال)?[\\p{L}]{4,7}?)(?:ي)?ات\\s{1,4}(?:من\\s{1,4})?${CENTURY}`, 'iu'),
    (match) => {
      const century = centuryIn(match);
      const decade = decadeOf.get(foldWord(match.groups!['decade']!.replace(/^ال/u, '').replace(/ي$/u, '')));
      return gregorian(century !== undefined && decade !== undefined ? `${String(century - 1).padStart(2, '0')}${decade}X` : undefined);
    },
  ],
  [
    new RegExp(`${BEGIN}${CENTURY}(?<hijri>\\s{1,4}(?:ال)?هجري)?`, 'iu'),
    (match) => {
      const century = match.groups!['hijri'] ? undefined : centuryIn(match);
      return gregorian(century === undefined ? undefined : `${String(century - 1).padStart(2, '0')}XX`);
    },
  ],
  [new RegExp(`${BEGIN}${ABOUT}${IN}${YEAR}${DOUBT}`, 'iu'), readYear],
];

const near = new RegExp(`${BEGIN}${ABOUT.slice(0, -1)}$`, 'iu');
const LOOKED_AT = 400;

/** The first date in the first 400 characters, of a day or of more than a day; the day may be «حوالي» or «؟». */
export function findUncertainDate(text: string): FoundDate | undefined {
  const looked = text.slice(0, LOOKED_AT);
  const day = findDate(looked);
  if (day) return withDoubt(looked, day);
  for (const [pattern, read] of readers) {
    const match = pattern.exec(looked);
    const found = match && read(match);
    if (found) return withSameYear(looked, { ...found, stated: match[0], start: match.index, end: match.index + match[0].length });
  }
  return undefined;
}

const sameYear = new RegExp(`^[\\s/=([،,–—-]{1,6}(?:الموافق\\s{1,4})?${YEAR}`, 'iu');

/** «1425 هـ / 2004 م»: the year of the Gregorian calendar needs no table, and the words are those of both. */
function withSameYear(text: string, first: FoundDate): FoundDate {
  const match = sameYear.exec(text.slice(first.end));
  const second = match && readYear(match);
  if (!second || second.calendar === first.calendar) return first;
  const end = first.end + match[0].length;
  return { ...(first.calendar === 'gregorian' ? first : { ...first, ...second }), stated: text.slice(first.start, end), end };
}

function withDoubt(text: string, day: FoundDate): FoundDate {
  const about = near.exec(text.slice(0, day.start));
  const doubt = /^\s{0,2}\(?[؟?]\)?/u.exec(text.slice(day.end));
  const [start, end] = [about?.index ?? day.start, day.end + (doubt?.[0].length ?? 0)];
  return { ...day, value: qualified(day.value, { about: about?.[0], doubt: doubt?.[0] }), stated: text.slice(start, end), start, end };
}
