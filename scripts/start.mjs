// npm start: Electron when its binary and a display are here, otherwise the same window in a browser, on loopback.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfStale } from './build-if-stale.mjs';
import { electronBinary, hasDisplay } from './electron-binary.mjs';

const root = join(import.meta.dirname, '..');
const rest = process.argv.slice(2);
const failed = buildIfStale();
if (failed) process.exit(failed);

const binary = electronBinary();
const why =
  binary === null ? 'Electron’s binary is not installed (npx install-electron brings it)' : hasDisplay() ? '' : 'there is no display';
if (why) console.log(`Warraq: ${why}; opening the same window in a browser instead.`);

const child = why
  ? spawn(process.execPath, [join(root, 'bin', 'warraq.js'), ...rest, 'serve', '--create', ...(hasDisplay() ? ['--open'] : [])], {
      stdio: 'inherit',
    })
  : spawn(binary, [root, ...rest], { stdio: 'inherit' });
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
