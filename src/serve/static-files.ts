// The built renderer, over HTTP.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { assetPath, mediaTypeOf } from '#contract/content-security.ts';

/** Beside the bundle (out/main) or, when the sources run, in the checkout's out folder. */
export function rendererFolder(): string {
  const places = [join(import.meta.dirname, '../renderer'), join(import.meta.dirname, '../../out/renderer')];
  return places.find((place) => existsSync(join(place, 'assets'))) ?? places[1]!;
}

/** Vite names its assets by their content, so those may be kept; the page itself is asked for every time. */
const caching = (path: string): string => (path.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-store');

/** Answers 404 for everything that is not a file below `root`. */
export async function sendFile(response: ServerResponse, root: string, pathname: string, withBody: boolean): Promise<void> {
  const relative = assetPath(pathname);
  const path = resolve(root, relative ?? '.');
  if (relative === undefined || !path.startsWith(resolve(root) + sep)) return void response.writeHead(404).end();
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    return void response.writeHead(404).end();
  }
  response.writeHead(200, { 'content-type': mediaTypeOf(path), 'content-length': bytes.length, 'cache-control': caching(relative) });
  response.end(withBody ? bytes : undefined);
}
