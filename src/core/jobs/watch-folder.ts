// A folder that is looked at again and again: what is new or changed in it is taken in once it is quiet.
import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { ImportOptions, ImportOutcome } from '#contract/contract.ts';
import { Failure, isFailure } from '#contract/errors.ts';
import { type FileState, watchedFiles } from '../archive/watched-files.ts';
import { importSources } from './import-paths.ts';
import type { Reader } from './reader.ts';
import { type NamedSource, sourcesOf } from './sources.ts';
import type { Intake } from './take-in.ts';

export type FolderWatch = {
  /**
   * Looks once, and takes in what has not changed since the look before and was not dealt with; an outcome for each, and for each
   * place that cannot be read, which is told once. Throws capture.missing while the folder is not there.
   */
  look(signal?: AbortSignal): AsyncGenerator<ImportOutcome>;
  /** Files seen in the last look that are still changing. */
  readonly waiting: number;
};

/** Throws watch.inside-archive for a folder of the archive itself. */
export async function openWatch(intake: Intake, named: string, options: ImportOptions, reader?: Reader): Promise<FolderWatch> {
  const folder = resolve(named);
  const archive = resolve(intake.store.dir);
  if (isWithin(folder, archive)) throw new Failure('watch.inside-archive', { path: folder });
  const ledger = watchedFiles(archive, folder);
  let done = await ledger.read();
  let before = new Map<string, FileState>();
  let troubles = new Set<string>();
  let waiting = 0;

  async function* look(signal?: AbortSignal): AsyncGenerator<ImportOutcome> {
    const found = await stat(folder).catch(() => undefined);
    if (!found?.isDirectory()) throw new Failure('capture.missing', { path: folder });
    const { files, places, failed } = await lookThrough(folder, (path) => path === archive, signal);
    if (signal?.aborted) return;
    const known = new Set(failed.map(({ path }) => path));
    for (const one of failed) if (!troubles.has(one.path)) yield one;

    const fresh = [...files].filter(([path, state]) => !isSame(done.get(path), state));
    const quiet = fresh.filter(([path, state]) => isSame(before.get(path), state));
    before = files;
    waiting = fresh.length - quiet.length;
    const told = troubles;
    troubles = known;
    // Where a part cannot be read just now, what was done of it is not forgotten.
    const gone = failed.length === 0 ? [...done.keys()].filter((path) => !files.has(path)) : [];
    if (quiet.length === 0 && gone.length === 0) return;
    const next = new Map(done);
    for (const path of gone) next.delete(path);
    const states = new Map(quiet);
    const inputs = quiet.map(([path]) => places.get(path) ?? { path });
    try {
      for await (const outcome of importSources(intake, inputs, options, { signal, reader })) {
        const { path } = outcome;
        if (outcome.outcome === 'left') {
          states.delete(path);
          continue;
        }
        const state = states.get(path);
        if (outcome.outcome === 'failed' && passing.has(outcome.failure.code)) {
          // What hinders it may pass without the file being changed: it is tried again, and told of once.
          states.delete(path);
          known.add(path);
          if (!told.has(path)) yield outcome;
          continue;
        }
        if (state) next.set(path, state);
        yield outcome;
      }
      // Of an input that holds many, parts are named; all have been answered for.
      if (!signal?.aborted) for (const [path, state] of states) next.set(path, state);
    } finally {
      done = next;
      await ledger.write(done);
    }
  }

  return {
    look,
    get waiting() {
      return waiting;
    },
  };
}

const passing: ReadonlySet<string> = new Set(['capture.unreadable', 'capture.missing']);

const isSame = (one: FileState | undefined, other: FileState): boolean => one !== undefined && one[0] === other[0] && one[1] === other[1];

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

type Failed = Extract<ImportOutcome, { outcome: 'failed' }>;

async function lookThrough(folder: string, passedOver: (folder: string) => boolean, signal: AbortSignal | undefined) {
  const files = new Map<string, FileState>();
  /** Of those whose names are no sound text. */
  const places = new Map<string, NamedSource>();
  const failed: Failed[] = [];
  for await (const source of sourcesOf(folder, { passedOver })) {
    const { path, pathBytes, failure } = source;
    if (signal?.aborted) break;
    if (failure) failed.push({ outcome: 'failed', path, failure: { code: failure.code, params: { ...failure.params } } });
    else {
      // One that went away meanwhile is not there.
      const state = await stat(pathBytes ? Buffer.from(pathBytes) : path).catch(() => undefined);
      if (!state?.isFile()) continue;
      files.set(path, [state.size, state.mtimeMs]);
      if (pathBytes) places.set(path, source);
    }
  }
  return { files, places, failed };
}

/** Milliseconds between two looks: longer where a look takes long, so that a large folder does not keep the disk busy. */
const pauseAfter = (lookTook: number): number => Math.max(2000, lookTook * 10);

/** What becomes of a watched folder; `looked` ends each look, `missing` stands for one while the folder is not there. */
export type WatchStep = { readonly step: 'outcome'; readonly outcome: ImportOutcome } | { readonly step: 'looked' | 'missing' };

/** Until the signal is raised. Folders come and go with the disks that they are on. */
export async function* keepWatching(watch: FolderWatch, signal: AbortSignal): AsyncGenerator<WatchStep> {
  while (!signal.aborted) {
    const begun = performance.now();
    try {
      for await (const outcome of watch.look(signal)) yield { step: 'outcome', outcome };
      yield { step: 'looked' };
    } catch (error) {
      if (!isFailure(error) || error.code !== 'capture.missing') throw error;
      yield { step: 'missing' };
    }
    await setTimeout(pauseAfter(performance.now() - begun), undefined, { signal }).catch(() => {});
  }
}
