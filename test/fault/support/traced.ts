// The command line under strace, which tells its system calls and makes one of them fail.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/warraq.ts';

/** `when` counts the calls of each thread for itself. With `paths`, only calls upon these count. */
export type Injection = { readonly call: string; readonly error: string; readonly when: number; readonly paths?: readonly string[] };
/** `failed` holds the lines of strace for the calls that were made to fail. */
export type Traced = { code: number | null; stdout: string; stderr: string; failed: string[]; calls: Call[] };
export type Call = { readonly thread: string; readonly name: string; readonly text: string };

export type TracedPlace = { home: string; archive: string };

const settings = (home: string): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: home,
  XDG_CONFIG_HOME: join(home, 'config'),
  XDG_CACHE_HOME: join(home, 'cache'),
  LANG: 'en_US.UTF-8',
  LC_ALL: '',
  // One thread for files beside the main one: a call's place in the order is the same in each run.
  UV_THREADPOOL_SIZE: '1',
});

async function trace({ home, archive }: TracedPlace, args: readonly string[], options: readonly string[]): Promise<Traced> {
  const log = join(home, 'strace.txt');
  // -y names the file of each descriptor. The node binary itself: a shell script in its place would be traced instead.
  const strace = ['-f', '--seccomp-bpf', '-qq', '-y', '-o', log, ...options];
  const warraq = [process.execPath, join(root, 'bin', 'warraq.js'), '--archive', archive, '--json', ...args];
  const child = spawn('strace', [...strace, ...warraq], { env: settings(home), stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  const lines = readFileSync(log, 'utf8').split('\n');
  const calls = lines.flatMap((text) => {
    const [, thread, name] = /^(\d+) +(\w+)\(/.exec(text) ?? [];
    return thread && name ? [{ thread, name, text }] : [];
  });
  return { code, stdout, stderr, failed: lines.filter((line) => line.endsWith('(INJECTED)')), calls };
}

export const runTraced = (place: TracedPlace, args: readonly string[], { call, error, when, paths = [] }: Injection): Promise<Traced> =>
  trace(place, args, ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${when}`, ...paths.flatMap((path) => ['-P', path])]);

/** The places in the order of a command's calls at which it touches the archive: for each call the numbers to let fail. */
export async function placesOf(
  place: TracedPlace,
  args: readonly string[],
  name: string,
  paths: readonly string[] = [],
): Promise<number[]> {
  const { calls, code, stderr } = await trace(place, args, ['-e', `trace=${name}`, ...paths.flatMap((path) => ['-P', path])]);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code} ${stderr}`);
  const counts = new Map<string, number>();
  const found = new Set<number>();
  for (const { thread, text } of calls) {
    const count = (counts.get(thread) ?? 0) + 1;
    counts.set(thread, count);
    if (text.includes(place.archive)) found.add(count);
  }
  return [...found].sort((a, b) => a - b);
}
