// Reads inputs in a thread beside, so that a window waits for none: the thread begins with the first, and ends when nothing was
// read for a while.
import { keepThread } from '../threads/kept-thread.ts';
import type { ReadPortion, ReadResult } from './read-inputs.ts';

export type Reader = {
  readonly read: (portion: ReadPortion) => Promise<ReadResult>;
  readonly stop: () => Promise<void>;
};

/** What a page of many megabytes has taken of memory is given back after so many milliseconds. */
const IDLE = 20_000;

export function openReader(): Reader {
  const thread = keepThread('read');
  let asked = 0;
  let idle: NodeJS.Timeout | undefined;
  return {
    async read(portion) {
      clearTimeout(idle);
      asked++;
      try {
        return await thread.ask(portion);
      } finally {
        asked--;
        if (asked === 0) idle = setTimeout(() => void thread.rest(), IDLE).unref();
      }
    },
    async stop() {
      clearTimeout(idle);
      await thread.stop();
    },
  };
}
