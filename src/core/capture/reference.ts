// A bibliographic record as a draft: what the formats of references have in common.
import { D } from '../arabic/date-patterns.ts';
import { findDate } from '../arabic/dates.ts';
import { toLatinDigits } from '../arabic/digits.ts';
import { isInArabicLetters, languageBy } from '../arabic/stated-language.ts';
import { findUncertainDate } from '../arabic/uncertain-dates.ts';
import type { Draft } from './formats/format.types.ts';
import { blocksOfWords } from './markup/plain-blocks.ts';

export type Reference = {
  readonly title?: string | undefined;
  readonly creators: readonly string[];
  /** Where it appeared: the journal, the book, else the publisher. */
  readonly container?: string | undefined;
  readonly publisher?: string | undefined;
  readonly date?: string | undefined;
  readonly url?: string | undefined;
  readonly tags?: readonly string[];
  readonly language?: string | undefined;
  readonly abstract?: string | undefined;
  readonly notes?: string | undefined;
  /** By the names of CSL: type, volume, issue, page, publisher-place, ISBN, ISSN, DOI. */
  readonly rest: Readonly<Record<string, string | undefined>>;
};

export function draftOfReference({ container, publisher, date, abstract, rest, ...reference }: Reference): Draft {
  const { title, language } = reference;
  const published = isInArabicLetters(languageBy(title ?? '', language, true)) ? certainDate(date) : date;
  return {
    ...reference,
    source: container ?? publisher,
    published,
    body: blocksOfWords(abstract ?? ''),
    reference: filled({ ...rest, ...(published === date ? {} : { issued: date }), ...(container && publisher ? { publisher } : {}) }),
    wordless: title !== undefined,
  };
}

const anyYear = new RegExp(`(?<!${D})${D}{4}(?!${D})`, 'u');
const gregorian = new RegExp(`(?<!${D})(?:1[5-9]|20|[١۱][٥-٩۵-۹]|[٢۲][٠۰])${D}{2}(?!${D})`, 'u');

/**
 * A year before 1500 of a work in Arabic letters, without a mark, may be a lunar, a solar or a Gregorian one, centuries apart:
 * no calendar can be claimed for it, and its words are kept as `issued`. A Gregorian year beside it is the date.
 */
function certainDate(date: string | undefined): string | undefined {
  const year = Number(toLatinDigits(anyYear.exec(date ?? '')?.[0] ?? '1500'));
  if (date === undefined || year >= 1500) return date;
  // Of a day, or with its mark.
  const told = date.replaceAll('-', '/');
  if (findDate(told)) return told;
  return findUncertainDate(date) ? date : gregorian.exec(date)?.[0];
}

/** The fields that say something, each on one line. */
export function filled(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const lines = Object.entries(fields).map(([name, value = '']) => [name, value.replace(/\s+/gu, ' ').trim()] as const);
  return Object.fromEntries(lines.filter(([, line]) => line !== ''));
}

/** «الأسرة، الاسم» as it is spoken. */
export const spokenName = (family: string | undefined, given: string | undefined): string =>
  [given, family].filter(Boolean).join(' ').trim();

/** Year, month and day as far as they are known, as EDTF. */
export function partialDate(year: string | number | undefined, month?: string | number, day?: string | number): string | undefined {
  const parts = [year, month, day].map((part) => Number(part));
  if (!Number.isInteger(parts[0]) || !(parts[0]! > 0 && parts[0]! < 10_000)) return undefined;
  const known = parts.slice(1).findIndex((part) => !(Number.isInteger(part) && part > 0));
  const kept = known === -1 ? parts : parts.slice(0, known + 1);
  return kept.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
}
