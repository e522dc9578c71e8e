// Where things are on this computer: the package's own files, the person's documents, settings and caches.
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** The folder of package.json, from the sources and from the built bundle alike. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'resources', 'sample')) || !existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('resources not found');
    folder = parent;
  }
  return folder;
}

/** As package.json says. */
export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string }).version;

const { env, platform } = process;

/** XDG base directories on Linux, the platform's own elsewhere; XDG variables win everywhere, which tests rely on. */
function userFolder(variable: string, windows: string, mac: string, linux: string): string {
  const named = env[variable];
  if (named) return join(named, 'warraq');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'Warraq', windows);
  if (platform === 'darwin') return join(homedir(), 'Library', mac, 'Warraq');
  return join(homedir(), linux, 'warraq');
}

export const configFolder = (): string => userFolder('XDG_CONFIG_HOME', 'config', 'Application Support', '.config');
export const cacheFolder = (): string => userFolder('XDG_CACHE_HOME', 'cache', 'Caches', '.cache');
const dataFolder = (): string => userFolder('XDG_DATA_HOME', 'data', 'Application Support', join('.local', 'share'));

/** Typefaces that the person added. */
export const facesFolder = (): string => join(dataFolder(), 'faces');

/** The documents folder of the desktop; the home folder where there is none. */
function documentsFolder(): string {
  const home = homedir();
  const dirs = join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'user-dirs.dirs');
  if (platform === 'linux' && existsSync(dirs)) {
    const named = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(dirs, 'utf8'))?.[1]?.replace('$HOME', home);
    if (named && existsSync(named)) return named;
  }
  const documents = join(home, 'Documents');
  return existsSync(documents) ? documents : home;
}

/** `$WARRAQ_ARCHIVE`, else the archive last opened, else `Warraq` in the documents folder. */
export function defaultArchiveDir(): string {
  return env['WARRAQ_ARCHIVE'] || lastArchive() || join(documentsFolder(), 'Warraq');
}

export const deviceFile = (): string => join(configFolder(), 'device.json');

export const recentQueriesFile = (archiveId: string): string => join(configFolder(), 'recent-queries', `${archiveId}.json`);

export const lastArchiveFile = (): string => join(configFolder(), 'last-archive.json');

function lastArchive(): string | undefined {
  try {
    const { archive } = JSON.parse(readFileSync(lastArchiveFile(), 'utf8')) as { archive?: unknown };
    return typeof archive === 'string' && existsSync(archive) ? archive : undefined;
  } catch {
    return undefined;
  }
}

/** The built interface. */
export const interfaceFolder = (): string => join(packageRoot(), 'out', 'renderer');
