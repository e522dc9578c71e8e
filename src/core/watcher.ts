// The watched folder of an open window: chosen by a person, remembered beside the archive, followed while it can be written.
import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { importOptionsSchema, type ImportOutcome, type WatchStatus } from '#contract/contract.ts';
import { Failure } from '#contract/errors.ts';
import { systemDisk } from './archive/disk.ts';
import { watchChoice } from './archive/watched-files.ts';
import type { Services } from './core.ts';
import type { Reader } from './jobs/reader.ts';
import type { Log } from './log.ts';

export type WatchState = Omit<WatchStatus, 'picks'>;

export type Watcher = {
  status(): WatchState;
  /** Throws watch.inside-archive, capture.missing, archive.locked when the archive is only read here. */
  choose(folder: string | null): Promise<WatchState>;
  /** A reader has become the writer. */
  resume(): Promise<void>;
  stop(): Promise<void>;
};

/** Refusals that are remembered; the count is told in full. */
const REMEMBERED = 100;

const nothing = { imported: 0, duplicates: 0, waiting: 0, refusedCount: 0, refused: [] };

/** Begins with the folder that was chosen before. `parts` are those of now: a reader may become the writer. */
export function openWatcher(parts: () => Services, reader: Reader, dir: string, log: Log): Watcher {
  const choice = watchChoice(dir, systemDisk);
  let told: WatchState = { folder: null, state: 'off', ...nothing };
  let running: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;

  function note(outcome: ImportOutcome): void {
    if (outcome.outcome === 'imported') told = { ...told, imported: told.imported + 1 };
    else if (outcome.outcome === 'duplicate') told = { ...told, duplicates: told.duplicates + 1 };
    else if (outcome.outcome === 'failed') {
      const refused = [...told.refused, { path: outcome.path, failure: outcome.failure }].slice(-REMEMBERED);
      told = { ...told, refusedCount: told.refusedCount + 1, refused };
    }
  }

  async function run(folder: string, signal: AbortSignal): Promise<void> {
    const { keepWatching, openWatch } = await import('./jobs/watch-folder.ts');
    const watch = await openWatch(parts(), folder, importOptionsSchema.parse({}), reader);
    for await (const one of keepWatching(watch, signal)) {
      if (one.step === 'outcome') note(one.outcome);
      else told = { ...told, state: one.step === 'missing' ? 'missing' : 'watching', waiting: watch.waiting };
    }
  }

  function begin(folder: string): void {
    told = { ...nothing, folder, state: 'watching' };
    const stop = new AbortController();
    const ended = run(folder, stop.signal).catch((error: unknown) => {
      told = { ...told, state: 'off' };
      log('warn', 'the folder is no longer watched', error);
    });
    running = { stop, ended };
  }

  async function end(): Promise<void> {
    running?.stop.abort();
    await running?.ended;
    running = undefined;
  }

  const mayWrite = (): boolean => parts().store.readOnly === undefined;
  async function resume(): Promise<void> {
    const chosen = await choice.read().catch(() => null);
    if (chosen?.folder && mayWrite() && !running) begin(chosen.folder);
  }
  const begun = resume();

  return {
    status: () => (mayWrite() ? told : { ...told, state: 'elsewhere' }),
    async choose(folder) {
      await begun;
      if (!mayWrite()) await parts().store.putObjects([]);
      if (folder !== null) await checked(folder, parts);
      await end();
      await choice.write({ folder });
      told = { ...nothing, folder: null, state: 'off' };
      if (folder !== null) begin(resolve(folder));
      return told;
    },
    resume,
    async stop() {
      await begun;
      await end();
    },
  };
}

async function checked(folder: string, parts: () => Services): Promise<void> {
  const found = isAbsolute(folder) ? await stat(folder).catch(() => undefined) : undefined;
  if (!found?.isDirectory()) throw new Failure('capture.missing', { path: folder });
  const { openWatch } = await import('./jobs/watch-folder.ts');
  await openWatch(parts(), folder, importOptionsSchema.parse({}));
}

/** For commands, which end with what they do. */
export const noWatcher: Watcher = {
  status: () => ({ folder: null, state: 'off', ...nothing }),
  choose: () => Promise.resolve({ folder: null, state: 'off', ...nothing }),
  resume: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};
