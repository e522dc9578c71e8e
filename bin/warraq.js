#!/usr/bin/env node
// Runs on any Node that knows ES modules; hands over to the pinned Node 24 when called with an older one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Files are made durable side by side; libuv's four threads would do it four at a time.
process.env.UV_THREADPOOL_SIZE ??= '16';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = at('../src/cli/index.ts');
const built = at('../out/main/cli.js');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  // Before the first of our modules is loaded: compiled, and with their types taken off, they are kept for the next time.
  nodeModule.enableCompileCache();
  let entry = built;
  if (existsSync(source)) {
    const { buildIfStale, isStale } = await import('../scripts/build-if-stale.mjs');
    // In a checkout the window may not be built yet, or be older than its sources.
    if (process.argv.includes('serve') && buildIfStale() !== 0) process.exit(1);
    // What was built starts in half the time.
    if (isStale()) entry = source;
  }
  await import(pathToFileURL(entry));
} else {
  const pinned = [
    `../node_modules/node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/bin/node`,
    '../node_modules/.bin/node',
  ]
    .map(at)
    .find(existsSync);
  if (!pinned) {
    console.error(`Warraq needs Node 24; this is ${process.version}. Run npm ci (without --omit=optional), or put Node 24 on the PATH.`);
    process.exit(1);
  }
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
}
