// One fixture, three hosts: a spec is written once and holds on loopback, on the double and on Electron.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import {
  _electron,
  test as base,
  type Browser,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { chromiumLaunch } from './chromium.mjs';

export type Host = 'loopback' | 'double' | 'electron';
export type HostOptions = {
  host: Host;
  /** Of Electron or its double. */
  executablePath: string | undefined;
};
type Running = { readonly page: Page; readonly app: ElectronApplication | null; readonly close: () => Promise<void> };
type HostFixtures = {
  /** A fresh folder, which holds the home folder and the archive; gone when the test is over. */
  home: string;
  archiveDir: string;
  running: Running;
  /** Null on loopback. */
  app: ElectronApplication | null;
};
type WorkerFixtures = {
  /** One browser for all loopback tests of a worker, started by the first; each test has a context of its own. */
  chromiumOnce: () => Promise<Browser>;
};

const root = join(import.meta.dirname, '..');
const viewport = { width: 1280, height: 800 };

/** The environment of a person who has never run the program. */
export function freshEnvironment(home: string): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const folders = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return { ...Object.fromEntries(kept), ...folders };
}

/** The first line of JSON that the program prints, or its complaint. */
async function announced(server: ChildProcess): Promise<{ url: string }> {
  let complaint = '';
  server.stderr!.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  for await (const line of createInterface({ input: server.stdout! })) {
    if (line.startsWith('{')) return JSON.parse(line) as { url: string };
  }
  throw new Error(`The loopback host did not start: ${complaint}`);
}

async function openLoopback(browser: Browser, archiveDir: string, home: string): Promise<Running> {
  const server = spawn(process.execPath, ['out/main/cli.js', '--json', '--archive', archiveDir, 'serve', '--create'], {
    cwd: root,
    env: freshEnvironment(home),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(server, 'exit');
  try {
    const { url } = await announced(server);
    const context = await browser.newContext({ viewport, locale: 'ar', acceptDownloads: true });
    const page = await context.newPage();
    await traced(context);
    await dawdle(page);
    await page.goto(url);
    return {
      page,
      app: null,
      close: async () => {
        await context.close();
        server.kill('SIGTERM');
        await ended;
      },
    };
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  }
}

async function openDesktop(executablePath: string, archiveDir: string, home: string): Promise<Running> {
  const app = await _electron.launch({
    executablePath,
    args: ['.', `--archive=${archiveDir}`, `--user-data-dir=${join(home, 'profile')}`],
    cwd: root,
    env: freshEnvironment(home),
    acceptDownloads: true,
  });
  try {
    await traced(app.context());
    const page = await app.firstWindow();
    // The first window may be told of before its page is loaded.
    await page.waitForURL((url) => url.protocol !== 'about:');
    await page.waitForLoadState();
    await page.setViewportSize(viewport);
    return { page, app, close: () => app.close() };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** `WARRAQ_DELAY=400`: each request waits up to so many milliseconds, so that what a test takes to be there at once is found out. */
const delay = Number(process.env['WARRAQ_DELAY'] ?? 0);
async function dawdle(page: Page): Promise<void> {
  if (delay === 0) return;
  await page.route('**/rpc/**', async (route) => {
    await setTimeout(Math.random() * delay);
    // The page may be gone by then.
    await route.continue().catch(() => undefined);
  });
}

/** `WARRAQ_TRACE=1`: what led to a failure can be walked through. It takes as long as the half of a test. */
const traces = process.env['WARRAQ_TRACE'] === '1';
const traced = async (context: BrowserContext): Promise<void> => {
  if (traces) await context.tracing.start({ screenshots: true, snapshots: true });
};

/** A trace is worth its size only when something went wrong. */
async function endTrace(context: BrowserContext, info: TestInfo): Promise<void> {
  if (!traces) return;
  const failed = info.status !== info.expectedStatus;
  await context.tracing.stop(failed ? { path: info.outputPath('trace.zip') } : {});
}

export const test = base.extend<HostOptions & HostFixtures, WorkerFixtures>({
  chromiumOnce: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
    async ({}, use) => {
      let running: Browser | undefined;
      await use(async () => {
        if (!running?.isConnected()) running = await chromium.launch(await chromiumLaunch());
        return running;
      });
      await running?.close();
    },
    { scope: 'worker' },
  ],
  host: ['loopback', { option: true }],
  executablePath: [undefined, { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern to learn what a fixture needs
  home: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'warraq-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  archiveDir: async ({ home }, use) => use(join(home, 'archive')),
  running: async ({ chromiumOnce, host, executablePath, archiveDir, home }, use, info) => {
    const running =
      host === 'loopback'
        ? await openLoopback(await chromiumOnce(), archiveDir, home)
        : await openDesktop(executablePath ?? 'electron', archiveDir, home);
    try {
      await use(running);
      // A test may have closed the program itself.
      if (!running.page.isClosed()) await endTrace(running.page.context(), info);
    } finally {
      await running.close();
    }
  },
  page: async ({ running }, use) => use(running.page),
  app: async ({ running }, use) => use(running.app),
});

export { expect } from '@playwright/test';
