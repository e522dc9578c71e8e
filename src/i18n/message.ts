// Sentences with their params in place. Params that come from outside are isolated, so that a path cannot turn the sentence round.
import type { ErrorCode } from '#contract/errors.ts';
import { errorsAr } from './errors.ar.ts';
import { errorsEn } from './errors.en.ts';
import { fieldName } from './records.ts';

export type Language = 'ar' | 'en';

// UAX #9 isolates: FSI … PDI round a value whose direction is not known.
const FSI = '\u2068';
const PDI = '\u2069';
// Everything that could move the cursor of a terminal or close the isolate.
const unprintable = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;

/** Fills `{name}` places; values are cut at 300 characters and stripped of control characters. */
export function fill(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = textOf(params[name]).replace(unprintable, '\uFFFD');
    return FSI + (value.length > 300 ? `${value.slice(0, 299)}…` : value) + PDI;
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorsAr, code);

/** The sentence for an expected failure, or undefined for a code that is not ours. */
export function errorMessage(code: string, params: Readonly<Record<string, unknown>>, language: Language): string | undefined {
  if (!isErrorCode(code)) return undefined;
  const template = (language === 'ar' ? errorsAr : errorsEn)[code];
  // A field of an article goes by its label; those of queries and of rules are written as they are named.
  const { field } = params;
  return fill(template, code.startsWith('item.') && typeof field === 'string' ? { ...params, field: fieldName(field, language) } : params);
}
