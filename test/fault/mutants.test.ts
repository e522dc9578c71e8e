// The test of crash states is one only if it notices a store that forgets to sync, or that asks a failed sync again.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Disk } from '#core/archive/disk.ts';
import { type CrashDisk, createCrashDisk } from '../support/crash-disk.ts';
import { createFailingDisk } from '../support/failing-disk.ts';
import { omissions, omitting, retryingSyncs } from '../support/mutants.ts';
import { wrongIn } from '../support/store-check.ts';
import { runProgram } from '../support/store-program.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Whether some state of some life is wrong. */
async function isCaught(mutant: (disk: CrashDisk, seed: number) => Disk): Promise<boolean> {
  for (let seed = 1; seed <= 12; seed++) {
    const crash = createCrashDisk({ seed });
    const life = await runProgram({ crash, disk: mutant(crash, seed), seed, steps: 10 });
    if (life.wrong.length > 0) return true;
    for (const { disk, marks } of crash.crashStates({ seed, limit: 60 }))
      if ((await wrongIn(disk, marks, life, false)) !== undefined) return true;
  }
  return false;
}

test('the store itself is not caught', async () => {
  const crash = createCrashDisk({ seed: 1 });
  const life = await runProgram({ crash, seed: 1, steps: 10 });
  expect(life.wrong).toEqual([]);
  for (const { disk, marks } of crash.crashStates({ seed: 1, limit: 60 })) expect(await wrongIn(disk, marks, life, false)).toBeUndefined();
}, 120_000);

test.each(omissions)(
  'a store without %s is caught',
  async (omission) => {
    expect(await isCaught((disk) => omitting(disk, omission))).toBe(true);
  },
  120_000,
);

test.each(['dataSync', 'sync'] as const)(
  'a store that asks a failed %s again is caught',
  async (kind) => {
    const nth = (seed: number): number => 1 + (seed % 5);
    expect(await isCaught((disk, seed) => retryingSyncs(createFailingDisk(disk, { code: 'EIO', kinds: [kind], nth: nth(seed) })))).toBe(
      true,
    );
  },
  120_000,
);
