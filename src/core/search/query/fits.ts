// What a query means: whether one article, read word by word, fits it. Slow and plain; engines are tested against it.
import { languageNamed } from '../../arabic/language-named.ts';
import { foldWord } from '../../arabic/fold.ts';
import { type Token, tokenize } from '../../arabic/tokens.ts';
import type { HasValue, TextField, ValueField } from './fields.ts';
import type { Query, Value, Word, Words } from './ast.ts';
import { isWithin } from './date-value.ts';

/** An article as a query sees it. `date` is the filing date, ISO of any precision. */
export type Sought = {
  readonly texts: Readonly<Record<TextField, readonly Token[]>>;
  readonly names: Readonly<Record<ValueField, readonly string[]>>;
  readonly date?: string | undefined;
  readonly has: ReadonlySet<HasValue>;
};

export function fits(query: Query, article: Sought): boolean {
  switch (query.kind) {
    case 'and':
      return query.parts.every((part) => fits(part, article));
    case 'or':
      return query.parts.some((part) => fits(part, article));
    case 'not':
      return !fits(query.part, article);
    case 'everything':
      return true;
    case 'has':
      return article.has.has(query.what);
    case 'dates':
      return article.date !== undefined && isWithin(article.date, query);
    case 'value':
      return article.names[query.field].some((name) => isNamed(name, query));
    case 'words': {
      const fields: readonly TextField[] = query.field ? [query.field] : ['title', 'body', 'notes'];
      return fields.some((field) => stands(article.texts[field], query));
    }
  }
}

const key = (text: string, form: 'exact' | 'folded'): string =>
  tokenize(text)
    .map((token) => token[form])
    .join(' ') || foldWord(text.trim());

/** Tags are compared whole, languages by tag or by name; in other names the words asked for may stand anywhere side by side. `=` wants the whole, as spelt. */
export function isNamed(name: string, { field, text, exact, prefix }: Pick<Value, 'field' | 'text' | 'exact' | 'prefix'>): boolean {
  const form = exact ? 'exact' : 'folded';
  const [has, wanted] = [key(name, form), key(field === 'language' && !prefix ? (languageNamed(text) ?? text) : text, form)];
  if (exact || field === 'tag' || field === 'language') return prefix ? has.startsWith(wanted) : has === wanted;
  return prefix ? ` ${has}`.includes(` ${wanted}`) : ` ${has} `.includes(` ${wanted} `);
}

function stands(tokens: readonly Token[], query: Words): boolean {
  const { words, slop } = query;
  if (slop === 0) return tokens.some((_, i) => words.every((word, j) => isWord(tokens[i + j], word, query, j === words.length - 1)));
  // In any order: some stretch of so many words holds a place of its own for each word.
  const length = words.length + slop;
  return tokens.some((_, i) => {
    const window = tokens.slice(i, i + length);
    return assigned(
      words.map((word, j) => window.flatMap((token, at) => (isWord(token, word, query, j === words.length - 1) ? [at] : []))),
    );
  });
}

/** Whether each list can give a number that no other gives (augmenting paths). */
function assigned(choices: readonly (readonly number[])[]): boolean {
  const owner = new Map<number, number>();
  const place = (list: number, seen: Set<number>): boolean =>
    choices[list]!.some((at) => {
      if (seen.has(at)) return false;
      seen.add(at);
      const other = owner.get(at);
      if (other !== undefined && !place(other, seen)) return false;
      owner.set(at, list);
      return true;
    });
  return choices.every((_, list) => place(list, new Set()));
}

function isWord(token: Token | undefined, word: Word, { form, prefix, fuzzy }: Words, last: boolean): boolean {
  if (!token) return false;
  if (form === 'exact') return prefix && last ? token.exact.startsWith(word.exact) : token.exact === word.exact;
  if (token.folded === word.folded || (prefix && last && token.folded.startsWith(word.folded))) return true;
  if (form === 'stem' && token.stem === word.stem) return true;
  return fuzzy > 0 && distance(token.folded, word.folded) <= fuzzy;
}

/** Letters wrong, missing, too many or changed about (optimal string alignment). */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      row[j] = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) row[j] = Math.min(row[j]!, rows[i - 2]![j - 2]! + 1);
    }
    rows.push(row);
  }
  return rows[from.length]![to.length]!;
}
