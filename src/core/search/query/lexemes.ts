// A query in pieces: operands that are leaves already, brackets and operators. Never throws; what is wrong is noted.
import type { Query, Span } from './ast.ts';
import { exactForm } from '../../arabic/fold.ts';
import { fieldOf, type QueryField } from './fields.ts';
import { openOperands } from './operands.ts';
import type { Problems } from './problems.ts';
import { strongQuotes } from './quotes.ts';

export type Operator = 'and' | 'or' | 'not';

/**
 * `plain`: a word with nothing about it. `bare`: an Arabic word that may be an operator; `node` is the word it is otherwise.
 */
export type Lexeme = Span &
  (
    | { readonly kind: 'operand'; readonly node: Query; readonly plain: boolean }
    | { readonly kind: 'bare'; readonly operator: Operator; readonly node: Query | undefined }
    | { readonly kind: Operator | 'open' | 'close' }
  );

/** Deeper brackets are not read: the parser works by recursion. */
const DEPTH = 40;

const operators: Record<string, Operator> = { AND: 'and', '&': 'and', '&&': 'and', OR: 'or', NOT: 'not' };
const bareOperators: Record<string, Operator> = { و: 'and', أو: 'or', او: 'or', ليس: 'not', وليس: 'not' };

/** White space, and marks that only turn the line round. */
const gap = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff]*/uy;
const plainChunk = new RegExp(`[^\\s()|${strongQuotes}]+`, 'uy');
const fieldName = /([\p{L}\p{M}\u0640]{2,24})[:：]/uy;
const minus = /-+(?=[^\s)|-])/uy;
const bars = /\|+/uy;

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function lexemesOf(text: string, exact: boolean, problems: Problems): Lexeme[] {
  const lexemes: Lexeme[] = [];
  const read = openOperands(text, exact, problems);
  /** The field each open bracket stands in; what it was opened for is closed with it. */
  const scopes: { field: QueryField | undefined; place: Span }[] = [];
  let tooDeep = 0;

  function open(start: number, end: number, field: QueryField | undefined): void {
    if (scopes.length < DEPTH) {
      scopes.push({ field, place: { start, end } });
      lexemes.push({ kind: 'open', start, end });
      return;
    }
    if (tooDeep++ === 0) problems.add('search.too-deep', { start, end }, { limit: DEPTH });
  }

  function close(start: number): void {
    const end = start + 1;
    if (tooDeep > 0) tooDeep--;
    else if (scopes.pop()) lexemes.push({ kind: 'close', start, end });
    else problems.add('search.stray-bracket', { start, end });
  }

  /** Gives the place after what was read. */
  function operand(at: number, field: QueryField | undefined, operator: Operator | undefined): number {
    // «أو» is no date.
    const word = operator === undefined || (field !== 'date' && field !== 'has') ? field : undefined;
    const { node, end, plain } = read.one(at, word, false);
    if (operator) lexemes.push({ kind: 'bare', operator, node: word === field ? node : undefined, start: at, end });
    else if (node) lexemes.push({ kind: 'operand', node, plain, start: at, end });
    return end;
  }

  /** A field with its value, a list of values, or a bracket of them. */
  function fielded(start: number, colon: number, field: QueryField): number {
    const at = colon + sticky(gap, text, colon)![0].length;
    if (text[at] === '(') {
      open(at, at + 1, field);
      return at + 1;
    }
    const { node, end } = read.list(at, field);
    if (node) lexemes.push({ kind: 'operand', node, plain: false, start, end });
    else if (!problems.list().some((one) => one.params.offset >= colon)) problems.add('search.empty-field', { start, end: colon });
    return Math.max(end, at);
  }

  let literal = false;
  for (let at = 0; ; ) {
    at += sticky(gap, text, at)![0].length;
    if (at >= text.length) break;
    const asWord = literal;
    literal = false;
    const start = at;
    if (text[at] === '(') {
      open(at, ++at, scopes.at(-1)?.field);
      continue;
    }
    if (text[at] === ')') {
      close(at++);
      continue;
    }
    const bar = sticky(bars, text, at);
    const dash = sticky(minus, text, at);
    if (bar ?? dash) {
      at += (bar ?? dash)![0].length;
      lexemes.push({ kind: bar ? 'or' : 'not', start, end: at });
      literal = !bar;
      continue;
    }
    const chunk = sticky(plainChunk, text, at)?.[0] ?? '';
    const operator = asWord ? undefined : named(operators, chunk);
    if (operator) {
      at += chunk.length;
      lexemes.push({ kind: operator, start, end: at });
      continue;
    }
    const name = sticky(fieldName, text, at);
    const field = name && fieldAt(text, name);
    at = field ? fielded(start, at + name[0].length, field) : operand(at, scopes.at(-1)?.field, asWord ? undefined : bareOperatorOf(chunk));
  }
  for (const { place } of scopes) problems.add('search.unclosed-group', place);
  return lexemes;
}

/** An Arabic name and a space after the colon are running text: «مصدر: لا تغيير» is a headline. A Latin one is meant. */
function fieldAt(text: string, { 0: whole, 1: name, index }: RegExpExecArray): QueryField | undefined {
  const after = text[index + whole.length];
  if (after !== undefined && /\s/u.test(after) && !/^[a-z]+$/iu.test(name!)) return undefined;
  return fieldOf(name!);
}

const named = <T>(table: Record<string, T>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

/** With or without its marks. */
const bareOperatorOf = (chunk: string): Operator | undefined => (chunk.length > 16 ? undefined : named(bareOperators, exactForm(chunk)));
