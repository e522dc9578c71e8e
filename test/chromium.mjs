// Which Chromium do the tests drive? $WARRAQ_CHROMIUM, else npm's (Linux x64), else Playwright's own, else the system's.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const CACHE = join(import.meta.dirname, '../node_modules/.cache/warraq-chromium');
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** `{executablePath, args, env}` for `chromium.launch` and `launchPersistentContext`. */
export async function chromiumLaunch() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const { executablePath, env } = await findChromium();
  return {
    executablePath,
    // The package offers arguments of its own: never those, they switch web security off.
    args: [...(asRoot ? ['--no-sandbox'] : []), '--font-render-hinting=none', '--force-device-scale-factor=1', '--hide-scrollbars'],
    env: { ...process.env, ...env },
  };
}

async function findChromium() {
  if (process.env.WARRAQ_CHROMIUM) return { executablePath: process.env.WARRAQ_CHROMIUM, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await unpackedChromium();
    } catch (error) {
      console.error('The Chromium of npm cannot be used:', error);
    }
  }
  const executablePath = [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path));
  if (!executablePath) throw new Error('No Chromium. Set WARRAQ_CHROMIUM or run: npx playwright install chromium');
  return { executablePath, env: {} };
}

async function unpackedChromium() {
  const packageFolder = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const home = join(CACHE, version);
  if (!existsSync(home)) await unpack(packageFolder, home);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  };
}

/** The package unpacks into the temporary folder and then trusts what lies there, half written too: so a scratch folder of ours, moved into place whole. */
async function unpack(packageFolder, home) {
  const scratch = join(CACHE, `unpacking-${process.pid}`);
  mkdirSync(scratch, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = scratch;
  try {
    const { default: packed, inflate } = await import('@sparticuz/chromium');
    await packed.executablePath();
    // NSS and its relatives, for machines without them.
    await inflate(join(packageFolder, 'bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(scratch, 'fonts.conf'), fontsConfiguration(home));
  try {
    renameSync(scratch, home);
  } catch {
    // Another worker was first.
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Chromium dies when fontconfig knows no font at all; one known folder also keeps pictures equal on every machine. */
const fontsConfiguration = (home) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts/fonts</dir><cachedir>${home}/fontcache</cachedir></fontconfig>
`;
