// From the text of a query to its tree. Linear in the text.
import { Failure } from '#contract/errors.ts';
import { isLeaf, joined, negated, type Query } from './ast.ts';
import { resolved } from './bare-operators.ts';
import { type Lexeme, lexemesOf } from './lexemes.ts';
import { openProblems, type Problems, type QueryProblem } from './problems.ts';

export type QueryOptions = {
  /** Every word in its very spelling. */
  readonly exact?: boolean | undefined;
  /** As-you-type: a word or name at the very end also stands for its continuations. */
  readonly prefix?: boolean | undefined;
  /** Whether «أو» and «ليس» may be operators; `OR`, `NOT`, `|` and `-` always are. */
  readonly bare?: boolean | undefined;
};

export type QueryReading = {
  /** Absent when nothing is asked for. */
  readonly query: Query | undefined;
  /** What was mended or passed over, in the order of the text. */
  readonly problems: readonly QueryProblem[];
  /** True when «أو» or «ليس» was taken for an operator: what finds nothing so may be read again with `bare` false. */
  readonly bare: boolean;
  /** True when operands were joined by AND: whoever writes it means it. */
  readonly strict: boolean;
};

/** `= word word`: a sign by itself at the very beginning is said of the whole query; it is no word, so that what is read stays in its place. */
const allExact = /^\s*=\s/u;

/** The forgiving reading: what is open is closed at the end, what cannot be understood is passed over. Never throws. */
export function readQuery(text: string, options: QueryOptions = {}): QueryReading {
  const problems = openProblems(text);
  const exact = options.exact === true || allExact.test(text);
  const { lexemes, bare } = resolved(lexemesOf(text, exact, problems), options.bare ?? true);
  const query = treeOf(lexemes, problems);
  const open = options.prefix && query && /[\p{L}\p{M}\p{N}]$/u.test(text.slice(-2));
  return {
    query: open ? continued(query, text.length) : query,
    problems: problems.list(),
    bare,
    strict: lexemes.some(({ kind }) => kind === 'and'),
  };
}

/** The strict reading. Throws the first problem as a Failure that tells its place, or search.empty. */
export function parseQuery(text: string, options: QueryOptions = {}): Query {
  const { query, problems } = readQuery(text, options);
  if (problems[0]) throw problems[0];
  if (!query) throw new Failure('search.empty', {});
  return query;
}

/** or := and (OR and)*; and := not ((AND)? not)*; not := NOT* (operand | '(' or ')') */
function treeOf(lexemes: readonly Lexeme[], problems: Problems): Query | undefined {
  let at = 0;
  const isNext = (...kinds: Lexeme['kind'][]): boolean => at < lexemes.length && kinds.includes(lexemes[at]!.kind);

  function either(): Query | undefined {
    const parts = [all()];
    while (isNext('or')) {
      const operator = lexemes[at++]!;
      const part = all();
      if (!part || !parts.at(-1)) missing(operator);
      parts.push(part);
    }
    return joined(
      'or',
      parts.filter((part) => part !== undefined),
    );
  }

  function all(): Query | undefined {
    const parts: Query[] = [];
    while (isNext('operand', 'open', 'not', 'and')) {
      const operator = isNext('and') ? lexemes[at++]! : undefined;
      const part = isNext('operand', 'open', 'not') ? one() : undefined;
      if (operator && (!part || parts.length === 0)) missing(operator);
      if (part) parts.push(part);
    }
    return joined('and', parts);
  }

  function one(): Query | undefined {
    let not: Lexeme | undefined;
    let odd = false;
    for (; isNext('not'); odd = !odd) not = lexemes[at++]!;
    const part = primary();
    if (not && !part) missing(not);
    return part && odd ? negated(part) : part;
  }

  function primary(): Query | undefined {
    if (!isNext('operand', 'open')) return undefined;
    const lexeme = lexemes[at++]!;
    if (lexeme.kind === 'operand') return lexeme.node;
    const inner = either();
    if (isNext('close')) at++;
    return inner;
  }

  const missing = (lexeme: Lexeme): void => problems.add('search.missing-operand', lexeme);
  return either();
}

/** The last leaf, when it is wanted and ends where the text ends. */
function continued(query: Query, end: number): Query {
  if (query.kind === 'not') return query;
  if (!isLeaf(query))
    return { ...query, parts: query.parts.map((part, i) => (i === query.parts.length - 1 ? continued(part, end) : part)) };
  // Whoever asks for a very spelling has written it.
  const open = query.kind === 'words' ? query.fuzzy === 0 && query.form !== 'exact' : query.kind === 'value' && !query.exact;
  return open ? atEnd(query as Extract<Query, { kind: 'words' | 'value' }>, end) : query;
}

const atEnd = <T extends Extract<Query, { kind: 'words' | 'value' }>>(leaf: T, end: number): T =>
  leaf.span.end === end ? { ...leaf, prefix: true } : leaf;
