// Inputs on their way to the archive, one after another.

type Sending<I, T> = {
  /** `batch` is one from the first input until there are no more: all of that is one import. */
  readonly send: (input: I, batch: string) => Promise<readonly T[]>;
  readonly newBatch: () => string;
  /** What became of one that was sent. */
  readonly onTold: (told: readonly T[]) => void;
  readonly onEnd: () => void;
};

export type Queue<I> = {
  /** Those under way go on; these come after them. */
  add(inputs: readonly I[]): void;
  /**
   * Gives back what is not sent any more. The one under way is waited for, and told: once it is on its way it may be kept at any
   * moment, and what is kept without being told would be met as a stranger the next time.
   */
  stop(): I[];
};

export function openSending<I, T>({ send, newBatch, onTold, onEnd }: Sending<I, T>): Queue<I> {
  /** From `next` on: a folder may have a hundred thousand, and to take the first one off would move all others. */
  let inputs: I[] = [];
  let next = 0;
  let running = false;

  async function run(): Promise<void> {
    const batch = newBatch();
    while (next < inputs.length) onTold(await send(inputs[next++]!, batch));
    running = false;
    [inputs, next] = [[], 0];
    onEnd();
  }

  return {
    add(more) {
      inputs = [...inputs, ...more];
      if (running || inputs.length === 0) return;
      running = true;
      void run();
    },
    stop() {
      const left = inputs.slice(next);
      [inputs, next] = [[], 0];
      return left;
    },
  };
}
