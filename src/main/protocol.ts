// The scheme app://warraq: the built renderer's files and nothing else; file: is unused.
import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { CustomScheme } from 'electron';
import { assetPath, mediaTypeOf, securityHeaders } from '#contract/content-security.ts';
import { APP_ORIGIN } from './guard.ts';

/** Standard gives the scheme an origin and relative addresses; secure gives workers and crypto. */
export const appScheme: CustomScheme = {
  scheme: new URL(APP_ORIGIN).protocol.slice(0, -1),
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const refuse = (status: number): Response => new Response(null, { status, headers: securityHeaders });

/** A handler for `protocol.handle`. `root` is the absolute folder of the built renderer. */
export function serveAssets(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== APP_ORIGIN) return refuse(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    const relative = assetPath(url.pathname);
    const path = resolve(root, relative ?? '.');
    if (relative === undefined || !path.startsWith(root + sep)) return refuse(404);
    try {
      const bytes = await readFile(path);
      return new Response(request.method === 'HEAD' ? null : bytes, { headers: { ...securityHeaders, 'content-type': mediaTypeOf(path) } });
    } catch {
      return refuse(404);
    }
  };
}
