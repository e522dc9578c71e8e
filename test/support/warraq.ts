// Runs the real command line in a process of its own, in a home of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const seed = join(root, 'test', 'fixtures', 'seed', 'page.txt');

export type Run = {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: Buffer;
  stderr: string;
  json: <T = Record<string, unknown>>() => T;
};
export type Home = {
  dir: string;
  archive: string;
  run: (...args: string[]) => Promise<Run>;
  start: (...args: string[]) => Started;
  [Symbol.dispose](): void;
};
export type Started = { child: ReturnType<typeof spawn>; ended: Promise<Run> };

/** The archive lies in the home unless another place is named; `cwd` is where commands are called. */
export function makeHome(options: { archive?: string; cwd?: string } = {}): Home {
  const dir = mkdtempSync(join(tmpdir(), 'warraq-ورّاق-'));
  const { archive = join(dir, 'أرشيف'), cwd = process.cwd() } = options;
  const env = {
    ...process.env,
    HOME: dir,
    XDG_CONFIG_HOME: join(dir, 'config'),
    XDG_CACHE_HOME: join(dir, 'cache'),
    XDG_DATA_HOME: join(dir, 'data'),
    WARRAQ_ARCHIVE: archive,
    LANG: 'en_US.UTF-8',
    LC_ALL: '',
  };
  const start = (...args: string[]): Started => {
    const child = spawn(process.execPath, [join(root, 'bin', 'warraq.js'), ...args], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout!.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr!.on('data', (chunk: Buffer) => err.push(chunk));
    const ended = new Promise<Run>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        const stdout = Buffer.concat(out);
        resolve({ code, signal, stdout, stderr: Buffer.concat(err).toString(), json: () => JSON.parse(stdout.toString()) });
      });
    });
    return { child, ended };
  };
  return {
    dir,
    archive,
    start,
    run: (...args) => start(...args).ended,
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
}
