// A system call is refused, each in turn: what was reported done stays, what was refused does not appear, an archive opens.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isFailure } from '#contract/errors.ts';
import { defaultSettings } from '#contract/settings.ts';
import type { Disk } from '#core/archive/disk.ts';
import { createStore, openStore } from '#core/archive/store.ts';
import type { Image } from '../support/disk-image.ts';
import { createCrashDisk } from '../support/crash-disk.ts';
import { createFailingDisk, type Fault, type FaultCode, faultCodes, plausible } from '../support/failing-disk.ts';
import { createKillableDisk } from '../support/killable-disk.ts';
import { contentsFound, type Life, wrongIn } from '../support/store-check.ts';
import { explain, owedBy } from '../support/store-model.ts';
import { at, storeOptions } from '../support/store-options.ts';
import { runProgram } from '../support/store-program.ts';

const full = process.env['WARRAQ_FAULTS'] === 'full';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

type Kinds = NonNullable<Fault['kinds']>;
/** Reading is not refused here: an archive that cannot be read may say so. */
const writing = (code: FaultCode): Kinds => plausible[code].filter((kind) => kind !== 'openRead');

/** Every n-th call once, and from then on; on a full disk also with a short write first. */
function* faultsOf(code: FaultCode, calls: number, every: number): Generator<Fault> {
  const base = { code, kinds: writing(code) };
  for (let nth = 1 + (calls % every); nth <= calls; nth += every) {
    yield { ...base, nth };
    yield { ...base, nth, lasting: true };
    if (code === 'ENOSPC') yield { ...base, nth, lasting: true, short: true };
  }
}

const named = ({ code, nth, lasting, short }: Fault): string => `${code} at ${nth}${lasting ? ' and on' : ''}${short ? ', short' : ''}`;

/** A life of an archive on a disk that fails, and what is wrong with what it leaves, on a sound disk again. */
async function live(fault: Fault, seed: number): Promise<{ calls: number; wrong: string[]; uncoded: string[] }> {
  const crash = createCrashDisk({ seed });
  const disk = createFailingDisk(crash, fault);
  const life = await runProgram({ crash, disk, seed, steps: 5, before: 3 });
  const wrong = [...life.wrong];
  for (const state of crash.crashStates({ seed, from: crash.log.length, draws: 2 })) {
    const found = await wrongIn(state.disk, state.marks, life, state.kind === 'process');
    if (found !== undefined) wrong.push(`${state.kind}: ${found}`);
  }
  const told = (one: string): string => `seed ${seed}, ${named(fault)}: ${one}`;
  return { calls: disk.counted, wrong: wrong.map(told), uncoded: life.uncoded.map(told) };
}

test.each(faultCodes)(
  'a life with %s',
  async (code) => {
    const wrong: string[] = [];
    const uncoded: string[] = [];
    for (const seed of full ? [1, 2, 3, 4] : [1]) {
      const { calls } = await live({ code, kinds: writing(code), nth: Infinity }, seed);
      expect(calls).toBeGreaterThan(5);
      for (const fault of faultsOf(code, calls, full ? 1 : 11)) {
        const outcome = await live(fault, seed);
        wrong.push(...outcome.wrong);
        uncoded.push(...outcome.uncoded);
      }
    }
    expect(wrong).toEqual([]);
    expect(uncoded).toEqual([]);
  },
  600_000,
);

type Left = Life & { readonly image: Image; readonly marks: readonly unknown[] };

/** Archives after a sudden end, with something to mend. */
async function archivesLeft(count: number): Promise<Left[]> {
  const left: Left[] = [];
  for (let seed = 50; left.length < count; seed++) {
    const crash = createCrashDisk({ seed });
    const life = await runProgram({ crash, seed, steps: 8 });
    for (const { image, marks } of crash.crashStates({ seed, limit: 4, from: crash.log.length >> 1 })) left.push({ ...life, image, marks });
  }
  return left.slice(0, count);
}

/** Opens on a disk that fails, tries one act, and opens on the sound disk again. */
async function openOn({ image, marks, ...life }: Left, fault: Fault): Promise<{ calls: number; wrong: string[] }> {
  const crash = createCrashDisk({ seed: 1, image });
  const disk = createFailingDisk(crash, fault);
  const program = createKillableDisk(disk);
  const wrong: string[] = [];
  const acts = [...life.acts, [{ op: 'settings' as const, settings: { ...defaultSettings, theme: 'dark' as const } }]];
  try {
    const store = await openStore({ ...storeOptions(program), mode: 'write' });
    const explained = explain(life.acts, owedBy(marks), await contentsFound(store));
    if (typeof explained === 'string') wrong.push(`opened: ${explained}`);
    crash.mark({ begun: life.acts.length });
    await new Promise((resolve) => resolve(store.commit({ event: 'settings', at, changes: acts.at(-1)! }))).then(
      () => crash.mark({ done: life.acts.length }),
      (error: unknown) => {
        if (!isFailure(error)) wrong.push(`commit fails with ${String(error)}`);
        else if (error.code !== 'archive.outcome-unknown') crash.mark({ gone: life.acts.length });
      },
    );
    await store.close();
  } catch (error) {
    wrong.push(`opening fails: ${String(error)}`);
  }
  if (program.openFiles !== 0) wrong.push(`${program.openFiles} files are left open`);
  for (const state of crash.crashStates({ seed: 1, from: crash.log.length, draws: 1 })) {
    const found = await wrongIn(state.disk, [...marks, ...state.marks], { ...life, acts }, false);
    if (found !== undefined) wrong.push(`${state.kind}: ${found}`);
  }
  return { calls: disk.counted, wrong: wrong.map((one) => `${named(fault)}: ${one}`) };
}

test.each(faultCodes)(
  'opening with %s',
  async (code) => {
    const wrong: string[] = [];
    for (const [at, left] of (await archivesLeft(full ? 12 : 3)).entries()) {
      const { calls } = await openOn(left, { code, kinds: writing(code), nth: Infinity });
      for (const fault of faultsOf(code, calls, full ? 1 : 5))
        wrong.push(...(await openOn(left, fault)).wrong.map((one) => `archive ${at}, ${one}`));
    }
    expect(wrong).toEqual([]);
  },
  600_000,
);

test.each(faultCodes)('making an archive with %s', async (code) => {
  const wrong: string[] = [];
  const make = async (disk: Disk): Promise<void> => (await createStore(storeOptions(disk))).close();
  const counting = createFailingDisk(createCrashDisk({ seed: 1 }), { code, kinds: writing(code), nth: Infinity });
  await make(counting);
  for (const fault of faultsOf(code, counting.counted, 1)) {
    const crash = createCrashDisk({ seed: 1 });
    await make(createFailingDisk(crash, fault)).catch((error: unknown) => {
      if (!isFailure(error)) wrong.push(`${named(fault)}: fails with ${String(error)}`);
    });
    if (crash.openFiles !== 0) wrong.push(`${named(fault)}: ${crash.openFiles} files are left open`);
    await make(crash).catch((error: unknown) => wrong.push(`${named(fault)}: then, on a sound disk: ${String(error)}`));
  }
  expect(wrong).toEqual([]);
});
