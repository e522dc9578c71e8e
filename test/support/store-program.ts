// A random life of an archive: acts one by one and at once, settling, quiet, closing, sudden ends. What becomes known on the
// way is marked in the disk's log, for the states of a power cut to be held against.
import { vi } from 'vitest';
import { isFailure } from '#contract/errors.ts';
import type { Disk } from '#core/archive/disk.ts';
import { createStore, openStore } from '#core/archive/store.ts';
import type { Store } from '#core/archive/store.types.ts';
import type { Change } from '#core/catalog/change.ts';
import type { CrashDisk } from './crash-disk.ts';
import { createKillableDisk, type KillableDisk } from './killable-disk.ts';
import { seeded } from './seeded.ts';
import { type ChangesBy, createActs, type Original, originalBy } from './store-acts.ts';
import { type Acts, contentsOf, explain, type Mark, owedBy } from './store-model.ts';
import { contentsFound } from './store-check.ts';
import { at, storeOptions } from './store-options.ts';

export const stepNames = ['one', 'many', 'together', 'capture', 'long', 'settle', 'settleMeanwhile', 'quiet', 'reopen', 'kill'] as const;
export type StepName = (typeof stepNames)[number];

export type ProgramOptions = {
  /** Marks go into its log. */
  crash: CrashDisk;
  /** What the store sees: the disk itself, or something around it. */
  disk?: Disk;
  seed: number;
  /** So many by lot, or these. */
  steps: number | readonly StepName[];
  /** Steps before the store is opened anew on `disk`; until then it sees the crash disk itself. */
  before?: number;
  /** The program is killed while its call of this number is under way, counted from 1, and started again. */
  killAt?: number;
};
export type Program = {
  readonly acts: Acts;
  readonly originals: readonly Original[];
  readonly wrong: readonly string[];
  /** Refusals that are not a code of ours. */
  readonly uncoded: readonly string[];
  /** Length of the disk's log when it was killed at the call given; undefined when it did not come so far. */
  readonly killedAt: number | undefined;
};

