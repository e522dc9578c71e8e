// Finds articles: reads the query, asks the index, and looks into the best of the texts for how closely they match.
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import type { Filters, Hit, SearchQuery } from '#contract/search.ts';
import { type Asked, askOf, rowsOf } from './ask.ts';
import { matchTexts, type Sought, soughtIn, type TextMatch } from './match.ts';
import { wordsWithin } from '../arabic/near-words.ts';
import { type Meant, meantBy } from './meant.ts';
import { joined, leavesOf, type Query, type Words } from './query/ast.ts';
import { readQuery } from './query/parse.ts';
import { didYouMean, inOtherLayout } from './ranking/did-you-mean.ts';
import { nearness, RERANKED } from './ranking/nearness.ts';
import { byRank } from './ranking/tiers.ts';
import { idsByRow } from './reader.ts';
import type { SearchIndex } from './search-index.ts';
import { defaultRanking, idf, type Ranking } from './segments/bm25.ts';
import { RowSet } from './segments/row-set.ts';
import type { RankedHit, Result } from './segments/search.ts';

export type Asking = Pick<SearchQuery, 'query'> & Partial<Pick<SearchQuery, 'exact' | 'prefix'>>;

/** A query as it was understood. */
export type Reading = {
  readonly query: Query;
  readonly sought: readonly Sought[];
  /** What was read in place of the text as typed: the other keyboard layout. */
  readonly readAs?: string;
};

export type Found = Reading & {
  readonly result: Result;
  /** True when too few articles hold all the words, and others follow that hold some. */
  readonly relaxed: boolean;
};

/** A word counts by its stem; its own spelling adds a fifth, and marks and hamzas break ties (measured in test/bench). */
const ranking: Ranking = { ...defaultRanking, layer: { stem: 1, folded: 0.22, exact: 0.001 } };
/** When fewer articles hold all the words, those that hold some follow. */
const FEW = 10;
/** A quotation mark that is open at the end is closed, for everybody: what is pasted in has loose ones. */
const forgiven: readonly string[] = ['search.unclosed-quote'];

/** `likely`: with what its words may mean besides. Throws search.empty, and the first problem of a query that is not still being typed. */
export function readAsking(index: SearchIndex, { query: text, exact = false, prefix = false }: Asking, { likely = !prefix } = {}): Reading {
  const { query, problems } = readQuery(text, { exact, prefix });
  const problem = prefix ? undefined : problems.find(({ code }) => !forgiven.includes(code));
  if (problem) throw problem;
  if (!query) throw new Failure('search.empty', {});
  const meant = meantIn(index, query, likely);
  return { query, sought: soughtIn(query, meant) };
}

/** Rows that a query finds among those the filters let through, best first up to `limit`. */
export function findRows(index: SearchIndex, asking: Asking, filters: Filters, limit: number): Found {
  const among = rowsOf(filters, index);
  const search = (reading: Reading): Result => {
    const meantOf = new Map(reading.sought.map(({ leaf, meant }) => [leaf, meant]));
    const asked: Asked = { db: index.db, facets: index.facets, meant: (leaf) => meantOf.get(leaf) ?? [] };
    return index.segments.search(askOf(reading.query, asked), { limit, among, ranking });
  };
  let reading = readAsking(index, asking);
  let result = search(reading);
  // While a query is being typed, what else its words may mean is asked for only when there is little without.
  if (asking.prefix && result.total < FEW) {
    reading = readAsking(index, asking, { likely: true });
    result = search(reading);
  }
  if (result.total === 0) {
    const other = inOtherLayout(index.vocabulary(), asking.query);
    if (other !== undefined) {
      reading = { ...readAsking(index, { ...asking, query: other }), readAs: other };
      result = search(reading);
    }
  }
  const some = result.total < FEW ? anyOf(reading.query) : undefined;
  if (!some) return { ...reading, result, relaxed: false };
  const more = search({ ...reading, query: some });
  return { ...reading, result: all(result, more), relaxed: more.total > result.total };
}

