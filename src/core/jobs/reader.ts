// Reads inputs in a thread beside, so that a window waits for none: the thread begins with the first, and ends when nothing was
// read for a while.
import { type Thread, startThread } from '../threads/thread.ts';
import type { ReadPortion, ReadResult } from './read-inputs.ts';

export type Reader = {
  readonly read: (portion: ReadPortion) => Promise<ReadResult>;
  readonly stop: () => Promise<void>;
};

/** What a page of many megabytes has taken of memory is given back after so many milliseconds. */
const IDLE = 20_000;

export function openReader(): Reader {
  let thread: Thread<'read'> | undefined;
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;

  async function stop(): Promise<void> {
    const old = thread;
    thread = undefined;
    clearTimeout(idle);
    await old?.stop();
  }

  return {
    async read(portion) {
      clearTimeout(idle);
      // One that ran out of memory has ended: the next input finds another.
      if (!thread || thread.isOver) thread = startThread('read');
      asked++;
      try {
        return await thread.ask(portion);
      } finally {
        asked--;
        if (asked === 0) idle = setTimeout(() => void stop(), IDLE).unref();
      }
    },
    stop,
  };
}
