// warraq.json: the file that makes a folder an archive.
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { Failure } from '#contract/errors.ts';
import { replaceFile, makeFolder } from './durable.ts';
import { parseJson, stringifyJson } from './json.ts';
import { FORMAT, markerPath } from './layout.ts';

export type Marker = { format: number; archiveId: string; created: string };

export const isArchive = (dir: string): boolean => existsSync(markerPath(dir));

/** Throws archive.missing, archive.too-new, archive.damaged. */
export function readMarker(dir: string): Marker {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(markerPath(dir));
  } catch (cause) {
    throw new Failure('archive.missing', { path: dir }, { cause });
  }
  let marker: Partial<Marker>;
  try {
    marker = parseJson(bytes) as Partial<Marker>;
  } catch (cause) {
    throw new Failure('archive.damaged', { path: dir, reason: 'warraq.json' }, { cause });
  }
  const { format, archiveId } = marker ?? {};
  if (typeof format !== 'number' || typeof archiveId !== 'string')
    throw new Failure('archive.damaged', { path: dir, reason: 'warraq.json' });
  if (format > FORMAT) throw new Failure('archive.too-new', { path: dir, format, supported: FORMAT });
  return marker as Marker;
}

/** Only an empty folder, or one with hidden files alone, may become an archive. Throws archive.not-an-archive. */
export async function makeMarker(dir: string, archiveId: string, created: Date): Promise<void> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw new Failure('archive.not-an-archive', { path: dir }, { cause: error });
  });
  if (names.some((name) => !name.startsWith('.'))) throw new Failure('archive.not-an-archive', { path: dir });
  await makeFolder(dir);
  const marker: Marker = { format: FORMAT, archiveId, created: created.toISOString() };
  await replaceFile(markerPath(dir), stringifyJson({ application: 'warraq', ...marker }), { sync: true });
}
