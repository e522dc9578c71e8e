// The power goes at any moment, in any state of what was not synced: all that was reported done is there, nothing is torn.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCrashDisk } from '../support/crash-disk.ts';
import { wrongIn } from '../support/store-check.ts';
import { runProgram } from '../support/store-program.ts';

const full = process.env['WARRAQ_FAULTS'] === 'full';
const size = full
  ? { lives: 60, steps: 24, states: 350, kills: { seeds: [1, 2, 3, 4], every: 1 } }
  : { lives: 4, steps: 14, states: 200, kills: { seeds: [1], every: 5 } };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

let states = 0;

test.each(Array.from({ length: size.lives }, (_, at) => at + 1))(
  'life %i of an archive',
  async (seed) => {
    const crash = createCrashDisk({ seed });
    const life = await runProgram({ crash, seed, steps: size.steps });
    expect(life.wrong).toEqual([]);
    expect(life.uncoded).toEqual([]);
    const wrong: string[] = [];
    for (const { disk, at, kind, marks } of crash.crashStates({
      seed,
      draws: 6,
      names: seed % 2 === 0 ? 'any' : 'folder',
      limit: size.states,
    })) {
      states += 1;
      const found = await wrongIn(disk, marks, life, states % 8 === 0);
      if (found !== undefined) wrong.push(`seed ${seed}, operation ${at}, ${kind}: ${found}`);
    }
    expect(wrong).toEqual([]);
  },
  600_000,
);

test('killed at any call, gone on with, and then the power goes', async () => {
  const wrong: string[] = [];
  for (const seed of size.kills.seeds) {
    for (let killAt = 1, killedAt: number | undefined = 0; killedAt !== undefined; killAt += size.kills.every) {
      const crash = createCrashDisk({ seed });
      const life = await runProgram({ crash, seed, steps: 4, killAt });
      ({ killedAt } = life);
      wrong.push(...life.wrong.map((one) => `seed ${seed}, killed at ${killAt}: ${one}`));
      for (const { disk, at, kind, marks } of crash.crashStates({ seed, draws: 1, from: killedAt ?? crash.log.length, limit: 10 })) {
        states += 1;
        const found = await wrongIn(disk, marks, life, false);
        if (found !== undefined) wrong.push(`seed ${seed}, killed at ${killAt}, operation ${at}, ${kind}: ${found}`);
      }
    }
  }
  expect(wrong).toEqual([]);
}, 600_000);

test('there were enough of them', () => {
  expect(states).toBeGreaterThan(full ? 10_000 : 500);
});
