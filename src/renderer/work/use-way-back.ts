// The way back that a notice offers: by the name of its act, and only while that act is the one to be undone or done again.
import { useQuery } from '@tanstack/react-query';
import { actOf } from '#contract/batch.ts';
import type { Item } from '#contract/item.ts';
import { api } from '../api/client.ts';
import type { Notice } from '../ui/toast.tsx';

/** An act to be undone, or `again`: done again. */
export type Way = { readonly act: string; readonly again?: boolean };
export type Notify = (text: string, way?: Way) => void;
export type Told = Notice & { readonly act?: Way | undefined };

/** Undefined when nothing was changed. */
export const wayBack = (before: Item, after: Item): Way | undefined =>
  after.revision > before.revision ? { act: actOf(after) } : undefined;

type Steps = { undo: (act: string) => void; redo: (act: string) => void };

/** What was told, without its way back once another act has come after it. */
export function useWayBack(told: Told | null, { undo, redo }: Steps): Notice | null {
  const { act, again = false } = told?.act ?? {};
  const { data } = useQuery({
    queryKey: ['act.next', act, again],
    enabled: act !== undefined,
    // What stood before this was told says nothing of it.
    gcTime: 0,
    queryFn: ({ signal }) => api.act.next(undefined, { signal }),
  });
  if (!told || act === undefined) return told;
  const { text, nth } = told;
  if (data && data[again ? 'redo' : 'undo']?.act !== act) return { text, nth };
  return { text, nth, again, undo: () => (again ? redo(act) : undo(act)) };
}
