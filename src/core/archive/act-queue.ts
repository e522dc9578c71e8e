// One worker for a store: whatever waits together is made durable together, then folded into files, in order.
import type { Act } from '../catalog/change.ts';

type Waiting = { act: Act; resolve: (seq: number) => void; reject: (error: unknown) => void };

export type ActQueue = {
  /** Resolves with the act's sequence number when it is durable. */
  add(act: Act): Promise<number>;
  /** Resolves when everything added so far is durable and folded. */
  idle(): Promise<void>;
};

/** `persist` makes acts durable and gives their sequence numbers; `fold` brings the files up to them, and never throws. */
export function createActQueue(
  persist: (acts: readonly Act[]) => Promise<number[]>,
  fold: (acts: readonly Act[]) => Promise<void>,
): ActQueue {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const acts = batch.map(({ act }) => act);
      try {
        const numbers = await persist(acts);
        for (const [at, { resolve }] of batch.entries()) resolve(numbers[at]!);
      } catch (error) {
        for (const { reject } of batch) reject(error);
        continue;
      }
      await fold(acts);
    }
    running = undefined;
  }

  return {
    add: (act) =>
      new Promise((resolve, reject) => {
        waiting.push({ act, resolve, reject });
        running ??= Promise.resolve().then(work);
      }),
    idle: async () => {
      while (running) await running;
    },
  };
}
