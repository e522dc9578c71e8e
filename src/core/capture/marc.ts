// MARC 21 fields as a draft, whatever they were packed in. Fields 880 hold the words in their own script.
import { toLatinDigits } from '../arabic/digits.ts';
import { statedLanguage } from '../arabic/stated-language.ts';
import { findUncertainDate } from '../arabic/uncertain-dates.ts';
import type { Draft } from './formats/format.types.ts';
import { draftOfReference } from './reference.ts';

export type Field = {
  readonly tag: string;
  readonly value?: string;
  readonly subfields: readonly (readonly [code: string, value: string])[];
};

export function draftOfMarc(fields: readonly Field[]): Draft {
  const own = fields.map((field) => inOwnScript(field, fields));
  const all = (tag: RegExp, codes: string): string[] =>
    own
      .filter((field) => tag.test(field.tag))
      .map((field) => words(field, codes))
      .filter(Boolean);
  const one = (tag: RegExp, codes: string): string | undefined => all(tag, codes)[0];
  /** Names, titles and subjects. */
  const heads = (tag: RegExp, codes: string): string[] => all(tag, codes).map(withoutStop);
  const fixed = fields.find((field) => field.tag === '008')?.value ?? '';
  return draftOfReference({
    title: heads(/^245$/, 'abnp')[0],
    creators: [...heads(/^1(?:00|10|11)$/, 'ab'), ...heads(/^7(?:00|10|11)$/, 'ab')],
    container: heads(/^773$/, 't')[0],
    publisher: heads(/^26[04]$/, 'b')[0],
    date: dateOf(one(/^26[04]$/, 'c'), fixed.slice(7, 11)),
    url: own.find((field) => field.tag === '856' && /^https?:/.test(subfield(field, 'u') ?? '')) && one(/^856$/, 'u'),
    tags: heads(/^65[0135]$/, 'a'),
    language: statedLanguage(fixed.slice(35, 38)) ?? one(/^041$/, 'a')?.slice(0, 3),
    abstract: all(/^520$/, 'ab').join('\n'),
    notes: all(/^50[0-5]$/, 'a').join('\n'),
    rest: {
      'publisher-place': one(/^26[04]$/, 'a'),
      ISBN: one(/^020$/, 'a'),
      ISSN: one(/^022$/, 'a'),
      'call-number': one(/^0(?:50|90)$/, 'ab'),
      'title-romanized': romanized(fields),
    },
  });
}

/**
 * The year as printed; one before 1500 with all its words, for its mark. Field 008 has the year of the Gregorian calendar, where it is another one: catalogues
 * also copy what is printed into it.
 */
function dateOf(printed: string | undefined, coded: string): string | undefined {
  const [year] = /(?<!\d)(?:1[0-9]|20)\d{2}(?!\d)/.exec(toLatinDigits(printed ?? '')) ?? [];
  const known = /^[12]\d{3}$/.exec(coded)?.[0];
  if (printed === undefined || year === undefined || year >= '1500') return year ?? known;
  return known !== undefined && known >= '1500' && !findUncertainDate(printed) ? known : printed;
}

const subfield = (field: Field, code: string): string | undefined => field.subfields.find(([one]) => one === code)?.[1];

/** The stop that ends an area (ISBD 0.3): not of an initial, nor of what is cut short. */
function withoutStop(head: string): string {
  const named = /[.．]$/u.test(head) ? head.slice(0, -1).trimEnd() : head;
  return shortened.test(named.split(/[\s\-،,]/u).at(-1)!) ? head : named;
}

/** An initial, also one that two letters write (I︠U︡); with another stop in it; words that end in a stop of their own. */
const shortened = /^(?:\p{L}\p{M}*|\p{L}\ufe20\p{L}\ufe21|.*\..*|[js]r|inc|ltd|co|corp|bros|etc|st|dr|ed)$/iu;

/** Without the signs of the catalogue's punctuation at the ends (ISBD). */
function words(field: Field, codes: string): string {
  const text = field.subfields
    .filter(([code]) => codes.includes(code))
    .map(([, value]) => value.trim())
    .join(' ');
  let [start, end] = [0, text.length];
  while (start < end && marks.test(text[start]!)) start++;
  while (end > start && punctuation.test(text[end - 1]!)) end--;
  return text.slice(start, end).trim();
}

const marks = /[\u200e\u200f]/u;
const punctuation = /[\s/:;,،=／：；，\u200e\u200f]/u;

/** Field 880 with $6 «245-01/(3/r» is linked from field 245 with $6 «880-01». */
function inOwnScript(field: Field, fields: readonly Field[]): Field {
  const link = /^880-(\d{2})/.exec(subfield(field, '6') ?? '')?.[1];
  if (link === undefined || link === '00') return field;
  const other = fields.find((one) => one.tag === '880' && subfield(one, '6')?.startsWith(`${field.tag}-${link}`));
  return other ? { tag: field.tag, subfields: other.subfields } : field;
}

function romanized(fields: readonly Field[]): string | undefined {
  const title = fields.find((field) => field.tag === '245');
  return title && inOwnScript(title, fields) !== title ? withoutStop(words(title, 'abnp')) : undefined;
}
