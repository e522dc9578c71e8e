// MARC 21 fields as a draft, whatever they were packed in. Fields 880 hold the words in their own script.
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
  const fixed = fields.find((field) => field.tag === '008')?.value ?? '';
  const year = /(?:1[0-9]|20)\d{2}/.exec(toLatin(one(/^26[04]$/, 'c') ?? ''))?.[0] ?? /^\d{4}$/.exec(fixed.slice(7, 11))?.[0];
  return draftOfReference({
    title: one(/^245$/, 'abnp'),
    creators: [...all(/^1(?:00|10|11)$/, 'ab'), ...all(/^7(?:00|10|11)$/, 'ab')],
    container: one(/^773$/, 't'),
    publisher: one(/^26[04]$/, 'b'),
    date: year,
    url: own.find((field) => field.tag === '856' && /^https?:/.test(subfield(field, 'u') ?? '')) && one(/^856$/, 'u'),
    tags: all(/^65[0135]$/, 'a'),
    language: languages[fixed.slice(35, 38)] ?? fixed.slice(35, 38).trim(),
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

const languages: Record<string, string> = { ara: 'ar', per: 'fa', urd: 'ur', eng: 'en', fre: 'fr', heb: 'he', ota: 'ota', ger: 'de' };

const subfield = (field: Field, code: string): string | undefined => field.subfields.find(([one]) => one === code)?.[1];

/** Signs of the catalogue's punctuation at the ends (ISBD). */
const words = (field: Field, codes: string): string =>
  field.subfields
    .filter(([code]) => codes.includes(code))
    .map(([, value]) => value.trim())
    .join(' ')
    .replace(/^[\u200e\u200f]+|[\s/:;,،=\u200e\u200f]+$/gu, '')
    .trim();

/** Field 880 with $6 «245-01/(3/r» is linked from field 245 with $6 «880-01». */
function inOwnScript(field: Field, fields: readonly Field[]): Field {
  const link = /^880-(\d{2})/.exec(subfield(field, '6') ?? '')?.[1];
  if (link === undefined || link === '00') return field;
  const other = fields.find((one) => one.tag === '880' && subfield(one, '6')?.startsWith(`${field.tag}-${link}`));
  return other ? { tag: field.tag, subfields: other.subfields } : field;
}

function romanized(fields: readonly Field[]): string | undefined {
  const title = fields.find((field) => field.tag === '245');
  return title && inOwnScript(title, fields) !== title ? words(title, 'abnp') : undefined;
}

const toLatin = (text: string): string => text.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
