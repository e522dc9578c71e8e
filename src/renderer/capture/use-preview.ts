import { useEffect, useState } from 'react';
import type { Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import type { ChosenColumns, Incoming } from './incoming.ts';

/** What a file would become. */
export type Became =
  | { step: 'reading' }
  | {
      step: 'read';
      items: Item[];
      refused: { path: string; failure: { code: string; params: Record<string, unknown> } }[];
      duplicateOf?: string;
      /** Articles that are kept, nearly the same as one of the items. */
      near: { at: number; of: string; title: string; similarity: number }[];
    }
  | { step: 'failed'; error: unknown };

/** Reads the first files, one after another, without keeping anything; one whose columns were chosen anew is read again. */
export function usePreview(files: readonly Incoming[], chosen: ReadonlyMap<number, ChosenColumns>): readonly Became[] {
  const [became, setBecame] = useState<ReadonlyMap<number, { columns: ChosenColumns | undefined; now: Became }>>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    async function readAll(): Promise<void> {
      for (const [at, { file, path }] of files.entries()) {
        const columns = chosen.get(at);
        if (became.has(at) && became.get(at)!.columns === columns) continue;
        const now = await api.capture.preview({ file, path, ...(columns ? { columns } : {}) }, { signal }).then(
          (read): Became => ({ step: 'read', ...read }),
          (error: unknown): Became => ({ step: 'failed', error }),
        );
        if (signal.aborted) return;
        setBecame((before) => new Map(before).set(at, { columns, now }));
      }
    }
    void readAll();
    return () => stop.abort();
    // What was read is asked for anew only when the choice changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `became` is what this makes
  }, [files, chosen]);
  return files.map((_, at) => became.get(at)?.now ?? { step: 'reading' });
}