/** Those that hold all words stand before those that hold some. */
function all(whole: Result, some: Result): Result {
  const others = some.hits.filter(({ row }) => !whole.rows.has(row));
  const rows = RowSet.any([whole.rows, some.rows]);
  return { total: rows.size, hits: [...whole.hits, ...others], rows };
}

/** The words of a query as alternatives; everything else of it still must hold. Undefined for a query of one word. */
function anyOf(query: Query): Query | undefined {
  if (query.kind !== 'and') return undefined;
  const words = query.parts.filter((part) => part.kind === 'words');
  const rest = query.parts.filter((part) => part.kind !== 'words');
  return words.length > 1 ? joined('and', [joined('or', words)!, ...rest]) : undefined;
}

/** A word in its very spelling and a phrase mean themselves. */
function meantIn(index: SearchIndex, query: Query, likely: boolean): (leaf: Words) => readonly Meant[] {
  const plain = [...leavesOf(query)].flatMap(({ leaf }) => (leaf.kind === 'words' && isPlain(leaf) ? [leaf] : []));
  return (leaf) => {
    if (leaf.fuzzy > 0) {
      const near = wordsWithin(index.vocabulary(), leaf.words[0]!.folded, leaf.fuzzy);
      return near.map((term) => ({ words: [term], weight: 0.5, kind: 'fuzzy' as const }));
    }
    const at = plain.indexOf(leaf);
    if (at < 0 || !likely) return [];
    return meantBy(index.vocabulary(), leaf.words[0]!, plain[at - 1]?.words[0], plain[at + 1]?.words[0]);
  };
}

const isPlain = ({ words, form, fuzzy }: Words): boolean => words.length === 1 && form === 'stem' && fuzzy === 0;

/** What was perhaps meant, when little was found. */
export function suggestionFor(index: SearchIndex, { query }: Asking, total: number): string | undefined {
  return total < FEW ? didYouMean(index.vocabulary(), query) : undefined;
}

type Read = (id: string) => Promise<Item | undefined>;

/** A page of hits with their snippets. The best are ordered anew by how near to each other the words stand. */
export async function hitsOf(
  index: SearchIndex,
  { result, sought }: Found,
  read: Read,
  { limit, offset }: { limit: number; offset: number },
  signal?: AbortSignal,
): Promise<Hit[]> {
  const first = offset < RERANKED;
  const looked = first ? result.hits.slice(0, Math.max(RERANKED, offset + limit)) : result.hits.slice(offset, offset + limit);
  const idOf = idsByRow(index.db);
  const texts: { hit: RankedHit; item: Item; found: TextMatch }[] = [];
  for (const hit of looked) {
    signal?.throwIfAborted();
    const id = idOf(hit.row);
    const item = id === undefined ? undefined : await read(id);
    if (!item) continue;
    const blocks = item.body.map((block) => block.text);
    texts.push({ hit, item, found: matchTexts(item.title, blocks, sought) });
  }
  const worths = sought.map(({ leaf }) => worthOf(index, leaf));
  const scored = texts.map((one) => ({ ...one, tier: one.found.match, score: one.hit.score + nearness(one.found.places, worths) }));
  const ordered = first
    ? [...scored.slice(0, RERANKED).sort(byRank(sought.length)), ...scored.slice(RERANKED)].slice(offset, offset + limit)
    : scored;
  return ordered.map(({ item, found, score }) => {
    const { id, title, source = null, dates, tags, collections, creators, language } = item;
    const published = dates.published?.value ?? null;
    const updated = dates.updated?.value ?? null;
    const captured = dates.captured?.value ?? null;
    const named = { id, title, source, published, updated, captured, tags, collections, creators, language };
    return { ...named, score, match: found.match, snippet: found.snippet };
  });
}

const worthOf = ({ segments }: SearchIndex, { words }: Words): number => idf(segments.size, segments.vocabulary.df(words[0]!.folded));
