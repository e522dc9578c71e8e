// What differs between two texts, word by word.
import { compare } from './myers.ts';

export type Part = {
  readonly op: 'same' | 'gone' | 'new';
  /** White space before the first word, which no mark should cover. */
  readonly lead: string;
  readonly text: string;
  readonly words: number;
};
type Op = Part['op'];
type Token = { readonly lead: string; readonly text: string };

/** A word, what stands between words, or the end of a line. Marks and joiners belong to the letter before them. */
const token = /[^\S\n]*(?:\n|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*|[^\s\p{L}\p{N}]+)/gu;
const tokensOf = (text: string): Token[] =>
  (text.match(token) ?? []).map((found) => {
    const bare = found === '\n' ? found : found.replace(/^[^\S\n]+/, '');
    return { lead: found.slice(0, found.length - bare.length), text: bare };
  });

/** In reading order, what is gone before what is new; white space alone makes no difference. */
export function wordDiff(before: string, after: string): Part[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const names = new Map<string, number>();
  const numbered = (tokens: Token[]) =>
    Int32Array.from(tokens, ({ text }) => names.get(text) ?? (names.set(text, names.size), names.size - 1));
  const [inBoth, isNew] = compare(numbered(a), numbered(b));
  const steps: [Op, Token][] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && !inBoth[i]) steps.push(['gone', a[i++]!]);
    else if (j < b.length && isNew[j]) steps.push(['new', b[j++]!]);
    else {
      steps.push(['same', b[j++]!]);
      i++;
    }
  }
  return bridged(runsOf(steps)).map(({ op, tokens }) => ({
    op,
    lead: tokens[0]!.lead,
    text: tokens.map(({ lead, text }, i) => (i === 0 ? text : lead + text)).join(''),
    words: tokens.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length,
  }));
}

type Run = { op: Op; tokens: Token[] };

function runsOf(steps: readonly [Op, Token][]): Run[] {
  const runs: Run[] = [];
  for (const [op, one] of steps) {
    const last = runs.at(-1);
    if (last?.op === op) last.tokens.push(one);
    else runs.push({ op, tokens: [one] });
  }
  return runs;
}

/** A lone word that happens to stand between two longer changes is told with them: «a b» for «c b d» reads worse in pieces. */
function bridged(runs: readonly Run[]): Run[] {
  const joined: [Op, Token][][] = [];
  let change: { gone: Token[]; fresh: Token[] } | undefined;
  const flush = () => {
    if (change)
      joined.push(
        change.gone.map((one) => ['gone', one]),
        change.fresh.map((one) => ['new', one]),
      );
    change = undefined;
  };
  runs.forEach(({ op, tokens }, i) => {
    if (op === 'same') {
      const ahead = runs.slice(i + 1, i + 3).filter((run) => run.op !== 'same');
      const small = tokens.length === 1 && tokens[0]!.text !== '\n';
      const between = change && change.gone.length > 1 && change.fresh.length > 1 && ahead.length === 2;
      if (small && between && ahead.every((run) => run.tokens.length > 1)) {
        change!.gone.push(...tokens);
        change!.fresh.push(...tokens);
        return;
      }
      flush();
      joined.push(tokens.map((one) => ['same', one]));
      return;
    }
    change ??= { gone: [], fresh: [] };
    const list = op === 'gone' ? change.gone : change.fresh;
    // One after another: of very many at once the stack has no room.
    for (const token of tokens) list.push(token);
  });
  flush();
  return runsOf(joined.flat());
}
