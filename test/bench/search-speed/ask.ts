// Asks the product's index and FTS5 in turns, and adds articles one by one.
import { hitsOf, findRows, readAsking, suggestionFor } from '#core/search/find.ts';
import { RERANKED } from '#core/search/ranking/nearness.ts';
import { countFacets } from '#core/search/reader.ts';
import { openIndex, type SearchIndex } from '#core/search/search-index.ts';
import { news } from '../news.ts';
import { type Articles, itemOf, openArticles } from './articles.ts';
import { ftsPath, indexDir } from './build.ts';
import { askFts, openFts } from './fts5.ts';
import { bytesOf, cpu, round, type Spread, spread } from './measure.ts';
import { type Asked, makeQueries } from './queries.ts';

export type AskFigures = { readonly ours: Record<string, Spread>; readonly [part: string]: unknown };

/** As the procedure does it: the best fifty and the facets of all. */
function askOurs(index: SearchIndex, query: string): void {
  const { result } = findRows(index, { query }, {}, RERANKED);
  countFacets(index, { beside: false }, () => result.rows);
}

export async function ask(dir: string, count: number, each: number): Promise<AskFigures> {
  const articles = await openArticles(dir, count);
  const queries = makeQueries(each, count, articles.read);
  const opening = cpu();
  const started = performance.now();
  const index = await openIndex(articles.store, indexDir(dir, count), () => {});
  askOurs(index, queries[0]!.query);
  const open = { 'CPU ms to the first answer': round(cpu() - opening), 'ms by the clock': round(performance.now() - started) };
  for (let pass = 0; pass < 3; pass++) for (const { query } of queries) askOurs(index, query);
  globalThis.gc?.();
  const memory = { 'RSS MB': Math.round(process.memoryUsage().rss / 1e6), 'peak MB': Math.round(process.resourceUsage().maxRSS / 1000) };

  const fts = openFts(ftsPath(dir, count));
  for (const one of queries) askFts(fts, one.fts);
  const [ours, theirs, meanings] = timed(queries, [
    ({ query }) => askOurs(index, query),
    (one) => askFts(fts, one.fts),
    ({ query }) => readAsking(index, { query }),
  ]) as [Record<string, Spread>, Record<string, Spread>, Record<string, Spread>];
  const pages = await timePages(index, articles, queries);
  const additions = await timeAdditions(index, count);
  const words = bytesOf(index.db, (name) => name.startsWith('segment') || name.startsWith('facet'));
  const bytes = { ours: words, fts5: bytesOf(fts, () => true) };
  fts.close();
  index.close();
  articles.close();
  const megabytes = { ours: round(bytes.ours / 1e6), fts5: round(bytes.fts5 / 1e6), ratio: round(bytes.ours / bytes.fts5) };
  const faster = Object.entries(ours).map(([kind, { p95 }]) => [kind, round(theirs[kind]!.p95 / p95)]);
  return {
    open,
    memory,
    megabytes,
    ours,
    fts5: theirs,
    'faster at p95': Object.fromEntries(faster),
    'of ours, reading the query and its meanings': meanings,
    'a page of fifty, texts read and marked': pages,
    'one addition until it is found': additions,
  };
}

/** For each way of asking its spreads by kind; each query is asked all ways before the next. */
function timed(queries: readonly Asked[], ways: readonly ((one: Asked) => void)[]): Record<string, Spread>[] {
  const times = ways.map(() => new Map<string, number[]>());
  for (const one of queries) {
    for (const [way, of] of times.entries()) {
      const start = cpu();
      ways[way]!(one);
      of.set(one.kind, [...(of.get(one.kind) ?? []), cpu() - start]);
    }
  }
  return times.map((of) => Object.fromEntries([...of].map(([kind, all]) => [kind, spread(all)])));
}

/** What a window waits for: the query, its facets, and fifty texts read and looked into. */
async function timePages(index: SearchIndex, articles: Articles, queries: readonly Asked[]): Promise<Spread> {
  const times: number[] = [];
  for (const { query } of queries.filter((_, at) => at % 5 === 0)) {
    const start = cpu();
    const found = findRows(index, { query }, {}, RERANKED);
    const looked = found.result.hits;
    await hitsOf(index, { ...found, looked }, (id) => articles.store.read(id), { sort: 'relevance', limit: RERANKED, offset: 0 });
    countFacets(index, { beside: false }, () => found.result.rows);
    suggestionFor(index, { query }, found);
    times.push(cpu() - start);
  }
  return spread(times);
}

/** They are taken out again. */
async function timeAdditions(index: SearchIndex, count: number): Promise<Spread> {
  const times: number[] = [];
  const added: string[] = [];
  for await (const article of news(60)) {
    const item = itemOf(count + added.length, {
      ...article,
      body: `${article.body} دليل${'ءآأؤإئابتث'[added.length % 10]}${added.length}`,
    });
    const start = cpu();
    await index.apply([{ op: 'put', item }]);
    const { result } = findRows(index, { query: `="دليل${'ءآأؤإئابتث'[added.length % 10]}${added.length}"` }, {}, RERANKED);
    times.push(cpu() - start);
    if (result.total !== 1) throw new Error('an article that was added is not found');
    added.push(item.id);
    // As between two acts of a person.
    index.tidy(8);
  }
  await index.apply(added.map((id) => ({ op: 'remove', id })));
  while (index.tidy(50));
  return spread(times);
}
