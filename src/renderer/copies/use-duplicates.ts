import { useEffect, useRef, useState } from 'react';
import type { DuplicateCluster } from '#contract/contract.ts';
import { api } from '../api/client.ts';

export type Duplicates =
  | { step: 'stopped' }
  | { step: 'working'; done: number; total: number }
  | { step: 'done'; clusters: DuplicateCluster[] }
  | { step: 'failed'; error: unknown };

/** Reads every article for near copies, from when it is shown; it ends with what asked for it. */
export function useDuplicates() {
  const [found, setFound] = useState<Duplicates>({ step: 'working', done: 0, total: 0 });
  const abort = useRef<AbortController>(undefined);

  async function run({ signal }: AbortController): Promise<void> {
    try {
      for await (const told of await api.search.duplicates({ near: true }, { signal })) if (!signal.aborted) setFound(told);
    } catch (error) {
      if (!signal.aborted) setFound({ step: 'failed', error });
    }
  }
  function start(): void {
    abort.current = new AbortController();
    setFound({ step: 'working', done: 0, total: 0 });
    void run(abort.current);
  }
  useEffect(() => {
    abort.current = new AbortController();
    void run(abort.current);
    return () => abort.current?.abort();
  }, []);
  return {
    found,
    start,
    cancel: () => {
      abort.current?.abort();
      setFound({ step: 'stopped' });
    },
  };
}
