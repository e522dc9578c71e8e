import { useEffect, useRef, useState } from 'react';
import type { Verification } from '#contract/contract.ts';
import { api } from '../api/client.ts';

export type Verify =
  | { step: 'idle' | 'stopped' }
  | { step: 'working'; checked: number }
  | { step: 'done'; result: Verification }
  | { step: 'failed'; error: unknown };

/** One verification at a time; it ends with what asked for it. */
export function useVerify() {
  const [verify, setVerify] = useState<Verify>({ step: 'idle' });
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);
  async function run({ signal }: AbortController): Promise<void> {
    try {
      for await (const told of await api.archive.verify(undefined, { signal })) if (!signal.aborted) setVerify(told);
    } catch (error) {
      if (!signal.aborted) setVerify({ step: 'failed', error });
    }
  }
  return {
    verify,
    start: () => {
      abort.current = new AbortController();
      setVerify({ step: 'working', checked: 0 });
      void run(abort.current);
    },
    cancel: () => {
      abort.current?.abort();
      setVerify({ step: 'stopped' });
    },
  };
}
