// What may be meant by the word of a query that is being typed: a field of the search language, or a name that its articles have.
import { fieldNames, hasNames, hasValues, type QueryField } from '#contract/query-fields.ts';
import type { Facets } from '#contract/search.ts';
import { foldName } from '#text/fold-name.ts';

/** `label` is what it reads as; `text` is the whole query with it, the caret at `caret`; `field` where it is the name of one. */
export type Completion = { readonly label: string; readonly text: string; readonly caret: number; readonly field?: QueryField };

const MOST = 8;
/** Letters of a field's name before it is offered: fewer begin too many words. */
const LETTERS = 2;
/** The field, if any, and what is typed of the word or of the value at the caret; a value may be in quotes that are still open. */
const beingTyped = /(?:^|[\s(|])-*(?:([\p{L}\p{M}\u0640]{2,24}):=?)?("[^"]*|[^\s"()|]*)$/u;

export const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);
const plain = (name: string): string => foldName(name).replace(/^ال(?=..)/u, '');
const fieldOf = (name: string): QueryField | undefined =>
  (Object.keys(fieldNames) as QueryField[]).find((field) => fieldNames[field].some((one) => plain(one) === plain(name)));

/** The names that the articles have in a field. */
function valuesOf(field: QueryField, arabic: boolean, facets: Facets | undefined): readonly string[] {
  if (field === 'has') return hasValues.map((value) => hasNames[value].find((name) => isArabic(name) === arabic) ?? value);
  const of = { source: facets?.source, tag: facets?.tag, collection: facets?.collection, language: facets?.language, date: facets?.year };
  return (of[field as keyof typeof of] ?? []).map(({ value }) => value);
}

export function completionsOf(query: string, caret: number, facets: Facets | undefined): Completion[] {
  const before = query.slice(0, caret);
  const rest = query.slice(caret);
  // In the middle of a word nothing is completed.
  const typed = /^\S/u.test(rest) ? null : beingTyped.exec(before);
  if (!typed) return [];
  const [, name, part = ''] = typed;
  const put = (words: string): Pick<Completion, 'text' | 'caret'> => {
    const begin = before.slice(0, before.length - part.length) + words;
    return { text: begin + rest, caret: begin.length };
  };
  if (name === undefined) {
    const wanted = plain(part);
    if (wanted.length < LETTERS) return [];
    return (Object.keys(fieldNames) as QueryField[]).flatMap((field) => {
      const fit = fieldNames[field].find((one) => isArabic(one) === isArabic(part) && plain(one).startsWith(wanted));
      return fit ? [{ label: `${fit}:`, ...put(`${fit}:`), field }] : [];
    });
  }
  const field = fieldOf(name);
  const wanted = plain(part.replace(/^"/u, ''));
  if (!field) return [];
  const fits = valuesOf(field, isArabic(name), facets)
    .filter((value) => foldName(value) !== foldName(part))
    .map((value) => ({ value, folded: plain(value) }))
    .filter(({ folded }) => folded.includes(wanted));
  const begins = fits.filter(({ folded }) => folded.startsWith(wanted));
  return [...begins, ...fits.filter((one) => !begins.includes(one))].slice(0, MOST).map(({ value }) => {
    const written = /[\s"()|,،]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value;
    return { label: value, ...put(rest === '' ? `${written} ` : written) };
  });
}
