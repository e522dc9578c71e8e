// Acts on many articles: each is told of as it goes on, can be stopped, and outlives the dialog that it began in.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BatchProgress, StepProgress } from '#contract/batch.ts';
import { plural } from '#i18n/locale.ts';
import { actName, actNoun } from '#i18n/records.ts';
import { api } from '../api/client.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import type { Notify } from './use-way-back.ts';

export type Job = { key: number; label: string; done: number; total: number; cancel: () => void };
type Telling = { notify: Notify; onFail: (error: unknown) => void };
/** What a long work tells: how far it is, and at last what became of it. */
type Told = { step: 'working'; done: number; total: number } | { step: 'done' };
type Start = (signal: AbortSignal) => Promise<AsyncIterable<BatchProgress>>;

export type Work = {
  jobs: readonly Job[];
  /** An act has begun and not ended: what is counted meanwhile is neither what was nor what will be. */
  busy: boolean;
  /** Begins an act; resolves with what it changed, undefined when it was stopped or failed. `told`: what was done, by the articles changed. */
  run: (label: string, start: Start, told?: (changed: number) => string) => Promise<number | undefined>;
  /** As `run`, for work that changes nothing: resolves with the last that it tells. */
  follow: <T extends Told>(
    label: string,
    start: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
  ) => Promise<Extract<T, { step: 'done' }> | undefined>;
  /** Undoes the last act; with a name, that act alone, and only while it is the last. */
  undo: (act?: string) => void;
  redo: (act?: string) => void;
};

/** Shown only when it takes longer, in milliseconds. */
const PATIENCE = 300;

export function useWork({ notify, onFail }: Telling): Work {
  const s = useSettings();
  const d = useDeskWords();
  const w = useWords();
  const client = useQueryClient();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const [acting, setActing] = useState(0);
  const next = useRef(0);
  const running = useRef(new Set<AbortController>());
  useEffect(() => {
    const { current } = running;
    return () => current.forEach((one) => one.abort());
  }, []);

  /** The last that a stream tells. */
  async function follow<T extends Told>(
    label: string,
    start: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
  ): Promise<Extract<T, { step: 'done' }> | undefined> {
    const key = next.current++;
    const stop = new AbortController();
    running.current.add(stop);
    const cancel = (): void => stop.abort();
    let told: T | undefined;
    let shown = false;
    const show = (done: number, total: number): void => {
      shown = true;
      setJobs((before) => [...before.filter((job) => job.key !== key), { key, label, done, total, cancel }]);
    };
    const wait = setTimeout(() => show(0, 1), PATIENCE);
    try {
      for await (const one of await start(stop.signal)) {
        told = one;
        if (one.step === 'working' && shown) show(one.done, one.total);
      }
    } catch (error) {
      if (stop.signal.aborted) notify(d.stopped);
      else onFail(error);
      return undefined;
    } finally {
      clearTimeout(wait);
      running.current.delete(stop);
      setJobs((before) => before.filter((job) => job.key !== key));
    }
    return told?.step === 'done' ? (told as Extract<T, { step: 'done' }>) : undefined;
  }

  /** When it ends, what it may have changed is asked for anew, before anyone is told that it ended. */
  async function asAct<T>(work: () => Promise<T>): Promise<T> {
    setActing((n) => n + 1);
    try {
      return await work();
    } finally {
      for (const key of ['library', 'settings.get']) void client.invalidateQueries({ queryKey: [key] });
      setActing((n) => n - 1);
    }
  }

  async function step(direction: 'undo' | 'redo', act?: string): Promise<void> {
    const label = direction === 'undo' ? actName('undo', s.language) : actName('redo', s.language);
    const done = await asAct(() => follow<StepProgress>(label, (signal) => api.act[direction]({ act }, { signal })));
    if (!done) return;
    if (done.event === null || done.act === null) {
      notify(direction === 'undo' ? d.nothingToUndo : d.nothingToRedo);
      return;
    }
    const said = (direction === 'undo' ? d.undone : d.redone).replace('{act}', actNoun(done.event, s.language));
    const counted = done.changed > 0 ? `${said} (${plural(done.changed, w.items, s)})` : said;
    const more = [
      ...(done.kept > 0 ? [plural(done.kept, d.kept, s)] : []),
      ...(done.event === 'capture' && direction === 'undo' ? [d.undoneCapture] : []),
    ];
    notify([counted, ...more].join('. '), { act: done.act, again: direction === 'undo' });
  }

  return {
    jobs,
    busy: acting > 0,
    follow,
    undo: (act) => void step('undo', act),
    redo: (act) => void step('redo', act),
    run: async (label, start, told) => {
      const done = await asAct(() => follow<BatchProgress>(label, start));
      if (!done) return undefined;
      notify(told?.(done.changed) ?? plural(done.changed, d.changed, s), done.act === undefined ? undefined : { act: done.act });
      return done.changed;
    },
  };
}
