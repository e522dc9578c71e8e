// Finds articles: reads the query, asks the index, and looks into the best of the texts for how closely they match.
import { Failure } from '#contract/errors.ts';
import type { Item } from '#contract/item.ts';
import { type Filters, type Hit, listSort, type SearchQuery } from '#contract/search.ts';
import { type Asked, askOf, rowsOf } from './ask.ts';
import { correctedReadings } from '../catalog/annotations.ts';
import { matchTexts, type Sought, soughtIn, type TextMatch } from './match.ts';
import { frequencyIn } from '../arabic/vocabulary.ts';
import { wordsWithin } from '../arabic/near-words.ts';
import { type Meant, meantBy } from './meant.ts';
import { isPlainQuery, joined, leavesOf, type Query, type Words } from './query/ast.ts';
import { readQuery } from './query/parse.ts';
import { isRestriction, type QueryProblem } from './query/problems.ts';
import { didYouMean, inOtherLayout } from './ranking/did-you-mean.ts';
import { nearness, RERANKED } from './ranking/nearness.ts';
import { byRank } from './ranking/tiers.ts';
import { rowsInOrder } from './order.ts';
import { idsByRow } from './reader.ts';
import type { SearchIndex } from './search-index.ts';
import { defaultRanking, idf, type Ranking } from './segments/bm25.ts';
import { RowSet } from './segments/row-set.ts';
import type { RankedHit, Result } from './segments/search.ts';

export type Asking = Pick<SearchQuery, 'query'> & Partial<Pick<SearchQuery, 'exact' | 'prefix'>>;

/** What a query is asked of, whoever keeps it up to date. */
export type Searchable = Pick<SearchIndex, 'db' | 'segments' | 'facets' | 'vocabulary'>;
/** Called between portions of work that may be long; throws when nobody waits for its end any more. */
export type Check = () => void;
export type Read = (id: string) => Promise<Item | undefined>;

/** A query as it was understood. */
export type Reading = {
  readonly query: Query;
  readonly sought: readonly Sought[];
  /** What was read in place of the text as typed: the other keyboard layout. */
  readonly readAs?: string;
  /** Words joined by AND must all be there. */
  readonly strict: boolean;
  /** Restrictions of a query that is still being typed which are not applied. */
  readonly passedOver: readonly QueryProblem[];
};

export type Found = Reading & {
  readonly result: Result;
  /** True when articles that hold only some of the words are among them. */
  readonly relaxed: boolean;
  /** Those that hold all words, then those that hold some: each row once. */
  readonly sets: readonly RowSet[];
};

/** A word counts by its stem; its own spelling adds a fifth, and marks and hamzas break ties (measured in test/bench). */
const ranking: Ranking = { ...defaultRanking, layer: { stem: 1, folded: 0.22, exact: 0.001 } };
/** When fewer articles hold all the words, those that hold some follow. */
const FEW = 10;
/** Looking for what words may mean takes a walk through the vocabulary for each: so many words of a query, the first. */
const LIKELY_WORDS = 16;
/** Words with `~`, and the spellings that all of them may stand for together. */
const FUZZY = { words: 4, forms: 100 };
/** Words with `*`: so many of them, with the forms that go on so, of one and of all together. */
const PREFIX = { words: 8, forms: 64, all: 96 };
/** So many words ask rather than name: no article need hold them all, and those that hold most of them stand first. */
const MANY = 4;
/** When few articles hold all the words, so many of them, the rarest, are looked for each for itself. */
const SOME = 24;
/** So many words are looked for in the texts of hits. */
const MARKED_WORDS = 48;
/** A quotation mark that is open at the end is closed, for everybody: what is pasted in has loose ones. */
const forgiven: readonly string[] = ['search.unclosed-quote'];
const everything: Query = { kind: 'everything', span: { start: 0, end: 0 } };

/**
 * `likely`: with what its words may mean besides. A restriction without a value yet asks, by itself, for every article. Throws
 * search.empty, and the first problem of a query that is not still being typed, or that asks for nothing but what is not understood.
 */
export function readAsking(
  index: Searchable,
  { query: text, exact = false, prefix = false }: Asking,
  { likely = !prefix, check = () => {} }: { likely?: boolean; check?: Check } = {},
): Reading {
  const { query: asked, problems, strict } = readQuery(text, { exact, prefix });
  const passedOver = problems.filter(isRestriction);
  const problem = prefix ? undefined : problems.find(({ code }) => !forgiven.includes(code));
  const misread = asked ? undefined : passedOver.find(({ code }) => code !== 'search.empty-field');
  const refused = problem ?? misread;
  if (refused) throw refused;
  const query = asked ?? (passedOver.length > 0 ? everything : undefined);
  if (!query) throw new Failure('search.empty', {});
  const meant = meantIn(index, query, likely, check);
  return { query, sought: soughtIn(query, meant), strict, passedOver };
}

