// When work of one thread has its turn.

/** Resolves when what was asked meanwhile has been answered. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Gives a function that runs work when all that it was given before has ended, well or not. */
export function oneAfterAnother(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn.catch(() => {});
    return turn;
  };
}
