// The Chromium behind the windows: one persistent profile, every request of which passes through here.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from '../chromium.mjs';
import { schemes, toRealAddress } from './scheme.mjs';

let context;
let unusedPage;
let opening = 0;

/** `canRequest(details)` is asked about every request and answers with a promise of a boolean. */
export async function launchChromium({ userData, locale, canRequest, onPopup }) {
  const profile = join(userData, 'chromium');
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  const { args, ...options } = await chromiumLaunch();
  context = await chromium.launchPersistentContext(profile, {
    ...options,
    args: [...args, '--remote-debugging-port=0'],
    headless: true,
    viewport: null,
    locale,
  });
  [unusedPage] = context.pages();
  await context.route('**/*', (route) => answer(route, canRequest));
  context.on('page', (page) => opening === 0 && onPopup(page));
  for (let tries = 0; tries < 250 && !existsSync(portFile); tries++) await sleep(20);
  const [port, path] = readFileSync(portFile, 'utf8').split('\n');
  // Playwright waits for this line to attach to the windows.
  process.stderr.write(`\nDevTools listening on ws://127.0.0.1:${port}${path}\n`);
}

export async function openPage() {
  opening += 1;
  try {
    const page = unusedPage ?? (await context.newPage());
    unusedPage = undefined;
    return { page, cdp: await context.newCDPSession(page) };
  } finally {
    opening -= 1;
  }
}

export const closeChromium = async () => context?.close();

const redirects = new WeakMap();
/** `ask(address)` answers whether a redirection of this page may be followed. */
export const onRedirect = (page, ask) => redirects.set(page, ask);

async function answer(route, canRequest) {
  const request = route.request();
  const url = toRealAddress(request.url());
  if (!(await canRequest({ url, method: request.method(), resourceType: request.resourceType() }))) return route.abort('blockedbyclient');
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = schemes.handlers.get(scheme);
  if (!handler) return route.continue();
  try {
    const response = await handler(
      new Request(url, { method: request.method(), headers: request.headers(), body: request.postDataBuffer() ?? undefined }),
    );
    const location = response.headers.get('location');
    const leaves = location !== null && request.isNavigationRequest();
    if (leaves && redirects.get(request.frame().page())?.(new URL(location, url).href) === false) return await route.abort('aborted');
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
  } catch (error) {
    process.emitWarning(`protocol.handle(${scheme}): ${error.stack}`);
    await route.abort('failed').catch(() => {});
  }
}
