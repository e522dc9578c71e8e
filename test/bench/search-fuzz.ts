// How long random queries take at scale: npm run bench:search-fuzz
//
//   WARRAQ_BENCH_DIR  the folder in which bench:search-speed has built its index
//   --documents=N: which of its indexes (100000)  --queries=N: 500
//
// CPU milliseconds of finding (without reading the articles found): p50, p95, p99, most, and the slowest. Prints one JSON object.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isFailure } from '#contract/errors.ts';
import { termAt } from '#core/arabic/vocabulary.ts';
import { findRows, suggestionFor } from '#core/search/find.ts';
import { openIndex } from '#core/search/search-index.ts';
import { anyQuery } from '../support/any-query.ts';
import { seeded } from '../support/seeded.ts';
import { openArticles } from './search-speed/articles.ts';
import { indexDir } from './search-speed/build.ts';
import { cpu } from './search-speed/measure.ts';

const { values: args } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    queries: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const dir = process.env['WARRAQ_BENCH_DIR'] ?? join(tmpdir(), 'warraq-search-speed');
const count = Number(args.documents);
const articles = await openArticles(dir, count);
const index = await openIndex(articles.store, indexDir(dir, count), () => {});
const vocabulary = index.vocabulary();

const chance = seeded(Number(args.seed));
const word = (): string => termAt(vocabulary, chance.int(vocabulary.size));
const times: { ms: number; total: number; query: string }[] = [];
const failures = new Map<string, number>();
for (let n = 0; n < Number(args.queries); n++) {
  const query = anyQuery(chance, word);
  const start = cpu();
  let total = -1;
  try {
    const asking = { query, prefix: chance.chance(0.5) };
    const found = findRows(index, asking, {}, 50);
    total = found.result.total;
    suggestionFor(index, asking, found);
  } catch (error) {
    if (!isFailure(error)) throw error;
    failures.set(error.code, (failures.get(error.code) ?? 0) + 1);
  }
  times.push({ ms: cpu() - start, total, query });
}
times.sort((a, b) => a.ms - b.ms);
const at = (share: number): number => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]!.ms * 10) / 10;
const slowest = times
  .slice(-12)
  .map(({ ms, total, query }) => ({ ms: Math.round(ms), total, length: query.length, query: query.slice(0, 80) }));
const figures = {
  articles: index.segments.size,
  forms: vocabulary.size,
  queries: times.length,
  p50: at(0.5),
  p95: at(0.95),
  p99: at(0.99),
  most: at(1),
};
process.stdout.write(
  `${JSON.stringify({ ...figures, over100: times.filter(({ ms }) => ms > 100).length, failures: Object.fromEntries(failures), slowest }, undefined, 2)}\n`,
);