/** Rows that a query finds among those the filters let through, best first up to `limit`. */
export function findRows(index: Searchable, asking: Asking, filters: Filters, limit: number, check: Check = () => {}): Found {
  const among = rowsOf(filters, index);
  const search = (reading: Reading): Result => {
    const meantOf = new Map(reading.sought.map(({ leaf, meant }) => [leaf, meant]));
    const prefixes = wordsIn(reading.query)
      .filter((leaf) => leaf.prefix)
      .slice(-PREFIX.words);
    const asked: Asked = {
      db: index.db,
      facets: index.facets,
      meant: (leaf) => meantOf.get(leaf) ?? [],
      forms: (leaf) => (prefixes.includes(leaf) ? Math.min(PREFIX.forms, Math.floor(PREFIX.all / prefixes.length)) : 0),
    };
    return index.segments.search(askOf(reading.query, asked), { limit, among, ranking, check });
  };
  let reading = readAsking(index, asking, { check });
  let result = search(reading);
  // While a query is being typed, what else its words may mean is asked for only when there is little without.
  if (asking.prefix && result.total < FEW) {
    reading = readAsking(index, asking, { likely: true, check });
    result = search(reading);
  }
  if (result.total === 0) {
    const other = inOtherLayout(index.vocabulary(), asking.query);
    if (other !== undefined) {
      reading = { ...readAsking(index, { ...asking, query: other }, { check }), readAs: other };
      result = search(reading);
    }
  }
  const asks = isQuestion(reading);
  const some = asks || result.total < FEW ? anyOf(index, reading) : undefined;
  if (!some) return { ...reading, result, relaxed: false, sets: [result.rows] };
  const more = search({ ...reading, query: some });
  const whole = asks ? RowSet.both(result.rows, more.rows) : result.rows;
  const sets = [whole, RowSet.without(more.rows, whole)];
  return { ...reading, result: asks ? more : all(result, more), relaxed: more.total > result.total, sets };
}

/** Those that hold all words stand before those that hold some. */
function all(whole: Result, some: Result): Result {
  const others = some.hits.filter(({ row }) => !whole.rows.has(row));
  const rows = RowSet.any([whole.rows, some.rows]);
  return { total: rows.size, hits: [...whole.hits, ...others], rows };
}

/** Plain words in a row, so many that they ask rather than name. */
function isQuestion({ query, strict }: Reading): boolean {
  if (strict || query.kind !== 'and') return false;
  const words = query.parts.filter((part) => part.kind === 'words');
  return words.length >= MANY && words.every(isPlainQuery);
}

/**
 * The words of a query as alternatives, of many the rarest; everything else of it, quotations and very spellings too, still must
 * hold. Undefined for a query of one word, and where all of them were asked for.
 */
function anyOf({ segments }: Searchable, { query, strict }: Reading): Query | undefined {
  if (strict || query.kind !== 'and') return undefined;
  const words = query.parts.filter(isLoose);
  const rest = query.parts.filter((part) => !isLoose(part));
  if (words.length < 2) return undefined;
  const some = words.length > SOME ? rarest(segments, words) : words;
  return joined('and', [joined('or', some)!, ...rest]);
}

const isLoose = (part: Query): part is Words => part.kind === 'words' && part.form === 'stem';

function rarest({ vocabulary }: Searchable['segments'], words: readonly Words[]): Words[] {
  // What stands nowhere is no help.
  const df = ({ words: [first] }: Words): number => vocabulary.dfOfStem(first!.stem) || Infinity;
  return words
    .map((leaf) => ({ leaf, df: df(leaf) }))
    .sort((a, b) => a.df - b.df)
    .slice(0, SOME)
    .map(({ leaf }) => leaf);
}

const wordsIn = (query: Query): Words[] => [...leavesOf(query)].flatMap(({ leaf }) => (leaf.kind === 'words' ? [leaf] : []));

/** A word in its very spelling and a phrase mean themselves. */
function meantIn(index: Searchable, query: Query, likely: boolean, check: Check): (leaf: Words) => readonly Meant[] {
  const words = wordsIn(query);
  const plain = words.filter(isPlain);
  const fuzzy = words.filter((leaf) => leaf.fuzzy > 0).slice(0, FUZZY.words);
  const forms = Math.floor(FUZZY.forms / Math.max(1, fuzzy.length));
  return (leaf) => {
    check();
    if (leaf.fuzzy > 0) {
      const near = fuzzy.includes(leaf) ? wordsWithin(index.vocabulary(), leaf.words[0]!.folded, leaf.fuzzy, forms) : [];
      return near.map((term) => ({ words: [term], weight: 0.5, kind: 'fuzzy' as const }));
    }
    const at = plain.indexOf(leaf);
    if (at < 0 || at >= LIKELY_WORDS || !likely) return [];
    const { segments } = index;
    const { size } = segments;
    const vocabulary = index.vocabulary();
    const worths = {
      own: idf(size, segments.vocabulary.dfOfStem(leaf.words[0]!.stem)),
      of: (folded: string) => idf(size, frequencyIn(vocabulary, folded)),
    };
    return meantBy(vocabulary, leaf.words[0]!, worths, plain[at - 1]?.words[0], plain[at + 1]?.words[0]);
  };
}

