// Names of fields, and of what an article may have, as people write them: spellings are compared folded, without ال.
import {
  fieldNames,
  hasNames,
  type HasValue,
  hasValues,
  type QueryField,
  type TextField,
  textFields,
  type ValueField,
  valueFields,
} from '#contract/query-fields.ts';
import { foldWord } from '../../arabic/fold.ts';

export { type HasValue, hasValues, type QueryField, type TextField, textFields, type ValueField, valueFields };

export const isTextField = (field: QueryField): field is TextField => (textFields as readonly string[]).includes(field);
export const isValueField = (field: QueryField): field is ValueField => (valueFields as readonly string[]).includes(field);

const plainName = (name: string): string => foldWord(name.trim()).replace(/^ال(?=..)/u, '');
const lookUp = <K extends string>(names: Record<K, readonly string[]>): ReadonlyMap<string, K> =>
  new Map((Object.keys(names) as K[]).flatMap((key) => names[key].map((name) => [plainName(name), key] as const)));

const byFieldName = lookUp(fieldNames);
const byHasName = lookUp(hasNames);

export const fieldOf = (name: string): QueryField | undefined => byFieldName.get(plainName(name));
export const hasValueOf = (name: string): HasValue | undefined => byHasName.get(plainName(name));

/** What may follow `has:`, for the sentence of a failure. */
export const hasChoices = hasValues
  .map((value) => `${value} ${hasNames[value].find((name) => /\p{Script=Arabic}/u.test(name))}`)
  .join(' | ');
