// A thread of this program beside the one that answers: it is given portions of work, and answers each.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../places.ts';
import type { Answer, Question, Task, Tasks } from './tasks.ts';

export type Thread<T extends Task> = {
  /** Throws what the task threw, and for all that is still waited for when the thread ends. */
  ask(portion: Parameters<Tasks[T]>[0]): Promise<Awaited<ReturnType<Tasks[T]>>>;
  stop(): Promise<void>;
};

type Waiting = { resolve: (value: never) => void; reject: (error: unknown) => void };

/** Its work is in portions, and what one leaves behind is of no use to the next. A page of many megabytes makes many nodes. */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 96 };
const memoryOf = (task: Task): typeof MEMORY => (task === 'read' ? { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 2048 } : MEMORY);

/** Beside the sources while developing, beside the program when built. */
function entry(): string {
  const source = join(import.meta.dirname, 'entry.ts');
  return existsSync(source) ? source : join(packageRoot(), 'out', 'main', 'thread.js');
}

/** It keeps the program alive only while an answer is waited for. */
export function startThread<T extends Task>(task: T): Thread<T> {
  const worker = new Worker(entry(), { workerData: task, resourceLimits: memoryOf(task) });
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
    const one = settle(answer.key);
    if ('error' in answer) one?.reject(answer.error);
    else one?.resolve(answer.value);
  });
  worker.on('error', (error) => end(error as Error));
  worker.on('exit', () => end(new Error(`the thread for ${task} has ended`)));

  return {
    ask: (portion) =>
      new Promise((resolve, reject) => {
        if (ended) throw ended;
        asked += 1;
        waiting.set(asked, { resolve, reject });
        worker.ref();
        worker.postMessage({ key: asked, portion } satisfies Question);
      }),
    async stop() {
      await worker.terminate();
    },
  };
}
