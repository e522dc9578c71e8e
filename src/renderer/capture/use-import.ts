import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { ImportOutcome } from '#contract/contract.ts';
import { api, bridge } from '../api/client.ts';
import type { Incoming } from './incoming.ts';
import { openSending, type Queue } from './sending.ts';

/** What became of one file; `thrown` is a refusal of the call itself (too large a file, a lost connection). */
export type Told = ImportOutcome | { outcome: 'thrown'; path: string; error: unknown };
export type Imports = {
  /** One for each article, and for each file that holds none. */
  told: Told[];
  /** Files that were answered for, of so many. */
  done: number;
  total: number;
  running: boolean;
  /** Only the file under way is waited for. */
  stopping: boolean;
  /** Waiting for a person to say so. */
  chosen: Incoming[];
  /** Counts the choices: what was looked at of one is nothing of the next. */
  choice: number;
  choose: (files: Incoming[]) => void;
  /** Those under way go on; these come after them. */
  take: (files: Incoming[]) => void;
  /** The file under way is answered for; those after it are not sent. */
  cancel: () => void;
  /** Back from a choice that was not taken. */
  giveUp: () => void;
  /** Forgets what was told. Nothing under way is stopped by that. */
  clear: () => void;
};

/** Milliseconds. */
const SHOWN_EVERY = 200;

const sendOne = ({ path, ...one }: Incoming, batch: string): Promise<Told[]> =>
  api.capture.add({ path, ...one, import: batch }).then(
    ({ outcomes }): Told[] => outcomes,
    (error: unknown): Told[] => [{ outcome: 'thrown', path, error }],
  );

/** Sends files to the archive one after another and keeps what became of each, wherever in the window a person is. */
export function useImport(onEnd: (told: Told[]) => void): Imports {
  const [told, setTold] = useState<Told[]>([]);
  const [done, setDone] = useState(0);
  const [total, setTotal] = useState(0);
  const [running, setRunning] = useState(false);
  const [stopping, setStopping] = useState(false);
  const [chosen, setChosen] = useState<Incoming[]>([]);
  const [choice, setChoice] = useState(0);
  const all = useRef<Told[]>([]);
  const showing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const queue = useRef<Queue<Incoming>>(undefined);
  const ended = useEffectEvent(onEnd);
  useEffect(() => () => void queue.current?.stop(), []);
  useEffect(() => {
    // A browser asks before it leaves; the shell has no such question, and would only stay open.
    if (!running || bridge) return;
    const stay = (e: BeforeUnloadEvent): void => e.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [running]);

  /** All that was told so far, and not anew for each of very many files. */
  const show = (): void => {
    clearTimeout(showing.current);
    showing.current = undefined;
    setTold([...all.current]);
  };
  const sending = (): Queue<Incoming> =>
    openSending<Incoming, Told>({
      send: sendOne,
      newBatch: () => crypto.randomUUID(),
      onTold: (now) => {
        all.current.push(...now);
        showing.current ??= setTimeout(show, SHOWN_EVERY);
        setDone((before) => before + 1);
      },
      onEnd: () => {
        setRunning(false);
        setStopping(false);
        show();
        ended(all.current);
      },
    });
  const clear = () => {
    all.current = [];
    show();
    setDone(0);
    setTotal(0);
  };
  return {
    told,
    done,
    total,
    running,
    stopping,
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
      const left = queue.current?.stop() ?? [];
      all.current = [...all.current, ...left.map(({ path }): Told => ({ outcome: 'left', path }))];
      show();
      setStopping(true);
    },
    clear,
    take(files) {
      if (files.length === 0) return;
      setChosen([]);
      if (!running) clear();
      setTotal((before) => (running ? before : 0) + files.length);
      setRunning(true);
      setStopping(false);
      queue.current ??= sending();
      queue.current.add(files);
    },
  };
}
