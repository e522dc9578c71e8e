// npm run bench:archive [-- N]: what an edit, an import, an opening and a verification cost, each beside a peer in the same
// run. Ratios count; milliseconds are those of this machine.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { type Act, patchOf } from '#core/catalog/change.ts';
import { createStore, openStore } from '#core/archive/store.ts';
import type { Store } from '#core/archive/store.types.ts';
import { stringifyJson } from '#core/archive/json.ts';
import { verifyArchive } from '#core/fixity/verify.ts';
import { openIndex } from '#core/search/search-index.ts';
import type { Item } from '#contract/item.ts';
import { article } from './articles.ts';

const total = Number(process.argv[2] ?? 10_000);
const home = mkdtempSync(join(process.env['WARRAQ_BENCH'] ?? tmpdir(), 'warraq-bench-'));
const dir = join(home, 'archive');
const at = '2024-05-04T00:00:00.000Z';
const options = { dir, app: 'bench', device: 'bench', clock: () => new Date(), newId: () => article(1e9).id, log: () => {} };
const EDITS = 2000;
/** Edits before those that count: all of them compile their code meanwhile. */
const WARM = 100;
const TOGETHER = 200;

const quantile = (values: number[], q: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * q)]!;
type Spread = { readonly p50: number; readonly p95: number };
const spread = (values: number[]): Spread => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95) });
const round = (value: number): number => Math.round(value * 1000) / 1000;
const report: Record<string, unknown> = { articles: total };

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const result = await work();
  return [performance.now() - started, result];
}

/** Peers and ourselves take turns, edit by edit, each as often first as the others, so that whatever else the machine does meets all alike. */
async function edits(store: Store, count: number): Promise<void> {
  const raw = await open(join(home, 'raw'), 'a');
  const db = new DatabaseSync(join(home, `peer-${count}.sqlite`));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE items (id TEXT PRIMARY KEY, json TEXT)');
  const put = db.prepare('INSERT OR REPLACE INTO items VALUES (?, ?)');
  const low = new Low<{ items: Item[] }>(new JSONFile(join(home, 'low.json')), { items: [] });
  const withLow = count <= 10_000;
  if (withLow) low.data.items = Array.from({ length: count }, (_, n) => article(n));
  const times = { ours: [] as number[], raw: [] as number[], sqlite: [] as number[], lowdb: [] as number[] };
  for (let n = 0; n < EDITS; n++) {
    const item = (await store.read(article((n * 7919) % count).id))!;
    const next = { ...item, revision: item.revision + 1, notes: `ملاحظة ${n} على المقال` };
    const change = patchOf(item, next);
    const line = Buffer.from(`${JSON.stringify({ event: 'edit', at, changes: [change] })}${' '.repeat(200)}\n`);
    const peers = [
      async () => void times.ours.push((await timed(() => store.commit({ event: 'edit', at, changes: [change] })))[0]),
      async () => void times.raw.push((await timed(() => raw.write(line).then(() => raw.datasync())))[0]),
      async () => void times.sqlite.push((await timed(async () => put.run(next.id, JSON.stringify(next))))[0]),
    ];
    for (let turn = 0; turn < peers.length; turn++) await peers[(n + turn) % peers.length]!();
    if (withLow && n < 4) times.lowdb.push((await timed(async () => low.update(({ items }) => void (items[0] = next))))[0]);
  }
  await raw.close();
  db.close();
  const [ours, plain, sqlite] = [times.ours, times.raw, times.sqlite].map((one) => spread(one.slice(WARM))) as [Spread, Spread, Spread];
  report[`edit at ${count}`] = {
    'ours ms': ours,
    'raw append + fdatasync ms': plain,
    'sqlite WAL FULL ms': sqlite,
    'lowdb ms': withLow ? spread(times.lowdb) : 'cannot',
    'p50 of raw': round(ours.p50 / plain.p50),
    'p95 of raw': round(ours.p95 / plain.p95),
    'p95 of sqlite': round(ours.p95 / sqlite.p95),
  };
}

/** Ours and SQLite take turns here too, a portion each. */
async function imports(store: Store, from: number, to: number): Promise<void> {
  const started = performance.now();
  const db = new DatabaseSync(join(home, 'import.sqlite'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE items (id TEXT PRIMARY KEY, json TEXT)');
  const put = db.prepare('INSERT INTO items VALUES (?, ?)');
  let acknowledged = 0;
  let sqlite = 0;
  for (let n = from; n < to; n += TOGETHER) {
    const items = Array.from({ length: Math.min(TOGETHER, to - n) }, (_, i) => article(n + i));
    const acts = items.map((item): Act => ({ event: 'capture', at, changes: [{ op: 'put', item }] }));
    acknowledged += (await timed(() => Promise.all(acts.map((act) => store.commit(act)))))[0];
    const begun = performance.now();
    db.exec('BEGIN');
    for (const item of items) put.run(item.id, JSON.stringify(item));
    db.exec('COMMIT');
    sqlite += performance.now() - begun;
  }
  db.close();
  rmSync(join(home, 'import.sqlite'), { force: true });
  const [settled] = await timed(() => store.settle());
  const count = to - from;
  const rate = (ms: number): number => Math.round((count / ms) * 1000);
  report[`import of ${count}`] = {
    'acknowledged per s': rate(acknowledged),
    'every file durable per s': rate(acknowledged + settled),
    'sqlite WAL FULL per s': rate(sqlite),
    'acknowledged of sqlite': round(sqlite / acknowledged),
    'durable of sqlite': round(sqlite / (acknowledged + settled)),
    'whole run s': round((performance.now() - started) / 1000),
  };
}

async function derived(): Promise<void> {
  const cache = join(home, 'cache');
  mkdirSync(cache, { recursive: true });
  const store = await openStore({ ...options, mode: 'write' });
  const [built, index] = await timed(() => openIndex(store, cache, () => {}));
  index.close();
  await store.close();
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const [ms] = await timed(async () => {
      const again = await openStore({ ...options, mode: 'read' });
      const list = await openIndex(again, cache, () => {});
      list.db.prepare("SELECT summary FROM items JOIN summaries USING (row) WHERE state = 'active' ORDER BY captured DESC LIMIT 50").all();
      list.close();
      await again.close();
    });
    times.push(ms);
  }
  let verified = 0;
  const [verifying] = await timed(async () => {
    for await (const step of verifyArchive(dir)) if (step.step === 'done') verified = step.result.checked;
  });
  report['derived'] = {
    'catalogue rebuilt s': round(built / 1000),
    'open to 50 titles ms (in process)': spread(times),
    'verified files per s': Math.round((verified / verifying) * 1000),
    'memory MB': Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

try {
  const small = Math.min(1000, total);
  let store = await createStore(options);
  await imports(store, 0, small);
  await edits(store, small);
  if (total > small) {
    await imports(store, small, total);
    await edits(store, total);
  }
  await store.close();
  await derived();
  store = await openStore({ ...options, mode: 'read' });
  report['bytes of an article'] = stringifyJson(article(7)).length;
  await store.close();
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
} finally {
  if (!process.env['WARRAQ_BENCH_KEEP']) rmSync(home, { recursive: true, force: true });
}
