// Where a thread begins. It is told its task once, and then given portions of it.
import { parentPort, workerData } from 'node:worker_threads';
import { isFailure } from '#contract/errors.ts';
import type { Answer, Aside, Question, Reply, Task } from './tasks.ts';

type Work = (portion: never, aside: Aside) => unknown;

const tasks: Readonly<Record<Task, () => Promise<Work>>> = {
  fold: async () => (await import('../archive/fold-portion.ts')).foldPortion,
  read: async () => (await import('../jobs/read-inputs.ts')).readPortion,
  build: async () => (await import('../search/build-portion.ts')).buildPortion,
  scan: async () => (await import('../search/scan-portion.ts')).scanPortion,
  trim: async () => (await import('../search/trim-portion.ts')).trimPortion,
  export: async () => (await import('../export/export-portion.ts')).exportPortion,
  check: async () => (await import('../fixity/check-portion.ts')).checkPortion,
  answer: async () => (await import('../jobs/answer-portion.ts')).answerPortion,
};

const work = tasks[workerData as Task]();
const tell = (answer: Answer<unknown>): void => parentPort?.postMessage(answer);
/** What was said and not replied to yet. */
const waiting = new Map<number, (reply: unknown) => void>();
let turns = 0;

function asideOf({ key, stop }: Question): Aside {
  return {
    isStopped: () => Atomics.load(stop, 0) !== 0,
    say: (said) =>
      new Promise((resolve) => {
        turns += 1;
        waiting.set(turns, resolve);
        tell({ key, turn: turns, said });
      }),
  };
}

parentPort?.on('message', (message: Question | Reply) => {
  if ('reply' in message) {
    waiting.get(message.turn)?.(message.reply);
    waiting.delete(message.turn);
    return;
  }
  const { key, portion } = message;
  void work
    .then((perform) => perform(portion as never, asideOf(message)))
    .then(
      (value) => tell({ key, value }),
      // A copy between threads is a plain error: what is told to people is carried apart.
      (error: unknown) => tell(isFailure(error) ? { key, failure: { code: error.code, params: error.params } } : { key, error }),
    );
});
