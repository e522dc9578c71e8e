// Carries out a plan in one segment.
import { anyOf } from './any-words.ts';
import { MatchList, type Matches, intersect, none, union, without } from './matches.ts';
import type { Norms } from './norms.ts';
import { type Plan, expected } from './plan.ts';
import { type ScanOptions, scanInto, scanLists } from './scan.ts';
import type { Segment } from './segment.ts';
import { scanTogether } from './together.ts';
import type { ResolvedWord } from './words.ts';

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
  /** What each clause met: filled in for those that were asked. */
  readonly clauses: Matches[];
  /** Words of which that is looked for at the end, for the best alone. */
  readonly late: WordPlan[];
  /** Called before each portion of the work; throws to end the search. */
  readonly check: () => void;
};

/** Looks only `within` documents when they are given. */
export function evaluate(plan: Plan, search: Search, within?: Matches): Matches {
  const { segment, at, clauses } = search;
  search.check();
  switch (plan.op) {
    case 'word':
      return (clauses[plan.clause] = scanWord(plan.word, search, { within }));
    case 'together':
      return (clauses[plan.clause] = scanTogether(plan, search, within));
    case 'or':
    case 'best': {
      const words = search.best && plan === search.best.plan ? wordsOf(plan.of) : undefined;
      if (words && !within) return scanAny(words, search);
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
  const docs = Uint32Array.from({ length: count }, (_, doc) => doc);
  return { count, docs, scores: new Float32Array(count), kinds: new Uint8Array(count) };
}

function unscored({ docs, count }: Matches): Matches {
  return { docs, count, scores: new Float32Array(count), kinds: new Uint8Array(count) };
}

function chosen({ docs, count }: Matches, keep: (doc: number) => boolean): Matches {
  const left = new MatchList(count);
  for (let at = 0; at < count; at++) if (keep(docs[at]!)) left.add(docs[at]!, 0, 0);
  return left;
}

function scanWord({ lists, fields, weights }: ResolvedWord, { segment, at, norms, check }: Search, options: ScanOptions): Matches {
  return scanLists(lists[at]!, fields, norms && { weights, norms }, segment.count, { ...options, check });
}

type WordPlan = Plan & { op: 'word' };

function wordsOf(parts: readonly Plan[]): WordPlan[] | undefined {
  return parts.every((part): part is WordPlan => part.op === 'word') ? [...parts] : undefined;
}

function scanAny(words: readonly WordPlan[], search: Search): Matches {
  const { segment, at, norms, check } = search;
  search.late.push(...words);
  return anyOf(
    words.map(({ word }) => word),
    {
      ...search.best!,
      size: segment.count,
      scan: (n, worth, to) => {
        const { lists, fields, weights } = words[n]!.word;
        // Where several lists are one word a document can stand in both, and the best counts: those are scored in full.
        const options = lists[at]!.length === 1 ? { worth, check } : { check };
        scanInto(to, lists[at]!, fields, norms && { weights, norms }, segment.count, options);
      },
    },
  );
}

/** Looks how closely some documents, in ascending order, were met by the words that were only added up. */
export function tellLate(search: Search, docs: Uint32Array): void {
  const within = { docs, count: docs.length };
  for (const { clause, word } of search.late) search.clauses[clause] = scanWord(word, search, { within });
}
