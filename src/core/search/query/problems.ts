// What is wrong with a query, where it is.
import { type ErrorCode, type ErrorParams, Failure, type QueryPlace } from '#contract/errors.ts';
import type { Span } from './ast.ts';

/** The codes whose params tell a place in the query. */
export type QueryCode = { [C in ErrorCode]: ErrorParams[C] extends QueryPlace ? C : never }[ErrorCode];
export type QueryProblem = Failure<QueryCode>;

/** Of a restriction to a field: its value is not understood, or is not there. */
const restrictions: ReadonlySet<string> = new Set<QueryCode>(['search.bad-date', 'search.bad-value', 'search.empty-field']);
export const isRestriction = ({ code }: QueryProblem): boolean => restrictions.has(code);

/** So much of the piece is repeated in the sentence. */
const SHOWN = 40;
/** No one reads more of them. */
const TOLD = 20;

export type Problems = {
  /** Notes one; past twenty nothing more is noted. */
  add<C extends QueryCode>(
    code: C,
    place: Span,
    ...more: Record<never, never> extends Omit<ErrorParams[C], keyof QueryPlace> ? [] : [Omit<ErrorParams[C], keyof QueryPlace>]
  ): void;
  /** In the order of the text. */
  list(): QueryProblem[];
};

export function openProblems(text: string): Problems {
  const found: QueryProblem[] = [];
  return {
    add(code, { start, end }, more?) {
      if (found.length >= TOLD) return;
      const piece = text.slice(start, Math.min(end, start + SHOWN)).toWellFormed();
      const place: QueryPlace = { piece, offset: start, length: end - start, place: start + 1 };
      found.push(new Failure(code, { ...place, ...more } as ErrorParams[typeof code]) as unknown as QueryProblem);
    },
    list: () => found.toSorted((a, b) => a.params.offset - b.params.offset),
  };
}
