// Where a thread begins. It is told its task once, and then given portions of it.
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Question, Task } from './tasks.ts';

type Work = (portion: never) => unknown;

const tasks: Readonly<Record<Task, () => Promise<Work>>> = {
  fold: async () => (await import('../archive/fold-portion.ts')).foldPortion,
  read: async () => (await import('../jobs/read-inputs.ts')).readPortion,
  scan: async () => (await import('../search/scan-portion.ts')).scanPortion,
  check: async () => (await import('../fixity/check-portion.ts')).checkPortion,
};

const work = tasks[workerData as Task]();

parentPort?.on('message', ({ key, portion }: Question) => {
  void work
    .then((perform) => perform(portion as never))
    .then(
      (value): Answer<unknown> => ({ key, value }),
      (error: unknown): Answer<unknown> => ({ key, error }),
    )
    .then((answer) => parentPort?.postMessage(answer));
});
