// One worker for a journal: whatever waits together is made durable together, in order.
import type { Act } from '../catalog/change.ts';
import { oneAfterAnother } from '../turns.ts';
import type { Committed } from './store.types.ts';

type Waiting = { act: Act; resolve: (done: Committed) => void; reject: (error: unknown) => void };

export type ActQueue = {
  /** Resolves when the act is durable. */
  add(act: Act): Promise<Committed>;
  /** Runs work while no act is being written. */
  between<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when everything added so far is durable. */
  idle(): Promise<void>;
};

/** At most so many acts become one write. */
const TOGETHER = 512;

/** `persist` makes acts durable; `after` runs when some are, and those who waited for them have been told. */
export function createActQueue(persist: (acts: readonly Act[]) => Promise<Committed[]>, after: () => void): ActQueue {
  const waiting: Waiting[] = [];
  const between = oneAfterAnother();
  const reached = (): Promise<void> => between(async () => {});
  let planned = false;

  async function writeWaiting(): Promise<void> {
    planned = false;
    const batch = waiting.splice(0, TOGETHER);
    if (waiting.length > 0) plan();
    try {
      const done = await persist(batch.map(({ act }) => act));
      for (const [at, { resolve }] of batch.entries()) resolve(done[at]!);
      setImmediate(after);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }

  function plan(): void {
    if (planned) return;
    planned = true;
    void between(writeWaiting);
  }

  return {
    add: (act) =>
      new Promise((resolve, reject) => {
        waiting.push({ act, resolve, reject });
        plan();
      }),
    between,
    async idle() {
      while (waiting.length > 0 || planned) await reached();
      await reached();
    },
  };
}
