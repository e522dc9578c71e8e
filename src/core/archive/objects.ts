// Originals under their SHA-256, exactly as received: written once, never changed.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { replaceFile } from './durable.ts';
import { isDigest, objectPath } from './layout.ts';

/** Durable when resolved. Bytes that are already kept are not written again. */
export async function putObject(dir: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = objectPath(dir, sha256);
  const kept = await stat(path).catch(() => undefined);
  if (kept?.size !== bytes.length) await replaceFile(path, bytes, { sync: true });
  return sha256;
}

/** Undefined when there is no such object. The digest is for the caller to check. */
export async function readObject(dir: string, sha256: string): Promise<Uint8Array | undefined> {
  if (!isDigest(sha256)) return undefined;
  try {
    return await readFile(objectPath(dir, sha256));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
