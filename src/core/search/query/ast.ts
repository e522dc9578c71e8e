// What a query is once it has been read: leaves that say what must stand where, joined by and, or, not.
import type { Token } from '../../arabic/tokens.ts';
import type { HasValue, TextField, ValueField } from './fields.ts';

/** [start, end) UTF-16 offsets into the query. */
export type Span = { readonly start: number; readonly end: number };

/** A word of the query as it was typed; its offsets are those in the query. */
export type Word = Token & { readonly text: string };

/**
 * How far a word of the text may be from the word asked for: the very spelling (`=word`), any spelling (words in quotes),
 * or any form of the word (a plain word).
 */
export type Form = 'exact' | 'folded' | 'stem';

/** One word, or several in a row. */
export type Words = {
  readonly kind: 'words';
  readonly words: readonly Word[];
  readonly form: Form;
  /** The last word also stands for its continuations. */
  readonly prefix: boolean;
  /** So many letters may be wrong, missing, too many or changed about; only for one word. */
  readonly fuzzy: 0 | 1 | 2;
  /** 0: in this order, side by side. Else in any order, with at most so many other words between them. */
  readonly slop: number;
  /** Anywhere in the article when absent. */
  readonly field?: TextField;
  readonly span: Span;
};

/** The name of a source, a tag, an author … */
export type Value = {
  readonly kind: 'value';
  readonly field: ValueField;
  readonly text: string;
  readonly exact: boolean;
  readonly prefix: boolean;
  readonly span: Span;
};

/** ISO prefixes of the Gregorian calendar, inclusive: `to` 2013-05 is the whole of May. At least one is there. */
export type Dates = { readonly kind: 'dates'; readonly from?: string; readonly to?: string; readonly span: Span };
export type Has = { readonly kind: 'has'; readonly what: HasValue; readonly span: Span };
/** `*`: every article. */
export type Everything = { readonly kind: 'everything'; readonly span: Span };
export type Leaf = Words | Value | Dates | Has | Everything;

/** Two parts or more, none of which is of the same kind. */
export type And = { readonly kind: 'and'; readonly parts: readonly Query[] };
export type Or = { readonly kind: 'or'; readonly parts: readonly Query[] };
/** Never of another Not. */
export type Not = { readonly kind: 'not'; readonly part: Query };
export type Query = And | Or | Not | Leaf;

export const isLeaf = (query: Query): query is Leaf => query.kind !== 'and' && query.kind !== 'or' && query.kind !== 'not';

/** One part stands for itself; parts of the same kind are taken in. Undefined when there is none. */
export function joined(kind: 'and' | 'or', parts: readonly Query[]): Query | undefined {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  return flat.length > 1 ? { kind, parts: flat } : flat[0];
}

export const negated = (part: Query): Query => (part.kind === 'not' ? part.part : { kind: 'not', part });

/** Words in a row and no more: nothing to explain. While one is typed, its continuations are no surprise either. */
export const isPlainQuery = (query: Query): boolean =>
  query.kind === 'and'
    ? query.parts.every(isPlainQuery)
    : query.kind === 'words' && query.form === 'stem' && query.fuzzy === 0 && query.slop === 0 && query.field === undefined;

/** The leaves in reading order; `wanted` false for those that must not be there. */
export function* leavesOf(query: Query, wanted = true): Generator<{ leaf: Leaf; wanted: boolean }> {
  if (query.kind === 'not') yield* leavesOf(query.part, !wanted);
  else if (query.kind === 'and' || query.kind === 'or') for (const part of query.parts) yield* leavesOf(part, wanted);
  else yield { leaf: query, wanted };
}
