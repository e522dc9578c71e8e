// Looks at the archive's files for what other programs did to them. Only looks: nothing is changed here.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { isItemId, isShard, articlesFolder } from '../archive/layout.ts';
import { digestOf, idOfName } from '../archive/records.ts';

export type Finding =
  | { readonly kind: 'changed' | 'fresh' | 'lost'; readonly id: string }
  /** A sync tool's second version of a record, or anything else that is named after one. */
  | { readonly kind: 'copy'; readonly id: string; readonly path: string };

type Row = { id: string; digest: string | null; size: number | null; modified: number | null };
/** What the file system says of a file that holds what we wrote. */
export type Sighting = { readonly id: string; readonly size: number; readonly modified: number };
/** A folder all of whose files were seen, and when its names had last changed by then. */
export type Seen = { readonly shard: string; readonly modified: number };
export type Look = { readonly findings: Finding[]; readonly sightings: Sighting[]; readonly seen: Seen[] };

/** Milliseconds: what changed so lately may change again without a later time to show it. */
export const FRESH = 2000;

/** So many files are looked at however long it takes: a small archive is seen whole each time, on a busy machine too. */
const LEAST = 500;

/**
 * Looks for about `budget` milliseconds: first at folders in which names changed, then at others, beginning anywhere.
 * A large archive is seen in part, and whole after some openings.
 */
export function look(db: DatabaseSync, dir: string, budget: number): Look {
  const until = performance.now() + budget;
  let files = 0;
  const isOver = (): boolean => files >= LEAST && performance.now() > until;
  const all: Look = { findings: [], sightings: [], seen: [] };
  const known = new Map(
    db
      .prepare('SELECT shard, modified FROM shards')
      .all()
      .map((row) => [row['shard'], row['modified']] as const),
  );
  const shards = (namesIn(articlesFolder(dir)) ?? []).filter(isShard).map((shard) => {
    const modified = modifiedOf(join(articlesFolder(dir), shard));
    return { shard, modified, changed: known.get(shard) !== modified };
  });
  const start = Math.floor(Math.random() * shards.length);
  const order = [...shards.slice(start), ...shards.slice(0, start)].sort((a, b) => Number(b.changed) - Number(a.changed));
  const now = Date.now();
  for (const { shard, modified } of order) {
    const isSeen = lookAtShard(db, dir, shard, all, () => {
      files += 1;
      return !isOver();
    });
    if (isOver()) break;
    if (isSeen && modified !== undefined && modified < now - FRESH) all.seen.push({ shard, modified });
  }
  return all;
}

function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}

const modifiedOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** All names are seen; into files it looks while it may. False when the folder cannot be read now. */
function lookAtShard(
  db: DatabaseSync,
  dir: string,
  shard: string,
  { findings, sightings }: Omit<Look, 'seen'>,
  mayLook: () => boolean,
): boolean {
  const folder = join(articlesFolder(dir), shard);
  const names = namesIn(folder);
  if (!names) return false;
  const rows = new Map(
    (db.prepare('SELECT id, digest, size, modified FROM items WHERE substr(id, -2) = ?').all(shard) as Row[]).map((row) => [row.id, row]),
  );
  for (const name of names) {
    const id = idOfName(name);
    if (!id) {
      const named = name.slice(0, 36);
      // Our own temporary neighbours of a sudden end are told by their ending.
      if (isItemId(named) && !name.endsWith('.tmp')) findings.push({ kind: 'copy', id: named, path: join(folder, name) });
      continue;
    }
    const row = rows.get(id);
    rows.delete(id);
    if (!row) findings.push({ kind: 'fresh', id });
    else if (row.digest && mayLook()) lookAtFile(join(folder, name), row, { findings, sightings });
  }
  for (const id of rows.keys()) findings.push({ kind: 'lost', id });
  return true;
}

/** Undefined for a file that cannot be read now: who takes it in finds out why. */
function digestIn(path: string): string | undefined {
  try {
    return digestOf(readFileSync(path));
  } catch {
    return undefined;
  }
}

function lookAtFile(path: string, { id, digest, size, modified }: Row, { findings, sightings }: Omit<Look, 'seen'>): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found || (found.size === size && found.mtimeMs === modified)) return;
  if (digestIn(path) === digest) sightings.push({ id, size: found.size, modified: found.mtimeMs });
  else findings.push({ kind: 'changed', id });
}
