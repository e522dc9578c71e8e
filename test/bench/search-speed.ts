// Speed, size and memory of search at scale, through the entry that the product asks, beside SQLite's FTS5 on the same words:
//
//   npm run bench:search-speed [-- --documents=10000,100000 --queries=100]
//
//   WARRAQ_CORPUS     folder of the corpus (large/articles.jsonl.xz); without it articles are made of the fixtures
//   WARRAQ_BENCH_DIR  where articles and indexes are kept between runs (a folder in the system's temporary one)
//
// Times are CPU milliseconds; queries p50, p95 and worst of the second pass, ours and FTS5 in turns. Each size is built in a process of
// its own and asked in another, so that memory is that of the work. Prints one JSON object.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, type AskFigures } from './search-speed/ask.ts';
import { build } from './search-speed/build.ts';
import { round } from './search-speed/measure.ts';

const { values: args } = parseArgs({
  options: {
    documents: { type: 'string', default: '10000,100000' },
    queries: { type: 'string', default: '100' },
    part: { type: 'string', default: 'all' },
  },
});
const dir = process.env['WARRAQ_BENCH_DIR'] ?? join(tmpdir(), 'warraq-search-speed');
mkdirSync(dir, { recursive: true });

type Part = 'build' | 'ask';

function inItsOwnProcess(part: Part, documents: number): unknown {
  const flags = ['--expose-gc', import.meta.filename, `--part=${part}`, `--documents=${documents}`, `--queries=${args.queries}`];
  return JSON.parse(execFileSync(process.execPath, flags, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

function all(): object {
  const sizes = args.documents.split(',').map(Number);
  const results = sizes.map((documents) => {
    const built = inItsOwnProcess('build', documents);
    return { documents, built, asked: inItsOwnProcess('ask', documents) as AskFigures };
  });
  const [first, last] = [results[0]!, results.at(-1)!];
  const growth = Object.entries(last.asked.ours).map(([kind, { p95 }]) => [kind, round(p95 / first.asked.ours[kind]!.p95)]);
  return {
    results,
    ...(sizes.length > 1 ? { [`p95 growth from ${first.documents} to ${last.documents}`]: Object.fromEntries(growth) } : {}),
  };
}

const figures =
  args.part === 'build'
    ? await build(dir, Number(args.documents))
    : args.part === 'ask'
      ? await ask(dir, Number(args.documents), Number(args.queries))
      : all();
console.log(JSON.stringify(figures, null, 2));
