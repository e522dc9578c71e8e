// Carries out a plan in one segment.
import { anyOf } from './any-words.ts';
import { Beside, MatchList, type Matches, intersect, none, union, without } from './matches.ts';
import type { Norms } from './norms.ts';
import { type Plan, dfIn, expected } from './plan.ts';
import { type ScanOptions, scanInto, scanLists } from './scan.ts';
import type { Segment } from './segment.ts';
import { scanTogether } from './together.ts';
import type { ResolvedWord } from './words.ts';
import { scratchBytes, scratchFloats, scratchWords } from './scratch.ts';

export type Search = {
  readonly segment: Segment;
  /** Its place among all segments. */
  readonly at: number;
  /** Undefined when no scores are wanted. */
  readonly norms: Norms | undefined;
  /** When the whole plan is any of some words: who is wanted, so that the others need not be scored. */
  readonly best:
    | { readonly plan: Plan; readonly limit: number; readonly threshold: number; readonly allowed: (doc: number) => boolean }
    | undefined;
  /** Called before each portion of the work; throws to end the search. */
  readonly check: () => void;
};

/** Looks only `within` documents when they are given. */
export function evaluate(plan: Plan, search: Search, within?: Matches): Matches {
  const { segment, at } = search;
  search.check();
  switch (plan.op) {
    case 'word':
      return scanWord(plan.word, search, { within });
    case 'together':
      return scanTogether(plan, search, within);
    case 'or':
    case 'best': {
      const parts = search.best && plan === search.best.plan ? alternativesOf(plan.of) : undefined;
      if (parts && !within) return scanAny(parts, search);
      const [word, ...others] = plan.of;
      if (plan.op === 'best' && word?.op === 'word') return scanBest(word.word, others, search, within);
      const all = plan.of.map((part) => evaluate(part, search, within));
      return union(all, segment.count, plan.op === 'or' ? 'sum' : 'best');
    }
    case 'and': {
      const ordered = plan.of.map((part) => ({ part, size: part.op === 'not' ? Infinity : expected(part, at, segment) }));
      let met = within && unscored(within);
      for (const { part } of ordered.sort((a, b) => a.size - b.size)) {
        const base: Matches | undefined = met;
        if (base?.count === 0) return none;
        if (part.op === 'not') met = without(base ?? everything(segment), evaluate(part.of, search, base));
        else met = base === undefined ? evaluate(part, search) : intersect(base, evaluate(part, search, base));
      }
      return met ?? everything(segment);
    }
    case 'not': {
      const base = within ? unscored(within) : everything(segment);
      return without(base, evaluate(plan.of, search, base));
    }
    case 'rows':
      return chosen(within ?? everything(segment), (doc) => plan.rows.has(segment.rows[doc]!));
    case 'all':
      return within ? unscored(within) : everything(segment);
  }
}

function everything({ count }: Segment): Matches {
  const docs = scratchWords(count);
  for (let doc = 0; doc < count; doc++) docs[doc] = doc;
  return unscored({ docs, count });
}

function unscored({ docs, count }: Pick<Matches, 'docs' | 'count'>): Matches {
  return { docs, count, scores: scratchFloats(count).fill(0), kinds: scratchBytes(count).fill(0) };
}

function chosen({ docs, count }: Matches, keep: (doc: number) => boolean): Matches {
  const left = new MatchList(count);
  for (let at = 0; at < count; at++) if (keep(docs[at]!)) left.add(docs[at]!, 0, 0);
  return left;
}

function scanWord({ lists, fields, weights }: ResolvedWord, { segment, at, norms, check }: Search, options: ScanOptions): Matches {
  return scanLists(lists[at]!, fields, norms && { weights, norms }, segment.count, { ...options, check });
}

/** A word and what else it may mean. */
function scanBest(word: ResolvedWord, others: readonly Plan[], search: Search, within?: Matches): Matches {
  const { segment, at, norms, check } = search;
  const besides = union(
    others.map((other) => evaluate(other, search, within)),
    segment.count,
    'best',
  );
  if (besides.count === 0) return scanWord(word, search, { within });
  const all = new MatchList(Math.min(segment.count, dfIn(word, at) + besides.count));
  const taker = new Beside(besides, all);
  scanInto(taker, word.lists[at]!, word.fields, norms && { weights: word.weights, norms }, segment.count, { within, check });
  taker.finish();
  return all;
}

type WordPlan = Plan & { readonly op: 'word' };
type ClausePlan = Plan & { readonly op: 'word' | 'together' };

/** A word with what else it may mean; of a document's readings the best counts. */
type Alternatives = { readonly word: WordPlan; readonly others: readonly ClausePlan[] };

/** Undefined when a part is something else than a word with its other meanings. */
function alternativesOf(parts: readonly Plan[]): Alternatives[] | undefined {
  const all = parts.map((part): Alternatives | undefined => {
    if (part.op === 'word') return { word: part, others: [] };
    const [word, ...others] = part.op === 'best' ? part.of : [];
    return word?.op === 'word' && others.every(isClause) ? { word, others } : undefined;
  });
  return all.every((one) => one !== undefined) ? all : undefined;
}

const isClause = (plan: Plan): plan is ClausePlan => plan.op === 'word' || plan.op === 'together';

function scanAny(parts: readonly Alternatives[], search: Search): Matches {
  const { segment, at, norms, check } = search;
  return anyOf(
    parts.map(({ word: { word }, others }) => ({
      most: Math.max(mostOfWord(word), ...others.map(mostOf)),
      scan: (worth, to) => {
        const { lists, fields, weights } = word;
        // Where several lists are one word a document can stand in both, and the best counts: those are scored in full.
        const options = lists[at]!.length === 1 ? { worth, check } : { check };
        const besides = others.map((other) => evaluate(other, search)).filter(({ count }) => count > 0);
        const taker = besides.length > 0 ? new Beside(union(besides, segment.count, 'best'), to) : undefined;
        scanInto(taker ?? to, lists[at]!, fields, norms && { weights, norms }, segment.count, options);
        taker?.finish();
      },
    })),
    { ...search.best!, size: segment.count },
  );
}

/** No document can get more. */
const mostOf = (plan: ClausePlan): number =>
  plan.op === 'word' ? mostOfWord(plan.word) : plan.weight * plan.words.reduce((sum, word) => sum + mostOfWord(word), 0);

const mostOfWord = ({ weights }: ResolvedWord): number => weights.stem + weights.folded + weights.exact;
