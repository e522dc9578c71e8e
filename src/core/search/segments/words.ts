// From the words of a query to the lists that hold them, in every segment, and what they weigh.
import { type ClauseWeights, type Layer, type Ranking, type Totals, idf, layers } from './bm25.ts';
import type { DictionaryCursor } from './dictionary.ts';
import { encodeTerm, sameBytes } from './letters.ts';
import { type Field, type PostingList, fields } from './postings.ts';
import { prefixForms } from './prefix.ts';
import type { PrefixClause, WordClause } from './query.ts';
import type { Segment } from './segment.ts';

/** One stem's list and which of its spellings are meant: by variant 0 none, 1 stem, 2 folded, 3 exact. */
export type WordList = {
  readonly list: PostingList;
  readonly kinds: Uint8Array;
  /** Where its positions lie in the segment's. */
  readonly positionsFrom: number;
  readonly positionsSize: number;
};

export type ResolvedWord = {
  /** For each segment. */
  readonly lists: readonly (readonly WordList[])[];
  /** A bit for each field that counts. */
  readonly fields: number;
  /** In documents: those of the loosest layer that is accepted, removed ones included. */
  readonly df: number;
  readonly weights: ClauseWeights;
};

export const kindOfLayer = (layer: Layer): number => layers.indexOf(layer) + 1;
export const ALL_FIELDS = (1 << fields.length) - 1;

export function fieldMask(wanted: readonly Field[] | undefined): number {
  return wanted ? wanted.reduce((mask, field) => mask | (1 << fields.indexOf(field)), 0) : ALL_FIELDS;
}

export function resolveWord(segments: readonly Segment[], word: WordClause, ranking: Ranking, totals: Totals): ResolvedWord {
  const layer = word.layer ?? 'stem';
  const least = kindOfLayer(layer);
  const terms = { exact: encodeTerm(word.exact), folded: encodeTerm(word.folded), stem: encodeTerm(word.stem) };
  const df = { stem: 0, folded: 0, exact: 0 };
  const lists = segments.map((segment) => {
    const stem = segment.stems.find(terms.stem);
    // A folded form can belong to several stems; those other than ours count from the folded layer on.
    const others = formsOf(segment, terms.folded, stem?.ordinal).filter((cursor) => cursor.ordinal !== stem?.ordinal);
    return [...(stem ? [stem] : []), ...others].flatMap((cursor) => {
      const list = segment.list(cursor);
      const ours = cursor === stem;
      const kinds = Uint8Array.from(list.variants, ({ form, exact }) => {
        const kind = sameBytes(exact, terms.exact) ? 3 : sameBytes(list.forms[form]!.folded, terms.folded) ? 2 : ours ? 1 : 0;
        return kind >= least ? kind : 0;
      });
      const folded = sum(list.forms.filter((form) => sameBytes(form.folded, terms.folded)));
      df.stem += ours ? list.df : folded;
      df.folded += folded;
      df.exact += sum(list.variants.filter((_, variant) => kinds[variant] === 3));
      return kinds.some(Boolean) ? [listOf(cursor, list, kinds)] : [];
    });
  });
  return { lists, fields: fieldMask(word.fields), df: df[layer], weights: weigh(df, layer, word.weight ?? 1, ranking, totals) };
}

/** How much a prefix may cost: forms, and documents in the lists of their stems. */
export type PrefixBounds = { readonly forms: number; readonly documents: number };

export function resolvePrefix(
  segments: readonly Segment[],
  prefix: PrefixClause,
  bounds: PrefixBounds,
  ranking: Ranking,
  totals: Totals,
): ResolvedWord {
  const term = encodeTerm(prefix.folded);
  const df = { stem: 0, folded: 0, exact: 0 };
  /** For each segment, by the ordinal of the stem. */
  const chosen = segments.map(() => new Map<number, { cursor: DictionaryCursor; list: PostingList; kinds: Uint8Array }>());
  let documents = 0;
  for (const [taken, form] of prefixForms(segments, term, bounds.forms).entries()) {
    const stems = segments.map((segment) => formsOf(segment, form));
    for (const [at, cursors] of stems.entries()) {
      for (const { ordinal, values } of cursors) if (!chosen[at]!.has(ordinal)) documents += values[0]!;
    }
    // The most frequent come first, and the first at least is looked for: what is left out is rarer.
    if (taken > 0 && documents > bounds.documents) break;
    const itself = sameBytes(form, term);
    for (const [at, cursors] of stems.entries()) {
      for (const cursor of cursors) {
        const known = chosen[at]!.get(cursor.ordinal);
        const list = known?.list ?? segments[at]!.list(cursor);
        const kinds = known?.kinds ?? new Uint8Array(list.variants.length);
        for (const [variant, { form: number, df: count }] of list.variants.entries()) {
          if (!sameBytes(list.forms[number]!.folded, form)) continue;
          kinds[variant] = itself ? 2 : 1;
          df.stem += count;
          if (itself) df.folded += count;
        }
        chosen[at]!.set(cursor.ordinal, { cursor, list, kinds });
      }
    }
  }
  const lists = chosen.map((byStem) => [...byStem.values()].map(({ cursor, list, kinds }) => listOf(cursor, list, kinds)));
  return { lists, fields: fieldMask(prefix.fields), df: df.stem, weights: weigh(df, 'stem', prefix.weight ?? 1, ranking, totals) };
}

function listOf({ before, values }: DictionaryCursor, list: PostingList, kinds: Uint8Array): WordList {
  return { list, kinds, positionsFrom: before[2]!, positionsSize: values[2]! };
}

/** Cursors on the stems that a folded form belongs to; `known` is the ordinal of one that need not be looked up. */
function formsOf(segment: Segment, folded: Uint8Array, known?: number): DictionaryCursor[] {
  const found: DictionaryCursor[] = [];
  const form = segment.forms.find(folded);
  while (form && sameBytes(form.bytes, folded)) {
    const stem = segment.stems.holding(3, form.values[1]!);
    if (stem && stem.ordinal !== known) found.push(stem);
    if (!form.next()) break;
  }
  return found;
}

const sum = (all: readonly { df: number }[]): number => all.reduce((total, { df }) => total + df, 0);

/** The loosest layer that is accepted weighs as the stem does; closer ones add to it. */
function weigh(df: Record<Layer, number>, loosest: Layer, weight: number, ranking: Ranking, { documents }: Totals): ClauseWeights {
  const of = (layer: Layer): number => {
    if (layers.indexOf(layer) < layers.indexOf(loosest)) return 0;
    const share = layer === loosest ? ranking.layer.stem : ranking.layer[layer];
    return share * weight * idf(documents, df[layer]) * (ranking.k1 + 1);
  };
  return { k1: ranking.k1, stem: of('stem'), folded: of('folded'), exact: of('exact') };
}
