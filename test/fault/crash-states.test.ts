// The power goes at any moment, in any state of what was not synced: all that was reported done is there, nothing is torn.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createCrashDisk } from '../support/crash-disk.ts';
import { wrongIn } from '../support/store-check.ts';
import { runProgram } from '../support/store-program.ts';

const full = process.env['WARRAQ_FAULTS'] === 'full';
const size = full ? { programs: 40, steps: 24, states: 400 } : { programs: 6, steps: 14, states: 120 };

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

let states = 0;

test.each(Array.from({ length: size.programs }, (_, at) => at + 1))(
  'life %i of an archive',
  async (seed) => {
    const crash = createCrashDisk({ seed });
    const life = await runProgram({ crash, seed, steps: size.steps });
    expect(life.wrong).toEqual([]);
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
  120_000,
);

test('there were enough of them', () => {
  expect(states).toBeGreaterThan(full ? 10_000 : 400);
});
