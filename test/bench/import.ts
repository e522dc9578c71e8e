// npm run bench:import [-- N | FOLDER]: text files into a new archive, as `warraq import FOLDER` takes them, beside SQLite that
// stores the same bytes, text and words. Ratios of one run count; CPU time is of the thread that keeps and indexes, and of all.
// Memory is told when an eighth, a quarter, half and all of them are in: what the process has of the machine, which holds V8's
// young generation and SQLite's pages and stops growing when those have their size; and what is in use once garbage is
// collected, by which it is seen that the more articles there are the more memory they take, and how little.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importOptionsSchema } from '#contract/contract.ts';
import { importPaths, openCore } from '#core/core.ts';
import { captureAll } from '#core/capture/capture-all.ts';
import { article } from './articles.ts';

const given = process.argv[2] ?? '10000';
const home = mkdtempSync(join(process.env['WARRAQ_BENCH'] ?? tmpdir(), 'warraq-bench-'));
const folder = /^\d+$/.test(given) ? made(Number(given)) : given;
const TOGETHER = 256;

function made(count: number): string {
  const texts = join(home, 'texts');
  for (let n = 0; n < count; n++) {
    const { title, body } = article(n);
    if (n % 500 === 0) mkdirSync(join(texts, String(n / 500)), { recursive: true });
    const words = body.slice(0, 10).map((block) => `${block.text}.`);
    writeFileSync(join(texts, String(Math.floor(n / 500)), `${n}.txt`), [title, ...words].join('\n\n'));
  }
  return texts;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 18) / 4;

type Memory = { articles: number; 'resident MB': number; 'in use MB': number };
function memoryAt(articles: number): Memory {
  const resident = process.memoryUsage.rss();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return { articles, 'resident MB': megabytes(resident), 'in use MB': megabytes(heapUsed + external) };
}

const ms = (micros: number): number => Math.round(micros / 1000);
const used = ({ user, system }: NodeJS.CpuUsage): number => ms(user + system);

const files = globSync('**/*.txt', { cwd: folder }).map((name) => join(folder, name));
const report: Record<string, unknown> = { articles: files.length };

async function ours(): Promise<number> {
  const core = await openCore({ dir: join(home, 'archive'), create: true, app: 'cli', cacheDir: join(home, 'cache'), log: () => {} });
  const [cpu, own, begun] = [process.cpuUsage(), process.threadCpuUsage(), performance.now()];
  const memory: Memory[] = [];
  const looks = new Set([8, 4, 2, 1].map((part) => Math.floor(files.length / part)));
  let count = 0;
  let looking = 0;
  for await (const { outcome } of importPaths(core.services, [folder], importOptionsSchema.parse({}))) {
    if (outcome !== 'imported') throw new Error(outcome);
    if (!looks.has(++count)) continue;
    const from = performance.now();
    memory.push(memoryAt(count));
    looking += performance.now() - from;
  }
  const seconds = (performance.now() - begun - looking) / 1000;
  const [half, all] = memory.slice(-2);
  const more = all && half ? (all['in use MB'] - half['in use MB']) * 2 ** 20 : 0;
  report['ours'] = {
    'per second': Math.round(count / seconds),
    'CPU ms each, this thread': used(process.threadCpuUsage(own)) / count,
    'CPU ms each, all threads': used(process.cpuUsage(cpu)) / count,
    memory,
    'bytes in use for each article of the second half': Math.round(more / (count - (half?.articles ?? 0))),
  };
  await core.close();
  return seconds;
}

/** Read, decoded, sorted into title and body by the same capture; then stored by SQLite, with its own word index. */
async function peer(): Promise<number> {
  const db = new DatabaseSync(join(home, 'peer.sqlite'));
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE items (row INTEGER PRIMARY KEY, original BLOB NOT NULL, json TEXT NOT NULL);
    CREATE VIRTUAL TABLE words USING fts5(title, body)`);
  const put = db.prepare('INSERT INTO items (original, json) VALUES (?, ?)');
  const index = db.prepare('INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)');
  const [all, begun] = [process.cpuUsage(), performance.now()];
  for (let at = 0; at < files.length; at += TOGETHER) {
    db.exec('BEGIN');
    for (const path of files.slice(at, at + TOGETHER)) {
      const bytes = readFileSync(path);
      const [found] = await captureAll({ bytes, path });
      if (!found || !('body' in found)) throw new Error(path);
      const { lastInsertRowid } = put.run(bytes, JSON.stringify(found));
      index.run(lastInsertRowid, found.title, found.body.map((block) => block.text).join('\n'));
    }
    db.exec('COMMIT');
  }
  const seconds = (performance.now() - begun) / 1000;
  report['sqlite'] = {
    'per second': Math.round(files.length / seconds),
    'CPU ms each': used(process.cpuUsage(all)) / files.length,
  };
  db.close();
  return seconds;
}

const [own, sqlite] = [await ours(), await peer()];
report['time of sqlite'] = Math.round((own / sqlite) * 100) / 100;
console.log(JSON.stringify(report, null, 2));
rmSync(home, { recursive: true, force: true });
