// When «و», «أو» and «ليس» are operators and when they are words.
import type { Lexeme } from './lexemes.ts';

/** Longer runs of plain words are a sentence, in which these words mean what they say. */
const RUN = 3;

type Bare = Extract<Lexeme, { kind: 'bare' }>;

/**
 * They are operators between two operands. Beside more than three plain words in a row «أو» and «ليس» are words: a title or a
 * question was typed. «و» never changes what is found, for all words must be there anyway.
 */
export function resolved(lexemes: readonly Lexeme[], allowed: boolean): { lexemes: Lexeme[]; bare: boolean } {
  const after = runsAfter(lexemes);
  const out: Lexeme[] = [];
  let before = 0;
  let bare = false;
  for (const [i, lexeme] of lexemes.entries()) {
    if (lexeme.kind !== 'bare') {
      before = isPlain(lexeme) ? before + 1 : 0;
      out.push(lexeme);
      continue;
    }
    const short = lexeme.operator === 'and' || (before <= RUN && after[i]! <= RUN);
    if (allowed && short && isBetween(lexeme, out.at(-1), lexemes[i + 1], lexemes[i + 2])) {
      out.push({ kind: lexeme.operator, start: lexeme.start, end: lexeme.end });
      bare ||= lexeme.operator !== 'and';
      before = 0;
    } else if (lexeme.node) {
      out.push({ kind: 'operand', node: lexeme.node, plain: true, start: lexeme.start, end: lexeme.end });
      before++;
    }
  }
  return { lexemes: out, bare };
}

const isPlain = (lexeme: Lexeme): boolean => lexeme.kind === 'operand' && lexeme.plain;

/** How many plain words follow each lexeme in a row. */
function runsAfter(lexemes: readonly Lexeme[]): number[] {
  const runs = Array.from(lexemes, () => 0);
  for (let i = lexemes.length - 2; i >= 0; i--) runs[i] = isPlain(lexemes[i + 1]!) ? runs[i + 1]! + 1 : 0;
  return runs;
}

/** «أ أو ليس ب» too; the second operator is looked at in its turn. */
function isBetween({ operator }: Bare, last: Lexeme | undefined, next: Lexeme | undefined, second: Lexeme | undefined): boolean {
  const begins = (one: Lexeme | undefined): boolean => one?.kind === 'operand' || one?.kind === 'open' || one?.kind === 'not';
  const ended = last?.kind === 'operand' || last?.kind === 'close' || (operator === 'not' && (last?.kind === 'and' || last?.kind === 'or'));
  const negated = operator !== 'not' && next?.kind === 'bare' && next.operator === 'not' && begins(second);
  return ended && (begins(next) || negated);
}
