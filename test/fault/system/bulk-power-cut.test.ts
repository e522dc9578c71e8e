// Files of a large import are made durable by one call for all. The power is cut the moment that is reported: each file is
// there, whole, without the journal's help. The same with a system whose call does nothing has to be noticed.
import { spawn } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { armCutter, command, makeImage } from '../support/mounts.ts';
import { counted, lacks, report } from '../support/needs.ts';
import { makeFolder } from '../support/open-archive.ts';
import { fileSystems } from '../support/file-systems.ts';

const ITEMS = 1500;
const CUTS = counted(1, 10);

const possible = fileSystems.filter(
  ({ make, name }) => !lacks(`cuts after an import on ${name}`, 'linux', 'root', 'loop', 'python3', make),
);

test.skipIf(possible.length > 0)('cuts after an import: not possible here', () => {});

type FileSystem = (typeof fileSystems)[number];

/** How many article files are whole after the cut. */
async function wholeAfterCut({ name, make, options }: FileSystem, env: NodeJS.ProcessEnv): Promise<number> {
  using folder = makeFolder();
  await using disk = makeImage(folder.dir, name, 320, (image) => command(make, '-q', image), ['-o', options]);
  disk.mount();
  const dir = join(disk.path, 'أرشيف');
  const cutter = await armCutter(disk.path);
  const writer = spawn(process.execPath, [join(import.meta.dirname, '../support/bulk-writer.ts'), dir, String(ITEMS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const ended = new Promise((resolve) => writer.once('close', resolve));
  const settled = new Promise<boolean>((resolve) => {
    writer.stdout.once('data', () => resolve(true));
    writer.once('close', () => resolve(false));
  });
  expect(await settled).toBe(true);
  await cutter.cut();
  writer.kill('SIGKILL');
  await ended;
  await disk.unmount();
  disk.mount();
  return globSync('data/articles/*/*.json', { cwd: dir }).filter((path) => isWhole(join(dir, path))).length;
}

function isWhole(path: string): boolean {
  try {
    return typeof JSON.parse(readFileSync(path, 'utf8')).title === 'string';
  } catch {
    return false;
  }
}

test.each(possible)(
  `$name: ${CUTS} cuts after an import of ${ITEMS} take no file`,
  async (system) => {
    for (let cut = 0; cut < CUTS; cut++) expect(await wholeAfterCut(system, process.env)).toBe(ITEMS);
    report(`cuts after an import on ${system.name}`, { cuts: CUTS, files: ITEMS });
  },
  3_600_000,
);

test.each(possible)('$name: a system that does not sync is caught', async (system) => {
  using folder = makeFolder();
  const fake = join(folder.dir, 'bin');
  mkdirSync(fake);
  writeFileSync(join(fake, 'sync'), '#!/bin/sh\nexit 0\n');
  chmodSync(join(fake, 'sync'), 0o755);
  const env = { ...process.env, PATH: `${fake}${delimiter}${process.env['PATH']}` };
  expect(await wholeAfterCut(system, env)).toBeLessThan(ITEMS);
});
