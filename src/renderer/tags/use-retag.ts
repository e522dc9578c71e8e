import { useState } from 'react';
import type { RetagProgress } from '#contract/contract.ts';
import { plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { useSettings, useWords } from '../api/words.tsx';
import type { Told } from '../work/use-way-back.ts';

type Working = { readonly done: number; readonly total: number };

/** Merges tags, one merge at a time, and takes the last one back. `last`: what became of it. */
export function useRetag(onFail: (error: unknown) => void) {
  const s = useSettings();
  const w = useWords();
  const [working, setWorking] = useState<Working | null>(null);
  const [last, setLast] = useState<Told | null>(null);

  async function follow(
    steps: Promise<AsyncIterable<RetagProgress>>,
    tell: (done: { changed: number; key?: string | undefined; act?: string | undefined }) => void,
  ) {
    setWorking({ done: 0, total: 0 });
    setLast(null);
    try {
      for await (const step of await steps) {
        if (step.step === 'done') tell(step);
        else setWorking(step);
      }
    } catch (error) {
      onFail(error);
    } finally {
      setWorking(null);
    }
  }

  const unmerge = (key: string) => follow(api.tag.unmerge({ key }), () => setLast({ text: w.unmerged }));
  const merge = (into: string, tags: string[]) =>
    follow(api.tag.merge({ into, tags }), ({ changed, key, act }) =>
      setLast({
        text: plural(changed, w.merged, s),
        undo: key === undefined ? undefined : () => void unmerge(key),
        act: act === undefined ? undefined : { act },
      }),
    );
  return { working, last, merge };
}
