// The loopback host over real HTTP, with a router of one procedure behind it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { os } from '@orpc/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LoopbackServer, serve } from '../../src/serve/server.ts';

const LIMIT = 4096;
type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Ask = { method?: string; headers?: Record<string, string>; body?: string };

let folder: string;
let server: LoopbackServer;
let origin: string;
let port: number;
let cookieOfServer: string | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'warraq-serve-'));
  mkdirSync(join(folder, 'root/assets'), { recursive: true });
  writeFileSync(join(folder, 'root/index.html'), '<p>ورّاق');
  writeFileSync(join(folder, 'root/assets/a.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(async () => {
  const router = { echo: os.handler(({ input }) => ({ heard: input })) };
  server = await serve({ core: { router, context: () => ({}) }, port: 0, root: join(folder, 'root'), bodyLimit: LIMIT });
  origin = new URL(server.url).origin;
  port = Number(new URL(server.url).port);
  cookieOfServer = undefined;
  return () => server.close();
});

/** `path` goes out as it is written: fetch would tidy it first. */
function ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}
/** The token works once, so the cookie it gave is kept. */
async function enter(): Promise<string> {
  if (cookieOfServer !== undefined) return cookieOfServer;
  const { pathname, search } = new URL(server.url);
  const { headers } = await ask(pathname + search);
  cookieOfServer = headers['set-cookie']![0]!.split(';')[0]!;
  return cookieOfServer;
}
const call = async (body: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask('/rpc/echo', { method: 'POST', headers: { origin, cookie: await enter(), 'content-type': 'application/json', ...headers }, body });

describe('the door', () => {
  test('the token lets one browser in, once, and leaves the address', async () => {
    const { pathname, search } = new URL(server.url);
    const first = await ask(pathname + search);
    expect([first.status, first.headers.location]).toEqual([303, '/']);
    expect(first.headers['set-cookie']![0]).toMatch(/^warraq-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const second = await ask(pathname + search);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
  });
  test('a wrong token does not use up the right one', async () => {
    expect((await ask('/?t=guess')).status).toBe(403);
    expect(await enter()).toMatch(/^warraq-/);
  });
  test('without the cookie nothing is shown, in two languages', async () => {
    for (const path of ['/', '/assets/a.js', '/nothing']) {
      const { status, body } = await ask(path, { headers: { cookie: `warraq-${port}=guess` } });
      expect(status).toBe(403);
      expect(body).toContain('lang="en"');
      expect(body).not.toContain('export');
    }
  });
  test('with the cookie the page and its assets come, the page never from a cache', async () => {
    const cookie = await enter();
    const page = await ask('/', { headers: { cookie } });
    expect([page.status, page.body, page.headers['cache-control']]).toEqual([200, '<p>ورّاق', 'no-store']);
    const asset = await ask('/assets/a.js', { headers: { cookie } });
    expect([asset.body, asset.headers['content-type']]).toEqual(['export {};', 'text/javascript; charset=utf-8']);
  });
});

test('another name for this computer is answered 421', async () => {
  const cookie = await enter();
  for (const host of [`localhost:${port}`, `evil.example:${port}`, '127.0.0.1']) {
    expect((await ask('/', { headers: { host, cookie } })).status).toBe(421);
  }
});

test('a call from another origin, or from none, is answered 403', async () => {
  expect((await call('{"json":1}', { origin: 'https://evil.example' })).status).toBe(403);
  const headers = { 'content-type': 'application/json', cookie: await enter() };
  expect((await ask('/rpc/echo', { method: 'POST', headers, body: '{"json":1}' })).status).toBe(403);
  expect((await call('{"json":1}', { cookie: '' })).status).toBe(403);
});

test('a call from our page is answered', async () => {
  const { status, body } = await call('{"json":"ورق"}');
  expect([status, JSON.parse(body)]).toEqual([200, { json: { heard: 'ورق' } }]);
});

test('a body over the limit is answered 413', async () => {
  expect((await call(JSON.stringify({ json: 'x'.repeat(LIMIT) }))).status).toBe(413);
  expect((await call(JSON.stringify({ json: 'x'.repeat(LIMIT / 2) }))).status).toBe(200);
});

test('no path leaves the folder', async () => {
  const cookie = await enter();
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//etc/passwd',
    '/%00',
    '/%',
  ]) {
    const { status, body } = await ask(path, { headers: { cookie } });
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  }
});

test('methods beyond GET, HEAD and POST are refused; HEAD has no body', async () => {
  const cookie = await enter();
  for (const method of ['PUT', 'DELETE', 'OPTIONS']) expect((await ask('/', { method, headers: { cookie } })).status).toBe(405);
  const head = await ask('/', { method: 'HEAD', headers: { cookie } });
  expect([head.status, head.body]).toEqual([200, '']);
});

test('every answer carries the policy', async () => {
  for (const { headers } of [await ask('/'), await ask('/nothing'), await ask('/', { method: 'PUT' }), await call('{"json":1}')]) {
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }
});