const isPlain = ({ words, form, fuzzy }: Words): boolean => words.length === 1 && form === 'stem' && fuzzy === 0;

/** What was perhaps meant, when little was found. */
export function suggestionFor(index: Searchable, { query: text }: Asking, { query, readAs, result }: Found): string | undefined {
  if (result.total >= FEW) return undefined;
  // Names, dates and what `has:` knows are none of the articles' words.
  const fixed = readAs === undefined ? [...leavesOf(query)].flatMap(({ leaf }) => (leaf.kind === 'words' ? [] : [leaf.span])) : [];
  return didYouMean(index.vocabulary(), text, fixed);
}

type Page = Pick<SearchQuery, 'sort' | 'offset' | 'limit' | 'state'>;

/** Where every article is asked for none fits better than another: they come as in a list. */
export const inOrder = <P extends Pick<Page, 'sort'>>({ query }: Reading, page: P): P =>
  query.kind === 'everything' ? { ...page, sort: listSort(page.sort) } : page;

/** Of those that fit best all are looked into: how near to each other the words stand orders them anew. */
const isReranked = ({ sort, offset }: Page): boolean => sort === 'relevance' && offset < RERANKED;

/** What has to be looked into for a page of hits. */
export function lookedInto(index: Searchable, found: Found, page: Page, check?: Check): readonly RankedHit[] {
  return isReranked(page) ? found.result.hits.slice(0, Math.max(RERANKED, page.offset + page.limit)) : stretchOf(index, found, page, check);
}

function stretchOf(index: Searchable, { result, sets }: Found, page: Page, check?: Check): readonly RankedHit[] {
  const { sort, offset, limit, state } = page;
  if (sort === 'relevance') return result.hits.slice(offset, offset + limit);
  return rowsInOrder(index, sets, { sort, state }, page, check).map((row) => ({ row, score: 0 }));
}

/** A stretch of the rows that a query finds, none of them looked into; `relaxed` as in `Found`. */
export function rowsFound(
  index: Searchable,
  asking: Asking,
  filters: Filters,
  stretch: Omit<Page, 'state'>,
): { rows: number[]; relaxed: boolean } {
  const { sort, offset, limit } = stretch;
  const found = findRows(index, asking, filters, sort === 'relevance' ? offset + limit : 0);
  const rows = stretchOf(index, found, inOrder(found, { ...stretch, state: filters.state })).map(({ row }) => row);
  return { rows, relaxed: found.relaxed };
}

/** A page of hits with their snippets. */
export async function hitsOf(
  index: Searchable,
  { looked, sought: all }: { looked: readonly RankedHit[]; sought: readonly Sought[] },
  read: Read,
  page: Page,
  check: Check = () => {},
): Promise<Hit[]> {
  const { offset, limit } = page;
  const sought = all.slice(0, MARKED_WORDS);
  const idOf = idsByRow(index.db);
  const texts: { hit: RankedHit; item: Item; found: TextMatch }[] = [];
  for (const hit of looked) {
    check();
    const id = idOf(hit.row);
    const item = id === undefined ? undefined : await read(id);
    if (!item) continue;
    const blocks = item.body.map((block) => block.text);
    const beside = { title: correctedReadings(item, 'title'), body: correctedReadings(item, 'body') };
    texts.push({ hit, item, found: matchTexts(item.title, blocks, sought, beside) });
  }
  const worths = sought.map(({ leaf }) => worthOf(index, leaf));
  const scored = texts.map((one) => ({ ...one, tier: one.found.match, score: one.hit.score + nearness(one.found.places, worths) }));
  const ordered = isReranked(page)
    ? [...scored.slice(0, RERANKED).sort(byRank(sought.length)), ...scored.slice(RERANKED)].slice(offset, offset + limit)
    : scored;
  return ordered.map(({ item, found, score }) => {
    const { id, title, source = null, dates, tags, collections, creators, language } = item;
    const published = dates.published?.value ?? null;
    const updated = dates.updated?.value ?? null;
    const captured = dates.captured?.value ?? null;
    const named = { id, title, source, published, updated, captured, tags, collections, creators, language };
    const conflicted = (item.conflicts ?? []).length > 0;
    const { match, snippet, titleMarks, why } = found;
    return { ...named, score, match, snippet, titleMarks, why, conflicted };
  });
}

const worthOf = ({ segments }: Searchable, { words }: Words): number => idf(segments.size, segments.vocabulary.df(words[0]!.folded));
