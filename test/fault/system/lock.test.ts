// Two programs fight for one archive. One of them is suspended while it holds the lock, or killed: there are never two
// writers, the lock is never stolen, and after a kill the next one gets it at once.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { counted, lacks, report } from '../support/needs.ts';
import { makeFolder, readAll, withArchive } from '../support/open-archive.ts';
import { randomFrom } from '../support/random.ts';
import { verified } from '../support/verified.ts';

type Fighter = { child: ChildProcess; ask(order: 'take' | 'act' | 'free'): Promise<string>; kill(signal: NodeJS.Signals): Promise<void> };

function fighter(place: readonly string[]): Fighter {
  const path = join(import.meta.dirname, '..', 'support', 'lock-fighter.ts');
  const child = spawn(process.execPath, [path, ...place], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    child,
    async ask(order) {
      child.stdin.write(`${order}\n`);
      const { value, done } = await lines.next();
      return done ? 'ended' : value;
    },
    async kill(signal) {
      child.kill(signal);
      if (signal === 'SIGKILL') await ended;
    },
  };
}

const ROUNDS = counted(20, 200);

test.skipIf(lacks('the lock', 'linux'))(
  `two programs fight for the lock ${ROUNDS} times`,
  async () => {
    const random = randomFrom();
    using folder = makeFolder();
    const witness = join(folder.dir, 'witness');
    const place = [join(folder.dir, 'أرشيف'), join(folder.dir, 'cache'), witness] as const;
    const [dir, cacheDir] = place;
    const figures = { rounds: 0, races: 0, suspended: 0, killed: 0, slowestTakeoverMs: 0, acts: 0 };
    const done: string[] = [];
    let fighters = [fighter(place), fighter(place)];
    const act = async (one: Fighter): Promise<void> => {
      const answer = await one.ask('act');
      expect(answer, `seed ${random.seed}`).toMatch(/^done /);
      done.push(answer.slice(5));
    };
    try {
      for (let round = 0; round < ROUNDS; round++) {
        const why = `seed ${random.seed}, round ${round}`;
        const answers = await Promise.all(fighters.map((one) => one.ask('take')));
        figures.races += 1;
        // Either may come first; the other is told so, unless the first had come and gone.
        expect(answers.toSorted(), why).toEqual(['archive.locked', 'held']);
        const [holder, other] = answers[0] === 'held' ? (fighters as [Fighter, Fighter]) : [fighters[1]!, fighters[0]!];
        await act(holder);
        if (random.under(3) > 0) {
          figures.suspended += 1;
          await holder.kill('SIGSTOP');
          for (let tries = 0; tries < 3; tries++) {
            expect(await other.ask('take'), `${why}: suspended`).toBe('archive.locked');
            await new Promise((later) => setTimeout(later, random.under(40)));
          }
          if (random.under(2) > 0) {
            figures.killed += 1;
            await holder.kill('SIGKILL');
            rmSync(witness);
            const started = performance.now();
            expect(await other.ask('take'), `${why}: killed`).toBe('held');
            figures.slowestTakeoverMs = Math.max(figures.slowestTakeoverMs, Math.round(performance.now() - started));
            await act(other);
            expect(await other.ask('free'), why).toBe('freed');
            fighters = [other, fighter(place)];
            figures.rounds += 1;
            continue;
          }
          await holder.kill('SIGCONT');
          await act(holder);
        }
        expect(await holder.ask('free'), why).toBe('freed');
        figures.rounds += 1;
      }
    } finally {
      await Promise.all(fighters.map((one) => one.kill('SIGKILL')));
    }
    const found = await withArchive(dir, cacheDir, readAll);
    expect(done.filter((id) => !found.has(id))).toEqual([]);
    expect(found.size).toBe(done.length);
    // The chain of sums closes only when one program at a time has written.
    expect(await verified(dir)).toEqual({ missing: [], altered: [] });
    figures.acts = done.length;
    report('the lock', figures);
  },
  3_600_000,
);
