import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { DuplicateCluster } from '#contract/contract.ts';
import { api } from '../api/client.ts';

export type Duplicates =
  | { step: 'stopped' }
  | { step: 'working'; done: number; total: number }
  | { step: 'done'; clusters: readonly DuplicateCluster[] }
  | { step: 'failed'; error: unknown };

type Asked = {
  /** Only the copies of these, as they are at first. */
  of?: readonly string[];
  /** Found already. */
  given?: readonly DuplicateCluster[] | undefined;
};

/** Reads every article for near copies, from when it is shown; it ends with what asked for it. */
export function useDuplicates({ of, given }: Asked = {}) {
  const [found, setFound] = useState<Duplicates>(given ? { step: 'done', clusters: given } : { step: 'working', done: 0, total: 0 });
  const abort = useRef<AbortController>(undefined);

  async function run({ signal }: AbortController, only?: readonly string[]): Promise<void> {
    try {
      const asked = { near: true, ...(only ? { of: [...only] } : {}) };
      for await (const told of await api.search.duplicates(asked, { signal })) if (!signal.aborted) setFound(told);
    } catch (error) {
      if (!signal.aborted) setFound({ step: 'failed', error });
    }
  }
  function start(): void {
    abort.current = new AbortController();
    setFound({ step: 'working', done: 0, total: 0 });
    void run(abort.current);
  }
  const begin = useEffectEvent(() => {
    abort.current = new AbortController();
    if (!given) void run(abort.current, of);
  });
  useEffect(() => {
    begin();
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