/** Needs fake timers (setTimeout), so that quiet comes when it is its turn. */
export async function runProgram({ crash, disk = crash, seed, steps, before = 0, killAt }: ProgramOptions): Promise<Program> {
  const random = seeded(seed);
  const { changesBy } = createActs(random);
  const acts: (readonly Change[])[] = [];
  const originals: Original[] = [];
  const wrong: string[] = [];
  const uncoded: string[] = [];
  let killedAt: number | undefined;
  const marks: Mark[] = [];
  /** Acts of which the disk did not say whether it has them: that they are read proves nothing of a later power cut. */
  const unknown = new Set<number>();
  /** Such a store takes no more acts until it is opened again. */
  let stuck = false;
  let seen: Disk = before > 0 ? crash : disk;
  let view: KillableDisk = createKillableDisk(seen, killAt);
  let store: Store | undefined;
  let lastSeq = 0;

  function mark(value: Mark): void {
    marks.push(value);
    crash.mark(value);
  }

  function refused(what: string, error: unknown): string | undefined {
    if (isFailure(error)) return error.code;
    uncoded.push(`${what}: ${String(error)}`);
    return undefined;
  }

  /** Acts made on what stands once all begun acts are done. */
  function nextChanges(kind: Parameters<ChangesBy>[1]): readonly Change[] {
    const { done, open } = owedBy(marks);
    return changesBy(contentsOf(acts, [...done, ...open]), kind);
  }

  async function commit(changes: readonly Change[]): Promise<void> {
    const number = acts.push(changes) - 1;
    mark({ begun: number });
    const from = view;
    try {
      // Not awaited before the call: acts reach the store in the order of their numbers.
      const { seq } = await new Promise<{ seq: number }>((resolve) => resolve(store!.commit({ event: 'edit', at, changes })));
      if (from !== view) return;
      if (seq <= lastSeq) wrong.push(`act ${number} has number ${seq} after ${lastSeq}`);
      lastSeq = seq;
      mark({ done: number });
    } catch (error) {
      if (from !== view) return;
      if (refused('commit', error) === 'archive.outcome-unknown') {
        unknown.add(number);
        stuck = true;
      } else mark({ gone: number });
    }
  }

  async function keep(count: number): Promise<readonly Original[] | undefined> {
    const some = Array.from({ length: count }, () => originalBy(random, originals));
    originals.push(...some);
    try {
      await store!.putObjects(some.map(({ bytes }) => bytes));
    } catch (error) {
      refused('putObjects', error);
      return undefined;
    }
    for (const { sha256 } of some) mark({ kept: sha256 });
    return some;
  }

  /** Opens, and learns which open acts have come to be. */
  async function open(): Promise<void> {
    store = undefined;
    lastSeq = 0;
    stuck = false;
    try {
      store = await (marks.some((one) => 'created' in one)
        ? openStore({ ...storeOptions(view), mode: 'write' })
        : createStore(storeOptions(view)));
    } catch (error) {
      wrong.push(`opening fails: ${String(error)}`);
      return;
    }
    if (!marks.some((one) => 'created' in one)) mark({ created: true });
    const owed = owedBy(marks);
    const explained = explain(acts, owed, await contentsFound(store));
    if (typeof explained === 'string') wrong.push(`after opening: ${explained}`);
    else for (const number of owed.open) if (!unknown.has(number)) mark(explained.includes(number) ? { done: number } : { gone: number });
  }

  async function close(): Promise<void> {
    await store!.close().catch((error: unknown) => refused('close', error));
    if (view.openFiles !== 0) wrong.push(`closing leaves ${view.openFiles} files open`);
  }

  const settle = (): Promise<unknown> => store!.settle().catch((error: unknown) => refused('settle', error));
  const together = (count: number): Promise<unknown> => Promise.all(Array.from({ length: count }, () => commit(nextChanges({ most: 3 }))));

  const step: Record<StepName, () => Promise<unknown>> = {
    one: () => commit(nextChanges({ most: 1 })),
    many: () => commit(nextChanges({ most: 5 })),
    together: () => together(2 + random.int(3)),
    async capture() {
      const kept = await keep(1 + random.int(3));
      if (kept) await commit(nextChanges({ named: kept }));
    },
    long: () => commit(nextChanges('long')),
    settle,
    settleMeanwhile: () => Promise.all([settle(), together(2)]),
    quiet: () => vi.advanceTimersByTimeAsync(random.pick([30, 5000])),
    async reopen() {
      await close();
      view = createKillableDisk(seen);
      await open();
    },
    async kill() {
      const from = view;
      void together(random.int(3));
      if (random.chance(0.3)) void settle();
      for (let wait = random.int(60); wait > 0; wait--) await Promise.resolve();
      await from.kill();
      if (view !== from) return;
      view = createKillableDisk(seen);
      await open();
    },
  };
  const lots: readonly StepName[] = [
    'one',
    'many',
    'together',
    'capture',
    ...stepNames.filter((name) => name !== 'long' || random.chance(0.2)),
  ];
  const count = typeof steps === 'number' ? steps : steps.length;

  function nextStep(turn: number): StepName {
    if (turn === 0 && before > 0) return random.pick(['reopen', 'kill']);
    if (stuck) return random.pick(['one', 'reopen', 'kill']);
    return typeof steps === 'number' || turn < 0 ? random.pick(lots) : steps[turn]!;
  }

  /** Does something, and opens anew when the program was killed over it. */
  async function through(work: () => Promise<unknown>): Promise<void> {
    const from = view;
    await Promise.race([work(), from.cutShort]);
    if (view !== from || !from.isKilled) return;
    killedAt = crash.log.length;
    view = createKillableDisk(seen);
    await open();
  }

  await through(open);
  for (let turn = -before; turn < count && store && unknown.size <= 6; turn++) {
    if (turn === 0) seen = disk;
    await through(step[nextStep(turn)]);
  }
  if (store && random.chance(0.5)) await through(close);
  await view.kill();
  // Those of killed stores would keep them all in memory.
  vi.clearAllTimers();
  return { acts, originals, wrong, uncoded, killedAt };
}
