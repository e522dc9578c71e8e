// Originals under their SHA-256, exactly as received: written once, never changed.
import { dirname } from 'node:path';
import type { Disk } from './disk.ts';
import { eachOf, makeFolder, readIfThere, replaceFile } from './durable.ts';
import { isDigest, objectPath } from './layout.ts';
import { digestOf } from './records.ts';

/** Durable when resolved: files side by side, then each folder once. Bytes that are already kept are not written again. */
export async function putObjects(disk: Disk, dir: string, originals: readonly Uint8Array[]): Promise<string[]> {
  const digests = originals.map(digestOf);
  const fresh = new Map<string, Uint8Array>();
  for (const [at, sha256] of digests.entries()) fresh.set(sha256, originals[at]!);
  const folders = new Set<string>();
  await eachOf(fresh, 16, async ([sha256, bytes]) => {
    const path = objectPath(dir, sha256);
    folders.add(dirname(path));
    const kept = await disk.stat(path);
    if (kept?.size === bytes.length) return;
    await makeFolder(disk, dirname(path));
    await replaceFile(disk, path, bytes, { sync: 'file' });
  });
  // A file that stood there may have been written a moment before a sudden end: its name is made durable all the same.
  await eachOf(folders, 16, (folder) => disk.syncFolder(folder));
  return digests;
}

/** Undefined when there is no such object. The digest is for the caller to check. */
export async function readObject(disk: Disk, dir: string, sha256: string): Promise<Uint8Array | undefined> {
  return isDigest(sha256) ? readIfThere(disk, objectPath(dir, sha256)) : undefined;
}

export async function hasObject(disk: Disk, dir: string, sha256: string, bytes: number): Promise<boolean> {
  return (await disk.stat(objectPath(dir, sha256)))?.size === bytes;
}
