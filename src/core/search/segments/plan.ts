// A query made ready: its words looked up in all segments.
import type { Ranking, Totals } from './bm25.ts';
import type { Clause, NearClause, PhraseClause, PrefixClause, Query, WordClause } from './query.ts';
import type { RowSet } from './row-set.ts';
import type { Segment } from './segment.ts';
import { type ResolvedWord, fieldMask, resolvePrefix, resolveWord } from './words.ts';

export type Plan =
  | { readonly op: 'word'; readonly word: ResolvedWord }
  | {
      readonly op: 'together';
      readonly words: readonly ResolvedWord[];
      readonly fields: number;
      /** Undefined: one right after the other. */
      readonly near: { readonly distance: number; readonly ordered: boolean } | undefined;
      readonly weight: number;
    }
  | { readonly op: 'and' | 'or' | 'best'; readonly of: readonly Plan[] }
  | { readonly op: 'not'; readonly of: Plan }
  | { readonly op: 'rows'; readonly rows: RowSet }
  | { readonly op: 'all' };

/** Of one prefix, and of all that a query has: so many prefixes share what one may cost a few times over. */
const FORMS = 64;
const PREFIX_FORMS = 256;
/** Documents that are read for all prefixes of a query: so many times all there are, or so many. */
const PREFIX_DOCUMENTS = { times: 4, least: 400_000 };

export function makePlan(segments: readonly Segment[], query: Query, ranking: Ranking, totals: Totals): Plan {
  const prefixes = clausesOf(query)
    .flatMap((clause) => ('words' in clause ? clause.words : [clause]))
    .filter(({ op }) => op === 'prefix');
  const most = Math.max(1, Math.floor(PREFIX_FORMS / prefixes.length));
  const documents = Math.max(PREFIX_DOCUMENTS.least, totals.documents * PREFIX_DOCUMENTS.times) / prefixes.length;
  const resolve = (word: WordClause | PrefixClause): ResolvedWord =>
    word.op === 'word'
      ? resolveWord(segments, word, ranking, totals)
      : resolvePrefix(segments, word, { forms: Math.min(most, word.limit ?? FORMS), documents }, ranking, totals);

  function planOf(part: Query): Plan {
    switch (part.op) {
      case 'word':
      case 'prefix':
        return { op: 'word', word: resolve(part) };
      case 'phrase':
      case 'near': {
        const { words, fields, weight = 1 } = part;
        const near = part.op === 'near' ? { distance: part.distance, ordered: part.ordered ?? false } : undefined;
        return { op: 'together', words: words.map(resolve), fields: fieldMask(fields), near, weight };
      }
      case 'and':
      case 'or':
      case 'best':
        return { op: part.op, of: part.of.map(planOf) };
      case 'not':
        return { op: 'not', of: planOf(part.of) };
      default:
        return part;
    }
  }
  return planOf(query);
}

/** The clauses of a query, in the order they stand in. */
function clausesOf(query: Query): Clause[] {
  switch (query.op) {
    case 'and':
    case 'or':
    case 'best':
      return query.of.flatMap(clausesOf);
    case 'not':
      return clausesOf(query.of);
    case 'rows':
    case 'all':
      return [];
    default:
      return [query] satisfies (WordClause | PrefixClause | PhraseClause | NearClause)[];
  }
}

/** About how many documents of a segment a part meets: what is rare is looked for first. */
export function expected(plan: Plan, at: number, segment: Segment): number {
  switch (plan.op) {
    case 'word':
      return dfIn(plan.word, at);
    case 'together':
      return Math.min(...plan.words.map((word) => dfIn(word, at)));
    case 'and':
      return Math.min(segment.count, ...plan.of.filter(({ op }) => op !== 'not').map((part) => expected(part, at, segment)));
    case 'or':
    case 'best':
      return plan.of.reduce((sum, part) => sum + expected(part, at, segment), 0);
    default:
      return segment.count;
  }
}

export const dfIn = ({ lists }: ResolvedWord, at: number): number => lists[at]!.reduce((sum, { list }) => sum + list.df, 0);
