import { useEffect, useRef, useState } from 'react';
import type { ImportOutcome } from '#contract/contract.ts';
import { api } from '../api/client.ts';
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
  choose: (files: Incoming[]) => void;
  take: (files: Incoming[]) => void;
  cancel: () => void;
  clear: () => void;
};

/** Sends files to the archive one after another and keeps what became of each. */
export function useImport(): Imports {
  const [told, setTold] = useState<Told[]>([]);
  const [done, setDone] = useState(0);
  const [total, setTotal] = useState(0);
  const [running, setRunning] = useState(false);
  const [chosen, setChosen] = useState<Incoming[]>([]);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  async function send(files: Incoming[], signal: AbortSignal): Promise<void> {
    for (const one of files) {
      const { path } = one;
      const all = await api.capture.add(one, { signal }).then(
        ({ outcomes }): Told[] => outcomes,
        (error: unknown): Told[] => [{ outcome: 'thrown', path, error }],
      );
      if (signal.aborted) return;
      setTold((before) => [...before, ...all]);
      setDone((before) => before + 1);
    }
    setRunning(false);
  }
  const cancel = () => {
    abort.current?.abort();
    setRunning(false);
  };
  const begin = (count: number) => {
    cancel();
    setTold([]);
    setChosen([]);
    setDone(0);
    setTotal(count);
  };
  return {
    told,
    done,
    total,
    running,
    chosen,
    choose(files) {
      if (files.length === 0) return;
      begin(0);
      setChosen(files);
    },
    cancel,
    clear: () => begin(0),
    take(files) {
      if (files.length === 0) return;
      begin(files.length);
      setRunning(true);
      abort.current = new AbortController();
      void send(files, abort.current.signal);
    },
  };
}
