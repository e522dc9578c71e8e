// Where a query stands in a text, and how closely: the same tokens that were indexed, on the original offsets.
import type { MarkedText, MatchKind } from '#contract/search.ts';
import { type Token, tokenize } from '../arabic/tokens.ts';
import type { Clause, ParsedQuery } from './query.ts';

type Closeness = Exclude<MatchKind, 'fuzzy'>;
const rank: Record<Closeness, number> = { exact: 0, folded: 1, stem: 2 };
const looser = (a: Closeness, b: Closeness): Closeness => (rank[a] > rank[b] ? a : b);

function closeness(token: Token, word: Token, clause: Clause): Closeness | undefined {
  if (token.exact === word.exact) return 'exact';
  if (token.folded === word.folded) return 'folded';
  if (clause.prefix && token.folded.startsWith(word.folded)) return 'stem';
  if (clause.words.length === 1 && token.stem === word.stem) return 'stem';
  return undefined;
}

type Found = { readonly from: number; readonly to: number; readonly kind: Closeness; readonly clause: number };

function* findClause(tokens: readonly Token[], clause: Clause, index: number): Generator<Found> {
  const { words } = clause;
  for (let i = 0; i + words.length <= tokens.length; i++) {
    let kind: Closeness | undefined = 'exact';
    for (let j = 0; j < words.length && kind; j++) {
      const one = closeness(tokens[i + j]!, words[j]!, clause);
      kind = one && looser(kind, one);
    }
    if (kind) yield { from: i, to: i + words.length - 1, kind, clause: index };
  }
}

/** Everything of the query that stands in the text, by place. Linear in the text for each clause. */
function findAll(tokens: readonly Token[], query: ParsedQuery): Found[] {
  return query.clauses
    .flatMap((clause, index) => (clause.excluded ? [] : [...findClause(tokens, clause, index)]))
    .filter((found) => !query.exact || found.kind === 'exact')
    .sort((a, b) => a.from - b.from || b.to - a.to);
}

function toMarks(tokens: readonly Token[], found: readonly Found[], cut = 0): [number, number][] {
  const marks: [number, number][] = [];
  for (const { from, to } of found) {
    const start = tokens[from]!.start - cut;
    const end = tokens[to]!.end - cut;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** The whole text with the query's words marked. */
export function markText(text: string, query: ParsedQuery): MarkedText {
  const tokens = tokenize(text);
  return { text, marks: toMarks(tokens, findAll(tokens, query)) };
}

export type TextMatch = { readonly match: MatchKind; readonly snippet: MarkedText; readonly complete: boolean };

/** Snippet length aimed at, in UTF-16 code units, and how much of it stands before the first mark. */
const SNIPPET = 180;
const LEAD = 40;

/**
 * How closely a title and body match (the loosest of each clause's closest place), with a snippet from the block that
 * holds the most clauses. `complete` tells whether every clause was found.
 */
export function matchTexts(title: string, blocks: readonly string[], query: ParsedQuery): TextMatch {
  const best = new Map<number, Closeness>();
  let chosen: { text: string; tokens: Token[]; found: Found[]; worth: number } | undefined;
  for (const [place, text] of [title, ...blocks].entries()) {
    const tokens = tokenize(text);
    const found = findAll(tokens, query);
    for (const { clause, kind } of found) {
      const known = best.get(clause);
      if (!known || rank[kind] < rank[known]) best.set(clause, kind);
    }
    const worth = new Set(found.map((one) => one.clause)).size;
    if (place > 0 && worth > (chosen?.worth ?? 0)) chosen = { text, tokens, found, worth };
  }
  const wanted = query.clauses.filter((clause) => !clause.excluded).length;
  const match = [...best.values()].reduce<Closeness>(looser, 'exact');
  return { match, snippet: chosen ? snippetOf(chosen) : plainSnippet(blocks[0] ?? title), complete: best.size === wanted };
}

function plainSnippet(text: string): MarkedText {
  return cutAt(text, tokenize(text.slice(0, SNIPPET * 2)), [], 0);
}

function snippetOf({ text, tokens, found }: { text: string; tokens: Token[]; found: Found[] }): MarkedText {
  const first = tokens[found[0]!.from]!.start;
  return cutAt(text, tokens, found, Math.max(0, first - LEAD));
}

/** Cuts at word edges, so that no cluster is split and every mark stays whole. */
function cutAt(text: string, tokens: readonly Token[], found: readonly Found[], wish: number): MarkedText {
  const start = wish === 0 ? 0 : (tokens.find((token) => token.start >= wish)?.start ?? 0);
  let end = text.length;
  if (text.length > start + SNIPPET) {
    const fitting = tokens.filter((token) => token.start >= start && token.end <= start + SNIPPET);
    end = fitting.at(-1)?.end ?? Math.min(text.length, start + SNIPPET);
  }
  const inside = found.filter((one) => tokens[one.from]!.start >= start && tokens[one.to]!.end <= end);
  const before = start > 0 ? '… ' : '';
  const after = end < text.length ? ' …' : '';
  return { text: before + text.slice(start, end) + after, marks: toMarks(tokens, inside, start - before.length) };
}
