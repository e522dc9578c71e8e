// What a person asks of the index, answered: the same for the command line, the windows and the threads beside them.
import type { Item } from '#contract/item.ts';
import type { ArticleRef, Keywords, MarkedText, SearchAnswer, SearchQuery, Similar } from '#contract/search.ts';
import { tokenize } from '../arabic/tokens.ts';
import { rowsOf } from './ask.ts';
import { reading } from './database.ts';
import { type Check, findRows, hitsOf, inOrder, lookedInto, type Read, readAsking, type Searchable, suggestionFor } from './find.ts';
import { markArticle, type MarkedArticle } from './match.ts';
import { isPlainQuery } from './query/ast.ts';
import { describeQuery } from './query/describe.ts';
import { inOtherLayout } from './ranking/did-you-mean.ts';
import { RERANKED } from './ranking/nearness.ts';
import { countFacets, countTags, idsByRow } from './reader.ts';
import type { Query } from './segments/query.ts';
import { keyphrasesOf } from './similar/keyphrases.ts';
import { tellingTerms } from './similar/more-like-this.ts';
import { areCopies, likeness, shingleSet, termNumbers } from './similar/shingles.ts';
import { tagKey } from './similar/tag-twins.ts';

/** `read` gives an article as it is now. */
export type Parts = { readonly index: Searchable; readonly read: Read; readonly check: Check };

/** Throws search.empty and what else is wrong with the query. */
export async function answerQuery({ index, read, check }: Parts, input: SearchQuery): Promise<SearchAnswer> {
  const started = performance.now();
  const { found, looked, facets, suggestion } = reading(index.db, () => {
    const scored = input.sort === 'relevance' ? Math.max(RERANKED, input.offset + input.limit) : 0;
    const all = findRows(index, input, input, scored, check);
    const { rows } = all.result;
    const facets = countFacets(index, input, (filters) => {
      if (filters === input) return rows;
      const among = rowsOf(filters, index);
      return among.size === 0 ? among : findRows(index, input, filters, 0, check).result.rows;
    });
    return {
      found: all,
      looked: lookedInto(index, all, inOrder(all, input), check),
      facets,
      suggestion: suggestionFor(index, input, all),
    };
  });
  const { total } = found.result;
  const hits = await hitsOf(index, { looked, sought: found.sought }, read, inOrder(found, input), check);
  const plain = isPlainQuery(found.query) || (found.query.kind === 'everything' && found.passedOver.length > 0);
  const understood = plain ? undefined : { ar: describeQuery(found.query, 'ar'), en: describeQuery(found.query, 'en') };
  const { relaxed, readAs } = found;
  const passedOver = found.passedOver.map(({ code, params }) => ({ code, params: { ...params } }));
  return { total, hits, facets, relaxed, suggestion, readAs, understood, passedOver, tookMs: performance.now() - started };
}

type MarksInput = { readonly item: Item; readonly query: string; readonly prefix: boolean };

/** An article with the words of a query marked: as they were asked for; what these lack, as they may have been meant. */
export async function answerMarks({ index, check }: Parts, input: MarksInput): Promise<{ title: MarkedText; body: MarkedText[] }> {
  const blocks = input.item.body.map(({ text }) => text);
  const marked = (query: string, likely = !input.prefix): MarkedArticle => {
    const { sought } = readAsking(index, { ...input, query }, { likely, check });
    return markArticle(input.item.title, blocks, sought);
  };
  const told = ({ title, body }: MarkedArticle) => ({ title, body });
  const asked = marked(input.query);
  if (asked.whole) return told(asked);
  const meant = marked(input.query, true);
  if (meant.some) return told(meant);
  const other = inOtherLayout(index.vocabulary(), input.query);
  return told(other === undefined ? asked : marked(other, true));
}

const wordsOf = ({ body }: Item) => tokenize(body.map((block) => block.text).join('\n'));

function refOf({ id, title, source, dates }: Item): ArticleRef {
  return { id, title, source: source ?? null, published: dates.published?.value ?? null, updated: dates.updated?.value ?? null };
}

/** Articles that are looked at beyond those that are wanted: some are copies of others. */
const LOOKED_AT = 30;

export async function answerSimilar({ index, read, check }: Parts, input: { item: Item; limit: number }): Promise<Similar> {
  const { item, limit } = input;
  const { segments } = index;
  const words = wordsOf(item);
  const frequencies = { total: segments.size, of: (stem: string) => segments.vocabulary.dfOfStem(stem) };
  const terms = tellingTerms(tokenize(item.title), words, frequencies);
  const similar: Similar = { articles: [], copies: [] };
  if (terms.length === 0) return similar;
  const query: Query = {
    op: 'or',
    of: terms.map(({ stem, weight }) => ({ op: 'word', exact: stem, folded: stem, stem, layer: 'stem', weight })),
  };
  const { hits } = segments.search(query, { limit: limit + LOOKED_AT, among: rowsOf({}, index), check });
  const idOf = idsByRow(index.db);
  const own = shingleSet(termNumbers(words));
  const seen: Uint32Array[] = [];
  for (const { row } of hits) {
    check();
    if (similar.articles.length === limit) break;
    const id = idOf(row);
    const other = id === undefined || id === item.id ? undefined : await read(id);
    if (!other) continue;
    const shingles = shingleSet(termNumbers(wordsOf(other)));
    const alike = likeness(own, shingles);
    if (areCopies(own, shingles, alike)) {
      similar.copies.push({ ...refOf(other), similarity: Math.round(alike.resemblance * 1000) / 1000 });
    } else if (!seen.some((one) => areCopies(one, shingles))) {
      seen.push(shingles);
      similar.articles.push(refOf(other));
    }
  }
  return similar;
}

/** A tag that is in use is offered in its own spelling; those that the article bears are left out. */
export async function answerKeywords({ index, check }: Parts, { item, limit }: { item: Item; limit: number }): Promise<Keywords> {
  const { segments } = index;
  const known = new Map<string, { tag: string; count: number }>();
  for (const one of countTags(index.db)) {
    const key = tagKey(one.tag, 'stem');
    if (!known.has(key)) known.set(key, one);
  }
  check();
  const borne = new Set(item.tags.map((tag) => tagKey(tag, 'stem')));
  const frequencies = { total: segments.size, of: (folded: string) => segments.vocabulary.df(folded) };
  const blocks = item.body.map((block) => block.text);
  const keywords: Keywords['keywords'] = [];
  for (const { text } of keyphrasesOf(item.title, blocks, frequencies, limit + borne.size)) {
    const key = tagKey(text, 'stem');
    if (borne.has(key) || keywords.length === limit) continue;
    borne.add(key);
    keywords.push(known.get(key) ?? { tag: text, count: 0 });
  }
  return { keywords };
}
