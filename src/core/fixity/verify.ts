// Reads everything in an archive and compares it with what the archive itself recorded: originals with their SHA-256,
// records with the digests sealed in the journals, journal lines with their own digests and their chain. Changes nothing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Verification } from '#contract/contract.ts';
import { articlePath, articlesFolder, isDigest, objectsFolder } from '../archive/layout.ts';
import { digestOf, idOfName, parseRecord } from '../archive/records.ts';
import { actsIn, type Seal, sealedIn } from './sealed.ts';

type Step = { step: 'working'; checked: number } | { step: 'done'; result: Verification };
type Findings = Omit<Verification, 'seconds'>;

/** Files between two reports, and between two looks at the signal. */
const PORTION = 500;

export async function* verifyArchive(dir: string, signal?: AbortSignal): AsyncGenerator<Step> {
  const started = performance.now();
  const found: Findings = { checked: 0, missing: [], altered: [], unknown: [] };
  const { records, segments } = await sealedIn(dir, (place) => found.altered.push(place));
  found.checked += segments;
  const named = new Set<string>();
  const doubts: Doubt[] = [];
  for (const check of [() => checkRecords(dir, records, named, doubts, found), () => checkOriginals(dir, named, found)]) {
    for (const _ of check()) {
      found.checked += 1;
      if (found.checked % PORTION !== 0) continue;
      signal?.throwIfAborted();
      yield { step: 'working', checked: found.checked };
      await new Promise((turn) => setImmediate(turn));
    }
  }
  if (doubts.length > 0) settleDoubts(doubts, await actsIn(dir), found);
  yield { step: 'done', result: { ...found, seconds: Math.round(performance.now() - started) / 1000 } };
}

/** A record that does not agree with its seal: it may have been changed since, by an act that no checkpoint covers yet. */
type Doubt = { readonly id: string; readonly path: string; readonly seal: Seal; readonly revision: number | undefined };

const told = (dir: string, path: string): string => relative(dir, path).split(sep).join('/');

function* checkRecords(
  dir: string,
  seals: ReadonlyMap<string, Seal>,
  named: Set<string>,
  doubts: Doubt[],
  found: Findings,
): Generator<void> {
  const awaited = new Map(seals);
  for (const shard of namesIn(articlesFolder(dir))) {
    for (const name of namesIn(join(articlesFolder(dir), shard))) {
      const path = join(articlesFolder(dir), shard, name);
      const id = idOfName(name);
      if (!id) {
        found.unknown.push(told(dir, path));
        continue;
      }
      const seal = awaited.get(id);
      awaited.delete(id);
      checkRecord(id, path, seal, named, doubts, found, told(dir, path));
      yield;
    }
  }
  for (const [id, seal] of awaited) {
    if (seal.sha256) doubts.push({ id, path: told(dir, articlePath(dir, id)), seal, revision: undefined });
  }
}

function checkRecord(
  id: string,
  path: string,
  seal: Seal | undefined,
  named: Set<string>,
  doubts: Doubt[],
  found: Findings,
  place: string,
): void {
  const bytes = readFileSync(path);
  if (seal?.sha256 && digestOf(bytes) === seal.sha256) {
    for (const sha256 of digestsIn(bytes)) named.add(sha256);
    return;
  }
  const record = parseRecord(bytes, id);
  if (record.state !== 'sound') {
    found.altered.push(place);
    return;
  }
  for (const file of record.item.files) named.add(file.sha256);
  if (seal) doubts.push({ id, path: place, seal, revision: record.item.revision });
}

const label = Buffer.from('"sha256": "');

/** The originals that a record names, from bytes that are known to be as we wrote them. */
function* digestsIn(bytes: Buffer): Generator<string> {
  for (let at = bytes.indexOf(label); at >= 0; at = bytes.indexOf(label, at + label.length)) {
    yield bytes.toString('latin1', at + label.length, at + label.length + 64);
  }
}

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

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
