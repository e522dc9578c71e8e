// Finds the Electron binary without importing 'electron': that import would start a download.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A path, or null where Electron's install step could not bring its binary. */
export function electronBinary() {
  if (process.env.ELECTRON_EXEC_PATH) return process.env.ELECTRON_EXEC_PATH;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
    const named = join(folder, 'path.txt');
    const name = existsSync(named) ? readFileSync(named, 'utf8') : 'electron';
    const binary = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
