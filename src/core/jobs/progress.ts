// Turns a callback into a stream: the latest progress when the reader is ready for it, never a backlog.
export type Progress = { done: number; total: number; pages: number };

export async function* withProgress<T, Y, P = Progress>(
  work: (tell: (progress: P) => void) => Promise<T>,
  show: (progress: P) => Y,
): AsyncGenerator<Y, T> {
  let latest: P | undefined;
  let wake = Promise.withResolvers<void>();
  let over = false;
  const result = work((progress) => {
    latest = progress;
    wake.resolve();
  }).finally(() => {
    over = true;
    wake.resolve();
  });
  result.catch(() => {});
  while (!over) {
    await wake.promise;
    wake = Promise.withResolvers<void>();
    if (latest) yield show(latest);
    latest = undefined;
  }
  return result;
}
