// Builds the window when it was never built or when a source is newer than what was built.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '..');
const built = join(root, 'out', 'renderer', 'index.html');

/** True when nothing was built, or a source is newer than what was. */
export function isStale() {
  const time = modified(built);
  if (time === undefined) return true;
  const files = ['electron.vite.config.ts', 'package-lock.json'];
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  return files.some((file) => modified(resolve(root, file)) > time);
}

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs;

/** Messages go to stderr: stdout belongs to whoever asked. Gives back the exit code. */
export function buildIfStale() {
  if (!isStale()) return 0;
  process.stderr.write('Warraq: building the window …\n');
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return spawnSync(process.execPath, [tool, 'build', '--logLevel', 'error'], { cwd: root, stdio: ['ignore', 2, 2] }).status ?? 1;
}
