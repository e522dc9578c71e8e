import { startThread, type Thread } from './thread.ts';
import type { Task } from './tasks.ts';

export type KeptThread<T extends Task> = Pick<Thread<T>, 'ask'> & {
  /** What the thread takes of memory is given back until it is asked again. */
  rest(): Promise<void>;
  /** For good: a question that was on its way is refused, and keeps the program from ending no more. */
  stop(): Promise<void>;
};

/** A thread that begins when it is asked first, and again when it had ended by itself: one that ran out of memory is no reason not to answer the next. */
export function keepThread<T extends Task>(task: T): KeptThread<T> {
  let thread: Thread<T> | undefined;
  let stopped = false;

  async function rest(): Promise<void> {
    const old = thread;
    thread = undefined;
    await old?.stop();
  }

  return {
    ask(portion, options) {
      if (stopped) return Promise.reject(new Error(`no thread for ${task} begins any more`));
      if (!thread || thread.isOver) thread = startThread(task);
      return thread.ask(portion, options);
    },
    rest,
    async stop() {
      stopped = true;
      await rest();
    },
  };
}
