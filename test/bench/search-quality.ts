// npm run bench:search [-- every n-th query; 0 for none]: how well articles are found, beside Lucene's light10 under the same BM25, on the
// public sets of questions, titles and changed titles; then the conformance sets. WARRAQ_CORPUS names the corpus.
import { tokenize } from '#core/arabic/tokens.ts';
import { light10, normalizeLikeLucene } from '../support/light10.ts';
import { articleText, foldSets, knownItems, needCorpus, relevanceQueries, relevanceTexts, tashkeelPairs } from './search/corpus.ts';
import { indexTexts } from './search/forward-index.ts';
import { ourRanker, plainRanker, type Ranker } from './search/ranker.ts';

needCorpus();
const every = Number(process.argv[2] ?? 1);
const asLucene = (exact: string): string => light10(normalizeLikeLucene(exact));

/** Mean reciprocal rank; what is not among the first ten counts nothing. */
function meanReciprocalRank(ranker: Ranker, queries: readonly [string, number][]): number {
  let sum = 0;
  for (const [query, text] of queries) {
    const rank = ranker(query).rankOf(text);
    if (rank <= 10) sum += 1 / rank;
  }
  return sum / queries.length;
}

const show = (value: number): string => value.toFixed(3).padStart(8);

function relevance(): void {
  const index = indexTexts(relevanceTexts());
  const [lucene, ours] = [plainRanker(index, asLucene), ourRanker(index)];
  console.log(`${'MRR@10'.padEnd(28)} queries light10    ours   ratio`);
  for (const [set, all] of Object.entries(relevanceQueries())) {
    const queries = all.filter((_, at) => at % every === 0);
    const [theirs, own] = [meanReciprocalRank(lucene, queries), meanReciprocalRank(ours, queries)];
    console.log(set.padEnd(28), String(queries.length).padStart(7), show(theirs), show(own), show(own / theirs));
  }
}

function conformance(): void {
  const sets = foldSets();
  const items = knownItems();
  const files = [...new Set([...items.map((item) => item.expect), ...sets.flatMap((set) => set.expect)])];
  // The title, which is the first line, weighs more in the archive: as though it stood there three times.
  const index = indexTexts(files.map(articleText).map((text) => `${text.split('\n', 1)[0]}\n`.repeat(2) + text));
  const number = new Map(files.map((file, at) => [file, at]));
  const ranker = ourRanker(index);
  const missed = items.filter(({ query, expect, at }) => ranker(query).rankOf(number.get(expect)!) > at);
  console.log(`known items   ${items.length - missed.length}/${items.length}`);
  for (const { kind, query } of missed) console.log(`  missed (${kind}): ${query}`);
  const incomplete = sets.filter(({ query, expect }) => expect.some((file) => ranker(query).rankOf(number.get(file)!) > files.length));
  console.log(`fold sets     ${sets.length - incomplete.length}/${sets.length}`);
  for (const { query, forms } of incomplete) console.log(`  incomplete: ${query} (${forms.join(' ')})`);
  const termsOf = (text: string): string => JSON.stringify(tokenize(text).map(({ exact, folded, stem }) => [exact, folded, stem]));
  const pairs = tashkeelPairs();
  const unlike = pairs.filter(([marked, bare]) => termsOf(marked) !== termsOf(bare));
  console.log(`tashkeel      ${pairs.length - unlike.length}/${pairs.length} (same terms both ways)`);
  for (const [marked] of unlike.slice(0, 5)) console.log(`  unlike: ${marked.slice(0, 80)}`);
}

conformance();
if (every > 0) relevance();
