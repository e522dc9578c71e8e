// Builds the window when it was never built or when a source is newer than what was built.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'out', 'renderer', 'index.html');

function isStale() {
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  const sources = [...globSync('src/**/*.*', { cwd: root }), 'electron.vite.config.ts', 'package-lock.json'];
  return sources.some((file) => statSync(join(root, file)).mtimeMs > time);
}

/** Messages go to stderr: stdout belongs to whoever asked. Gives back the exit code. */
export function buildIfStale() {
  if (!isStale()) return 0;
  process.stderr.write('Warraq: building the window …\n');
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return spawnSync(process.execPath, [tool, 'build', '--logLevel', 'error'], { cwd: root, stdio: ['ignore', 2, 2] }).status ?? 1;
}
