// The loopback host: the same page and the same procedures for a browser on this computer.
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Context, Router } from '@orpc/server';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import { securityHeaders } from '#contract/content-security.ts';
import { Failure } from '#contract/errors.ts';
import { type Door, openDoor } from './door.ts';
import { refusalPage } from './refusal-page.ts';
import { rendererFolder, sendFile } from './static-files.ts';

/** Bytes of one request: the largest file the archive takes in, with room round it. */
const BODY_LIMIT = 64 * 1024 * 1024;
/** Milliseconds that requests under way are given when the server closes; streams of events never end by themselves. */
const GRACE = 500;

type Served<C extends Context> = {
  // oxlint-disable-next-line typescript/no-explicit-any -- oRPC's own constraint: a router of any contract
  readonly router: Router<any, C>;
  context(host: 'loopback'): C;
};
export type ServeOptions<C extends Context> = {
  readonly core: Served<C>;
  /** 0 for any free one. */
  readonly port: number;
  /** Folder of the built renderer. */
  readonly root?: string;
  readonly bodyLimit?: number;
};
export type LoopbackServer = {
  /** With the one-time token. */
  readonly url: string;
  /** Takes no new requests, lets those under way finish for a moment, then ends them. */
  close(): Promise<void>;
};

/** Throws serve.not-built, serve.port-taken. */
export async function serve<C extends Context>(options: ServeOptions<C>): Promise<LoopbackServer> {
  const root = options.root ?? rendererFolder();
  if (!existsSync(join(root, 'index.html'))) throw new Failure('serve.not-built', { path: root });
  const server = createServer();
  const port = await listen(server, options.port);
  const origin = new URL(`http://127.0.0.1:${port}`).origin;
  const door = openDoor(port);
  const rpc = new RPCHandler<Context>(options.core.router as Served<Context>['router'], {
    plugins: [new BodyLimitPlugin({ maxBodySize: options.bodyLimit ?? BODY_LIMIT })],
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    // A name that resolves to 127.0.0.1 is still not our name (DNS rebinding).
    if (request.headers.host !== new URL(origin).host) return void response.writeHead(421).end();
    const { method = '' } = request;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return void response.writeHead(405).end();
    if (method === 'POST' && request.headers.origin !== origin) return void response.writeHead(403).end();
    const url = new URL(request.url ?? '/', origin);
    const entered = url.pathname === '/' && method === 'GET' ? enter(request, url, door) : undefined;
    if (entered) return void response.writeHead(303, { location: '/', 'cache-control': 'no-store', ...entered }).end();
    if (!door.isInside(request.headers.cookie)) {
      return void response.writeHead(403, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(refusalPage);
    }
    if (method !== 'POST') return sendFile(response, root, url.pathname, method === 'GET');
    const { matched } = await rpc.handle(request, response, { prefix: '/rpc', context: options.core.context('loopback') });
    if (!matched) response.writeHead(404).end();
  }

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  return { url: `${origin}/?t=${door.token}`, close: () => close(server) };
}

/** The headers of the redirect that takes the token out of the address; undefined when there is no way in by it. */
function enter(request: IncomingMessage, url: URL, door: Door): Record<string, string> | undefined {
  const token = url.searchParams.get('t');
  if (token === null) return undefined;
  if (door.isInside(request.headers.cookie)) return {};
  return door.useToken(token) ? { 'set-cookie': door.setCookie } : undefined;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new Failure('serve.port-taken', { port }, { cause: error }) : error),
    );
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
