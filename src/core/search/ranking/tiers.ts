// How closely an article answers: by the loosest of the query's words, each at its closest place.
import type { MatchKind } from '#contract/search.ts';

const order: Record<MatchKind, number> = { exact: 0, folded: 1, stem: 2, fuzzy: 3 };

export const closer = (a: MatchKind, b: MatchKind): MatchKind => (order[a] <= order[b] ? a : b);
export const looser = (a: MatchKind, b: MatchKind): MatchKind => (order[a] > order[b] ? a : b);

/** `kinds`: for each word of the query, all the ways it was found in. Words that were not found are left out. */
export const tierOf = (kinds: readonly (readonly MatchKind[])[]): MatchKind =>
  kinds.flatMap((ways) => (ways.length === 0 ? [] : [ways.reduce(closer)])).reduce(looser, 'exact');

export type Scored = { readonly score: number; readonly tier: MatchKind };

/**
 * Best first. Who asks for a single word wants its own spelling before all others, however often they stand somewhere;
 * among several words the weights of find.ts have already seen to that, and a strict order would put an article with one
 * word in another form behind all that merely hold the words.
 */
export const byRank =
  (words: number) =>
  (a: Scored, b: Scored): number =>
    (words === 1 ? order[a.tier] - order[b.tier] : 0) || b.score - a.score || order[a.tier] - order[b.tier];
