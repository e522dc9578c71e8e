// What was asked: words and "phrases", all of which must be found; -word must not be.
import { Failure } from '#contract/errors.ts';
import { type Token, tokenize } from '../arabic/tokens.ts';

/** One word, or the words of a phrase in order. */
export type Clause = { readonly words: readonly Token[]; readonly excluded: boolean; readonly prefix: boolean };
export type ParsedQuery = { readonly clauses: readonly Clause[]; readonly exact: boolean };

const part = /(-?)(?:["“”«]([^"“”»]*)["“”»]?|(\S+))/gu;

/** Throws Failure('search.empty') when no clause holds a word. */
export function parseQuery(query: string, options: { exact?: boolean; prefix?: boolean } = {}): ParsedQuery {
  const clauses: Clause[] = [];
  for (const [, minus, phrase, word] of query.matchAll(part)) {
    const excluded = minus === '-';
    if (phrase !== undefined) {
      const words = tokenize(phrase);
      if (words.length > 0) clauses.push({ words, excluded, prefix: false });
    } else {
      const starred = word?.endsWith('*') ?? false;
      for (const token of tokenize(word ?? '')) clauses.push({ words: [token], excluded, prefix: starred });
    }
  }
  const last = clauses.at(-1);
  if (options.prefix && last && last.words.length === 1 && !last.excluded && /[\p{L}\p{M}\p{N}]$/u.test(query)) {
    clauses[clauses.length - 1] = { ...last, prefix: true };
  }
  if (!clauses.some((clause) => !clause.excluded)) throw new Failure('search.empty', {});
  return { clauses, exact: options.exact ?? false };
}
