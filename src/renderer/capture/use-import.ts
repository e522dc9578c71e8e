import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ImportOutcome } from '#contract/contract.ts';
import { api, bridge } from '../api/client.ts';
import type { Incoming } from './incoming.ts';

/** What became of one file; `thrown` is a refusal of the call itself (too large a file, a lost connection). */
export type Told = ImportOutcome | { outcome: 'thrown'; path: string; error: unknown };
export type Imports = {
  /** One for each article, and for each file that holds none. */
  told: Told[];
  /** Files that were answered for, of so many. */
  done: number;
  total: number;
  running: boolean;
  /** Waiting for a person to say so. */
  chosen: Incoming[];
  /** Counts the choices: what was looked at of one is nothing of the next. */
  choice: number;
  choose: (files: Incoming[]) => void;
  /** Those under way go on; these come after them. */
  take: (files: Incoming[]) => void;
  /** The file under way is answered for, or is not kept; those after it are not sent. */
  cancel: () => void;
  /** Back from a choice that was not taken. */
  giveUp: () => void;
  /** Forgets what was told. Nothing under way is stopped by that. */
  clear: () => void;
};

/** Sends files to the archive one after another and keeps what became of each, wherever in the window a person is. */
export function useImport(onEnd: (told: Told[], stopped: boolean) => void): Imports {
  const [told, setTold] = useState<Told[]>([]);
  const [done, setDone] = useState(0);
  const [total, setTotal] = useState(0);
  const [running, setRunning] = useState(false);
  const [chosen, setChosen] = useState<Incoming[]>([]);
  const [choice, setChoice] = useState(0);
  const queue = useRef<Incoming[]>([]);
  const abort = useRef<AbortController>(undefined);
  const ended = useEffectEvent(onEnd);
  useEffect(() => () => abort.current?.abort(), []);
  useEffect(() => {
    // A browser asks before it leaves; the shell has no such question, and would only stay open.
    if (!running || bridge) return;
    const stay = (e: BeforeUnloadEvent): void => e.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [running]);

  async function send(signal: AbortSignal): Promise<void> {
    const all: Told[] = [];
    for (let one = queue.current.shift(); one && !signal.aborted; one = queue.current.shift()) {
      const { path } = one;
      const now = await api.capture.add(one, { signal }).then(
        ({ outcomes }): Told[] => outcomes,
        (error: unknown): Told[] => (signal.aborted ? [] : [{ outcome: 'thrown', path, error }]),
      );
      if (signal.aborted) break;
      all.push(...now);
      setTold((before) => [...before, ...now]);
      setDone((before) => before + 1);
    }
    if (!signal.aborted) setRunning(false);
    ended(all, signal.aborted);
  }
  const clear = () => {
    setTold([]);
    setDone(0);
    setTotal(0);
  };
  return {
    told,
    done,
    total,
    running,
    chosen,
    choice,
    choose(files) {
      if (files.length === 0) return;
      setChosen(files);
      setChoice((before) => before + 1);
      if (!running) clear();
    },
    giveUp: () => setChosen([]),
    cancel() {
      queue.current = [];
      abort.current?.abort();
      setRunning(false);
    },
    clear,
    take(files) {
      if (files.length === 0) return;
      setChosen([]);
      queue.current.push(...files);
      setTotal((before) => (running ? before : 0) + files.length);
      if (running) return;
      setTold([]);
      setDone(0);
      setRunning(true);
      abort.current = new AbortController();
      void send(abort.current.signal);
    },
  };
}
