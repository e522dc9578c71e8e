// What can be asked of the segments. Terms come from the analyzer; nothing here knows how they were made.
import type { Layer } from './bm25.ts';
import type { Field } from './postings.ts';
import type { RowSet } from './row-set.ts';

type Scope = {
  /** Only these fields; all when left out. */
  readonly fields?: readonly Field[];
  /** Multiplies the score; 1 when left out. */
  readonly weight?: number;
};

/** A word in its three terms. `layer` is the loosest that is accepted: stem (when left out), folded, exact. */
export type WordClause = Scope & {
  readonly op: 'word';
  readonly exact: string;
  readonly folded: string;
  readonly stem: string;
  readonly layer?: Layer;
};

/**
 * Folded forms that begin with these letters: about the `limit` (64) most frequent, fewer when a query has many prefixes or when they
 * stand nearly everywhere. The form
 * itself counts as met in the folded layer, its continuations as in the stem layer; the score is that of the best form.
 */
export type PrefixClause = Scope & { readonly op: 'prefix'; readonly folded: string; readonly limit?: number };

/** Words one right after the other in one field. */
export type PhraseClause = Scope & { readonly op: 'phrase'; readonly words: readonly (WordClause | PrefixClause)[] };

/**
 * Words in one field with at most `distance` other words in between, the first to the last; in their order when `ordered`.
 * Out of order, one place can serve two words that are both met there.
 */
export type NearClause = Scope & {
  readonly op: 'near';
  readonly words: readonly (WordClause | PrefixClause)[];
  readonly distance: number;
  readonly ordered?: boolean;
};

export type Clause = WordClause | PrefixClause | PhraseClause | NearClause;

export type Query =
  | Clause
  | { readonly op: 'and'; readonly of: readonly Query[] }
  /** Scores add up. */
  | { readonly op: 'or'; readonly of: readonly Query[] }
  /** As `or`, but the best score counts: for spellings of one word. */
  | { readonly op: 'best'; readonly of: readonly Query[] }
  | { readonly op: 'not'; readonly of: Query }
  /** Rows that the catalogue knows, such as those of a source or a date. They add nothing to the score. */
  | { readonly op: 'rows'; readonly rows: RowSet }
  | { readonly op: 'all' };
