// The built interface, and nothing outside it.
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { mediaTypes } from '#contract/content-security.ts';

export type StaticFile = { bytes: Uint8Array; mediaType: string };

/** Undefined for everything that does not lie under the root. */
export async function readStatic(root: string, pathname: string): Promise<StaticFile | undefined> {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const path = join(root, name === '/' ? 'index.html' : name);
  if (!path.startsWith(root + sep) || name.includes('\0')) return undefined;
  try {
    return { bytes: await readFile(path), mediaType: mediaTypes[extname(path)] ?? 'application/octet-stream' };
  } catch {
    return undefined;
  }
}
