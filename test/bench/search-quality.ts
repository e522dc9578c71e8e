// npm run bench:search [-- every n-th query; 0 for none]: how well articles are found by what the product asks (src/core/search/find.ts),
// beside Lucene's light10 under BM25, on the public sets of questions, titles and changed titles; then the conformance sets.
// WARRAQ_CORPUS names the corpus.
import { tokenize } from '#core/arabic/tokens.ts';
import { light10, normalizeLikeLucene } from '../support/light10.ts';
import { articleText, foldSets, knownItems, needCorpus, relevanceQueries, relevanceTexts, tashkeelPairs } from './search/corpus.ts';
import { indexTexts } from './search/forward-index.ts';
import { openTexts, type Text } from './search/found.ts';
import { plainRanker } from './search/plain-ranker.ts';

needCorpus();
const every = Number(process.argv[2] ?? 1);
const asLucene = (exact: string): string => light10(normalizeLikeLucene(exact));

/** Mean reciprocal rank; what is not among the first ten counts nothing. */
async function meanReciprocalRank(rank: (query: string, text: number) => number | Promise<number>, queries: readonly [string, number][]) {
  let sum = 0;
  for (const [query, text] of queries) {
    const at = await rank(query, text);
    if (at <= 10) sum += 1 / at;
  }
  return sum / queries.length;
}

const placeIn = (page: readonly number[], text: number): number => page.indexOf(text) + 1 || Number.POSITIVE_INFINITY;

const show = (value: number): string => value.toFixed(3).padStart(8);

async function relevance(): Promise<void> {
  const texts = relevanceTexts();
  const lucene = plainRanker(indexTexts(texts), asLucene);
  const found = await openTexts(texts.map((body) => ({ title: '', body })));
  console.log(`${'MRR@10'.padEnd(28)} queries light10    ours   ratio`);
  for (const [set, all] of Object.entries(relevanceQueries())) {
    const queries = all.filter((_, at) => at % every === 0);
    const theirs = await meanReciprocalRank(lucene, queries);
    const own = await meanReciprocalRank(async (query, text) => placeIn(await found.page(query), text), queries);
    console.log(set.padEnd(28), String(queries.length).padStart(7), show(theirs), show(own), show(own / theirs));
  }
  found.close();
}

function asText(file: string): Text {
  const text = articleText(file);
  const [title] = text.split('\n', 1) as [string];
  return { title, body: text.slice(title.length).trim() };
}

async function conformance(): Promise<void> {
  const sets = foldSets();
  const items = knownItems();
  const files = [...new Set([...items.map((item) => item.expect), ...sets.flatMap((set) => set.expect)])];
  const found = await openTexts(files.map(asText));
  const number = new Map(files.map((file, at) => [file, at]));
  const missed: typeof items = [];
  for (const item of items) if (placeIn(await found.page(item.query), number.get(item.expect)!) > item.at) missed.push(item);
  console.log(`known items   ${items.length - missed.length}/${items.length}`);
  for (const { kind, query } of missed) console.log(`  missed (${kind}): ${query}`);
  const numbersOf = (expect: readonly string[]): number[] => expect.map((file) => number.get(file)!);
  const incomplete = sets.filter(({ query, expect }) => !found.holds(query, numbersOf(expect)));
  found.close();
  console.log(`fold sets     ${sets.length - incomplete.length}/${sets.length}`);
  for (const { query, forms } of incomplete) console.log(`  incomplete: ${query} (${forms.join(' ')})`);
  const termsOf = (text: string): string => JSON.stringify(tokenize(text).map(({ exact, folded, stem }) => [exact, folded, stem]));
  const pairs = tashkeelPairs();
  const unlike = pairs.filter(([marked, bare]) => termsOf(marked) !== termsOf(bare));
  console.log(`tashkeel      ${pairs.length - unlike.length}/${pairs.length} (same terms both ways)`);
  for (const [marked] of unlike.slice(0, 5)) console.log(`  unlike: ${marked.slice(0, 80)}`);
}

await conformance();
if (every > 0) await relevance();
