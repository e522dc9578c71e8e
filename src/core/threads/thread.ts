// A thread of this program beside the one that answers: it is given portions of work, and answers each.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Failure } from '#contract/errors.ts';
import { packageRoot } from '../places.ts';
import type { Answer, Question, Reply, Task, Tasks } from './tasks.ts';

export type Thread<T extends Task> = {
  /** Throws what the task threw, and for all that is still waited for when the thread ends. */
  ask(portion: Parameters<Tasks[T]>[0], options?: AskOptions): Promise<Awaited<ReturnType<Tasks[T]>>>;
  stop(): Promise<void>;
  /** It has ended, by itself or because it was stopped. */
  readonly isOver: boolean;
};

export type AskOptions = {
  /** Aborted, the answer is its reason at once, and the thread is told to leave the work. */
  readonly signal?: AbortSignal | undefined;
  /** Replies to what the task says meanwhile. */
  readonly hear?: ((said: unknown) => unknown) | undefined;
};

type Waiting = Pick<AskOptions, 'hear'> & { resolve: (value: never) => void; reject: (error: unknown) => void };

type Room = { readonly maxYoungGenerationSizeMb: number; readonly maxOldGenerationSizeMb: number };
/** Mostly work is in portions, and what one leaves behind is of no use to the next. */
const PORTION: Room = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 96 };
const rooms: { readonly [T in Task]?: Room } = {
  // There are several at once, and nothing that they make stays.
  scan: { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 64 },
  // Those who answer keep what they have read.
  answer: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 768 },
  // A page of many megabytes makes many nodes.
  read: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 2048 },
  // A volume keeps the places of its pages, and the faces it is set in, until it ends. From 2 GB on V8 would let a heap grow to four
  // times what is in use, by which long volumes would take more than short ones.
  export: { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 2000 },
};

/** Beside the sources while developing, beside the program when built. */
function entry(): string {
  const source = join(import.meta.dirname, 'entry.ts');
  return existsSync(source) ? source : join(packageRoot(), 'out', 'main', 'thread.js');
}

/** It keeps the program alive only while an answer is waited for. */
export function startThread<T extends Task>(task: T): Thread<T> {
  const worker = new Worker(entry(), { workerData: task, resourceLimits: rooms[task] ?? PORTION });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let ended: Error | undefined;

  function settle(key: number): Waiting | undefined {
    const one = waiting.get(key);
    waiting.delete(key);
    if (waiting.size === 0) worker.unref();
    return one;
  }

  function end(error: Error): void {
    ended ??= error;
    for (const key of waiting.keys()) settle(key)?.reject(ended);
  }

  worker.on('message', (answer: Answer<never>) => {
    if ('said' in answer) {
      void reply(answer);
      return;
    }
    const one = settle(answer.key);
    if ('error' in answer) one?.reject(answer.error);
    else if ('failure' in answer) one?.reject(new Failure(answer.failure.code, answer.failure.params as never));
    else one?.resolve(answer.value);
  });
  async function reply({ key, turn, said }: Extract<Answer<never>, { said: unknown }>): Promise<void> {
    // Where no one is to be asked any more the thread goes on with nothing, and sees that it is to stop.
    const heard = await Promise.resolve(waiting.get(key)?.hear?.(said)).catch(() => undefined);
    worker.postMessage({ turn, reply: heard } satisfies Reply);
  }

  worker.on('error', (error) => end(error as Error));
  worker.on('exit', () => end(new Error(`the thread for ${task} has ended`)));

  return {
    get isOver() {
      return ended !== undefined;
    },
    ask: (portion, { signal, hear } = {}) =>
      new Promise((resolve, reject) => {
        if (ended) throw ended;
        signal?.throwIfAborted();
        asked += 1;
        const key = asked;
        const stop = new Int32Array(new SharedArrayBuffer(4));
        signal?.addEventListener(
          'abort',
          () => {
            Atomics.store(stop, 0, 1);
            settle(key)?.reject(signal.reason);
          },
          { once: true },
        );
        waiting.set(key, { resolve, reject, hear });
        worker.ref();
        worker.postMessage({ key, portion, stop } satisfies Question);
      }),
    async stop() {
      await worker.terminate();
    },
  };
}
