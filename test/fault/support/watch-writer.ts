// Runs the writer in a process of its own and notes what it reports, until the end that is made for it.
import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Act, Known, Ledger } from './ledger.ts';

export type Watched = {
  readonly child: ChildProcess;
  /** Resolves when it has told what it found, or has ended. */
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  /** What it reports from now on may be lost. */
  freeze(): void;
  /** What was found wrong. */
  readonly wrong: string[];
  readonly stderr: () => string;
  /** True when it told what it found on opening. */
  readonly opened: () => boolean;
};

export type WriterPlace = { dir: string; cacheDir: string; salt: number; pause?: number; env?: NodeJS.ProcessEnv };

export function watchWriter(ledger: Ledger, { dir, cacheDir, salt, pause = 60, env = process.env }: WriterPlace): Watched {
  const path = join(import.meta.dirname, 'mixed-writer.ts');
  const child = spawn(process.execPath, [path, dir, cacheDir, String(salt), String(pause)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
  });
  const wrong: string[] = [];
  let [rest, errors, frozen, opened] = ['', '', false, false];
  let under: ReturnType<Ledger['begin']> | undefined;
  let tellReady = (): void => {};
  const ready = new Promise<void>((resolve) => (tellReady = resolve));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop()!;
    for (const line of lines) note(line[0]!, JSON.parse(line.slice(2)));
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));

  function note(letter: string, value: unknown): void {
    if (letter === 'F') {
      wrong.push(...ledger.compare(new Map(value as [string, Known][])));
      opened = true;
      tellReady();
    } else if (letter === 'B') under = ledger.begin(value as Act);
    else under!.done(value as [string, Known][], frozen);
  }

  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      tellReady();
      resolve();
    }),
  );
  return { child, ready, ended, freeze: () => (frozen = true), wrong, stderr: () => errors, opened: () => opened };
}
