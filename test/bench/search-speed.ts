// Speed of the word index at scale, beside SQLite's FTS5 on the same words: npm run bench:search-speed
//
//   WARRAQ_CORPUS     folder that holds articles.jsonl.xz
//   WARRAQ_BENCH_DIR  where the indexes are kept between runs (a folder in the system's temporary one)
//   --documents=N     100000 · --minutes=N: build no longer than that, another run goes on · --queries=N: of each kind, 100
//
// Times are CPU milliseconds of the process, p50 and p95, on the second pass. Prints one JSON object.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import { type Token, tokenize } from '#core/arabic/tokens.ts';
import { transaction } from '#core/search/database.ts';
import { type Facets, openFacets } from '#core/search/facets/facets.ts';
import type { Query, WordClause } from '#core/search/segments/query.ts';
import { openSegments, type Segments } from '#core/search/segments/segments.ts';
import { seeded } from '../support/seeded.ts';
import { news } from './news.ts';
import { build, cpu, facetNames, openIndexes, usedBytes } from './search-index.ts';

const { values: args } = parseArgs({
  options: {
    documents: { type: 'string', default: '100000' },
    minutes: { type: 'string', default: '600' },
    queries: { type: 'string', default: '100' },
  },
});

type Asked = { readonly kind: string; readonly ours: Query; readonly fts: string; readonly facets: boolean };

async function makeQueries(count: number): Promise<Asked[]> {
  const chance = seeded(11);
  const articles: { title: Token[]; body: Token[] }[] = [];
  for await (const { title, body } of news(3000)) articles.push({ title: tokenize(title), body: tokenize(body) });
  const asked: Asked[] = [];
  const word = ({ exact, folded, stem }: Token): WordClause => ({ op: 'word', exact, folded, stem });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const either = ({ folded, stem }: Token): string =>
    `({title_folded body_folded} : ${quoted(folded)} OR {title_stem body_stem} : ${quoted(stem)})`;
  while (asked.length < count * 5) {
    const { title, body } = chance.pick(articles);
    const start = chance.int(Math.max(1, body.length - 3));
    const one = chance.pick(chance.chance(0.5) && title.length > 0 ? title : body);
    const phrase = body.slice(start, start + 2 + chance.int(2));
    const words = [...new Map(title.map((token) => [token.folded, token])).values()];
    if (!one || one.folded.length < 4 || words.length < 5 || phrase.length < 2) continue;
    const two = [words[0]!, words.at(-1)!];
    const five = words.slice(0, 5);
    const letters = one.folded.slice(0, 3);
    asked.push(
      { kind: 'one word', ours: word(one), fts: either(one), facets: false },
      { kind: 'two words', ours: { op: 'and', of: two.map(word) }, fts: two.map(either).join(' AND '), facets: false },
      {
        kind: 'phrase',
        ours: { op: 'phrase', words: phrase.map((token) => ({ ...word(token), layer: 'folded' as const })) },
        fts: `{title_folded body_folded} : ${quoted(phrase.map(({ folded }) => folded).join(' '))}`,
        facets: false,
      },
      { kind: 'five words, any, facets', ours: { op: 'or', of: five.map(word) }, fts: five.map(either).join(' OR '), facets: true },
      {
        kind: 'prefix of three',
        ours: { op: 'prefix', folded: letters },
        fts: `{title_folded body_folded} : ${quoted(letters)} *`,
        facets: false,
      },
    );
  }
  return asked;
}

function askFts(db: DatabaseSync, { fts, facets }: Asked): void {
  db.prepare('SELECT rowid, bm25(terms, 8.0, 2.0, 3.0, 0.6) AS score FROM terms WHERE terms MATCH ? ORDER BY score LIMIT 50').all(fts);
  if (!facets) return;
  for (const [column, from] of [
    ['tag', 'items JOIN item_tags ON item_tags.row = items.row'],
    ['source', 'items'],
    ['year', 'items'],
  ]) {
    db.prepare(
      `SELECT ${column} AS value, count(*) AS count FROM ${from} WHERE items.row IN (SELECT rowid FROM terms WHERE terms MATCH ?)
       GROUP BY ${column} ORDER BY count DESC LIMIT 200`,
    ).all(fts);
  }
}

function askOurs(segments: Segments, facets: Facets<string>, asked: Asked): void {
  const { rows } = segments.search(asked.ours, { limit: 50 });
  if (asked.facets) facets.count(rows);
}

const round = (ms: number): number => Math.round(ms * 100) / 100;
const at = (sorted: readonly number[], part: number): number =>
  round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);

type Spread = { p50: number; p95: number; worst: number };

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), worst: at(sorted, 1) };
}

/** By kind. */
function timed(all: readonly Asked[], ask: (one: Asked) => void): Record<string, Spread> {
  for (const one of all) ask(one);
  const times = new Map<string, number[]>();
  for (const one of all) {
    const start = cpu();
    ask(one);
    times.set(one.kind, [...(times.get(one.kind) ?? []), cpu() - start]);
  }
  return Object.fromEntries([...times].map(([kind, of]) => [kind, spread(of)]));
}

function timeAdditions(
  db: DatabaseSync,
  segments: Segments,
  all: readonly { title: Token[]; body: Token[] }[],
): { add: Spread; slice: Spread } {
  const first = segments.size + 1;
  const add: number[] = [];
  const slice: number[] = [];
  for (const [n, words] of all.entries()) {
    const start = cpu();
    transaction(db, () => {
      segments.add(first + n, words);
      segments.commit();
    });
    segments.search({ op: 'word', ...words.body[0]! }, { limit: 10 });
    add.push(cpu() - start);
    const then = cpu();
    segments.mergeSlice(5);
    slice.push(cpu() - then);
  }
  transaction(db, () => {
    for (const n of all.keys()) segments.remove(first + n);
    segments.commit();
  });
  return { add: spread(add), slice: spread(slice) };
}

const dir = process.env['WARRAQ_BENCH_DIR'] ?? join(tmpdir(), 'warraq-search-speed');
const { ours, segments, facets, fts } = openIndexes(dir);
const built = await build({ ours, segments, facets, fts }, Number(args.documents), Number(args.minutes));
const documents = segments.size;
const queries = await makeQueries(Number(args.queries));

const opening = cpu();
openSegments(ours).search(queries[0]!.ours);
openFacets(ours, facetNames);
const openMs = round(cpu() - opening);

const mine = timed(queries, (one) => askOurs(segments, facets, one));
const rssMb = Math.round(process.memoryUsage().rss / 1e6);
const some: { title: Token[]; body: Token[] }[] = [];
for await (const { title, body } of news(60)) some.push({ title: tokenize(title), body: tokenize(body) });
const additions = timeAdditions(ours, segments, some);
const theirs = timed(queries, (one) => askFts(fts, one));
const bytes = { ours: usedBytes(ours), fts: usedBytes(fts) };
console.log(
  JSON.stringify(
    {
      documents,
      built,
      openMs,
      rssMb,
      megabytes: { ours: Math.round(bytes.ours / 1e6), fts5: Math.round(bytes.fts / 1e6), ratio: round(bytes.ours / bytes.fts) },
      additions,
      ours: mine,
      fts5: theirs,
      fasterAtP95: Object.fromEntries(Object.entries(mine).map(([kind, { p95 }]) => [kind, round(theirs[kind]!.p95 / p95)])),
    },
    null,
    2,
  ),
);
