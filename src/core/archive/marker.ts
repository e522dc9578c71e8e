// warraq.json: the file that makes a folder an archive.
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '#contract/errors.ts';
import type { Disk } from './disk.ts';
import { makeFolder, readIfThere, replaceFile } from './durable.ts';
import { parseJson, stringifyJson } from './json.ts';
import { catalogPath, FORMAT, markerPath } from './layout.ts';
import { setAside } from './quarantine.ts';
import { digestOf } from './records.ts';

export type Marker = { readonly format: number; readonly archiveId: string; readonly created: string };

export const isArchive = (dir: string): boolean => existsSync(markerPath(dir));

/** Throws archive.missing, archive.too-new; archive.damaged when nothing else tells what the file said. */
export async function readMarker(disk: Disk, dir: string): Promise<Marker> {
  const bytes = await readIfThere(disk, markerPath(dir)).catch((cause: unknown) => {
    throw new Failure('archive.missing', { path: dir }, { cause });
  });
  if (!bytes) throw new Failure('archive.missing', { path: dir });
  const marker = parseMarker(bytes);
  if (!marker) throw new Failure('archive.damaged', { path: dir, reason: 'warraq.json' });
  if (marker.format > FORMAT) throw new Failure('archive.too-new', { path: dir, format: marker.format, supported: FORMAT });
  return marker;
}

function parseMarker(bytes: Uint8Array): Marker | undefined {
  try {
    const found = parseJson(bytes) as Partial<Marker> | null;
    return typeof found?.format === 'number' && typeof found.archiveId === 'string' ? (found as Marker) : undefined;
  } catch {
    return undefined;
  }
}

/** A damaged marker is set aside and made again: the catalogue repeats the archive's identity. */
export async function mendMarker(disk: Disk, dir: string, newId: () => string, now: Date): Promise<void> {
  const bytes = await readIfThere(disk, markerPath(dir));
  if (!bytes || parseMarker(bytes)) return;
  const repeated = await readIfThere(disk, catalogPath(dir));
  const known = repeated && (parseQuietly(repeated) as { archiveId?: unknown; format?: unknown } | undefined);
  await setAside(disk, dir, bytes, {
    name: `warraq.${digestOf(bytes).slice(0, 8)}.json`,
    reason: 'warraq.json could not be read',
    at: now,
  });
  const archiveId = typeof known?.archiveId === 'string' ? known.archiveId : newId();
  await writeMarker(disk, dir, {
    format: typeof known?.format === 'number' ? known.format : FORMAT,
    archiveId,
    created: now.toISOString(),
  });
}

function parseQuietly(bytes: Uint8Array): unknown {
  try {
    return parseJson(bytes) ?? undefined;
  } catch {
    return undefined;
  }
}

/**
 * A program that was killed may have made folders on the way here whose names are not durable yet. They may be another's, and
 * not ours to read: then nothing of ours is in them either.
 */
async function nameWays(disk: Disk, dir: string): Promise<void> {
  for (let folder = dirname(dir); ; folder = dirname(folder)) {
    await disk.syncFolder(folder).catch(() => {});
    if (folder === dirname(folder)) return;
  }
}

/** Only an empty folder, or one with hidden files alone, may become an archive. Throws archive.not-an-archive. */
export async function makeMarker(disk: Disk, dir: string, archiveId: string, created: Date): Promise<void> {
  const names = await disk.names(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw new Failure('archive.not-an-archive', { path: dir }, { cause: error });
  });
  // What is left of an archive whose making was cut short is ours.
  const strange = names.filter((name) => !name.startsWith('.') && !/^warraq\.json\.[0-9a-f]{12}\.tmp$/.test(name));
  if (strange.length > 0) throw new Failure('archive.not-an-archive', { path: dir });
  await makeFolder(disk, dir);
  await nameWays(disk, dir);
  await writeMarker(disk, dir, { format: FORMAT, archiveId, created: created.toISOString() });
}

export const writeMarker = (disk: Disk, dir: string, marker: Marker): Promise<void> =>
  replaceFile(disk, markerPath(dir), stringifyJson({ application: 'warraq', ...marker }), { sync: true });
