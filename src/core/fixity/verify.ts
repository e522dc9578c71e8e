// Reads everything in an archive and compares it with what the archive itself recorded: originals with their SHA-256,
// records with the digests sealed in the journals, journal lines with their own digests and their chain. Changes nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Verification } from '#contract/contract.ts';
import { articlePath, articlesFolder, isDigest, objectsFolder } from '../archive/layout.ts';
import { digestOf, idOfName, parseRecord, type RecordRead } from '../archive/records.ts';
import { type Sealed, sealedIn } from './sealed.ts';

type Step = { step: 'working'; checked: number } | { step: 'done'; result: Verification };

/** Files between two reports, and between two looks at the signal. */
const PORTION = 500;

export async function* verifyArchive(dir: string, signal?: AbortSignal): AsyncGenerator<Step> {
  const started = performance.now();
  const told = (path: string): string => relative(dir, path).split(sep).join('/');
  const result: Verification = { checked: 0, missing: [], altered: [], unknown: [], seconds: 0 };
  const sealed = await sealedIn(dir, (place) => result.altered.push(place));
  result.checked += sealed.segments;
  /** Originals that records name, and how many bytes each is said to have. */
  const named = new Map<string, number>();
  const checks = [() => checkRecords(dir, sealed, named, result, told), () => checkOriginals(dir, named, result, told)];
  for (const check of checks) {
    for (const checked of check()) {
      result.checked += 1;
      if (checked % PORTION !== 0) continue;
      signal?.throwIfAborted();
      yield { step: 'working', checked: result.checked };
      await new Promise((turn) => setImmediate(turn));
    }
  }
  result.seconds = Math.round(performance.now() - started) / 1000;
  yield { step: 'done', result };
}

function* checkRecords(
  dir: string,
  sealed: Sealed,
  named: Map<string, number>,
  result: Verification,
  told: (path: string) => string,
): Generator<number> {
  let checked = 0;
  const awaited = new Map(sealed.records);
  for (const shard of namesIn(articlesFolder(dir))) {
    for (const name of namesIn(join(articlesFolder(dir), shard))) {
      const path = join(articlesFolder(dir), shard, name);
      const id = idOfName(name);
      if (!id) {
        result.unknown.push(told(path));
        continue;
      }
      const bytes = readFileSync(path);
      const record = parseRecord(bytes, id);
      awaited.delete(id);
      if (record.state !== 'sound' || !agrees(record, sealed)) result.altered.push(told(path));
      if (record.state === 'sound') for (const file of record.item.files) named.set(file.sha256, file.bytes);
      yield ++checked;
    }
  }
  for (const [id, { seq, sha256 }] of awaited) {
    if (sha256 && (sealed.acts.get(id) ?? 0) <= seq) result.missing.push(told(articlePath(dir, id)));
  }
}

/** A record that was changed since its seal may be a step ahead of it; the journal must know of that act. */
function agrees({ item, sha256 }: Extract<RecordRead, { state: 'sound' }>, { records, acts }: Sealed): boolean {
  const seal = records.get(item.id);
  if (!seal || seal.sha256 === sha256) return true;
  return item.revision > (seal.revision ?? 0) && (acts.get(item.id) ?? 0) > seal.seq;
}

function* checkOriginals(dir: string, named: Map<string, number>, result: Verification, told: (path: string) => string): Generator<number> {
  let checked = 0;
  const awaited = new Set(named.keys());
  for (const folder of namesIn(objectsFolder(dir))) {
    for (const name of namesIn(join(objectsFolder(dir), folder))) {
      const path = join(objectsFolder(dir), folder, name);
      if (!isDigest(name) || !awaited.delete(name)) result.unknown.push(told(path));
      else if (digestOf(readFileSync(path)) !== name) result.altered.push(told(path));
      yield ++checked;
    }
  }
  for (const sha256 of awaited) result.missing.push(told(join(objectsFolder(dir), sha256.slice(0, 2), sha256)));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
