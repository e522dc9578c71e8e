// Reads everything in an archive and compares it with what the archive itself recorded: originals with their SHA-256,
// records with the digests sealed in the journals, journal lines with their own digests and their chain. Changes nothing.
import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Verification } from '#contract/contract.ts';
import { articlesFolder, isDigest, objectsFolder, shardOf } from '../archive/layout.ts';
import { digestOf } from '../archive/records.ts';
import { startThread, type Thread } from '../threads/thread.ts';
import { nextTurn } from '../turns.ts';
import { type Checked, type CheckPortion, checkPortion } from './check-portion.ts';
import { namesIn } from './names-in.ts';
import { actsIn, type Seal, sealedIn } from './sealed.ts';

type Step = { step: 'working'; checked: number } | { step: 'done'; result: Verification };
type Findings = Omit<Verification, 'seconds'>;

/** Originals between two reports, and between two looks at the signal. */
const PORTION = 500;
/** From so many records on threads compare them. */
const WORTH_THREADS = 600;
const THREADS = 2;

export async function* verifyArchive(dir: string, signal?: AbortSignal): AsyncGenerator<Step> {
  const started = performance.now();
  const found: Findings = { checked: 0, missing: [], altered: [], unknown: [] };
  const { records: seals, segments } = await sealedIn(dir, (place) => found.altered.push(place));
  found.checked += segments;
  const named = new Set<string>();
  const doubts: Doubt[] = [];
  for await (const { checked, named: sound, unknown, unreadable, doubts: doubted } of checkRecords(dir, seals)) {
    signal?.throwIfAborted();
    found.checked += checked;
    for (const sha256 of sound) named.add(sha256);
    found.unknown.push(...unknown.map((path) => told(dir, path)));
    found.altered.push(...unreadable.map((path) => told(dir, path)));
    for (const { id, path, revision } of doubted) doubts.push({ id, path: told(dir, path), seal: seals.get(id)!, revision });
    yield { step: 'working', checked: found.checked };
  }
  for (const _ of checkOriginals(dir, named, found)) {
    found.checked += 1;
    if (found.checked % PORTION !== 0) continue;
    signal?.throwIfAborted();
    yield { step: 'working', checked: found.checked };
    await nextTurn();
  }
  if (doubts.length > 0) settleDoubts(doubts, await actsIn(dir), found);
  yield { step: 'done', result: { ...found, seconds: Math.round(performance.now() - started) / 1000 } };
}

/** A record that does not agree with its seal: it may have been changed since, by an act that no checkpoint covers yet. */
type Doubt = { readonly id: string; readonly path: string; readonly seal: Seal; readonly revision: number | undefined };

const told = (dir: string, path: string): string => relative(dir, path).split(sep).join('/');

/** Shard by shard, in order. */
async function* checkRecords(dir: string, seals: ReadonlyMap<string, Seal>): AsyncGenerator<Checked> {
  const byShard = new Map<string, Map<string, string | null>>();
  for (const [id, { sha256 }] of seals) {
    const shard = byShard.get(shardOf(id)) ?? new Map<string, string | null>();
    byShard.set(shardOf(id), shard.set(id, sha256));
  }
  const shards = [...new Set([...namesIn(articlesFolder(dir)), ...byShard.keys()])].sort();
  const portions = shards.map((shard): CheckPortion => ({ dir, shard, seals: byShard.get(shard) ?? new Map<string, null>() }));
  if (seals.size < WORTH_THREADS) {
    for (const portion of portions) {
      yield checkPortion(portion);
      await nextTurn();
    }
    return;
  }
  const threads = Array.from({ length: THREADS }, () => startThread('check'));
  const ask = (at: number): Promise<Checked> | undefined => {
    const asked = portions[at] && askOf(threads[at % THREADS]!, portions[at]);
    // Its failure is met when its turn comes.
    asked?.catch(() => {});
    return asked;
  };
  try {
    const waiting = Array.from({ length: THREADS * 2 }, (_, at) => ask(at));
    for (let at = 0; at < portions.length; at++) {
      yield (await waiting.shift())!;
      waiting.push(ask(at + THREADS * 2));
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

const askOf = (thread: Thread<'check'>, portion: CheckPortion): Promise<Checked> => thread.ask(portion);

function settleDoubts(doubts: readonly Doubt[], acts: ReadonlyMap<string, number>, found: Findings): void {
  for (const { id, path, seal, revision } of doubts) {
    const later = (acts.get(id) ?? 0) > seal.seq;
    if (revision === undefined) {
      if (!later) found.missing.push(path);
    } else if (!later || revision <= (seal.revision ?? 0)) found.altered.push(path);
  }
}

function* checkOriginals(dir: string, named: ReadonlySet<string>, found: Findings): Generator<void> {
  const awaited = new Set(named);
  for (const folder of namesIn(objectsFolder(dir))) {
    for (const name of namesIn(join(objectsFolder(dir), folder))) {
      const path = join(objectsFolder(dir), folder, name);
      if (!isDigest(name) || !awaited.delete(name)) found.unknown.push(told(dir, path));
      else if (digestOf(readFileSync(path)) !== name) found.altered.push(told(dir, path));
      yield;
    }
  }
  for (const sha256 of awaited) found.missing.push(told(dir, join(objectsFolder(dir), sha256.slice(0, 2), sha256)));
}
