// Keeps each field of a form as it is left, one after another; what cannot be kept stays in the form with the reason.
import { useRef, useState } from 'react';
import type { FieldKey } from '#contract/fields.ts';
import { api } from '../api/client.ts';

export type Autosave = {
  state: 'idle' | 'saving' | 'saved';
  /** An empty list takes the field away. */
  save: (key: FieldKey, values: readonly string[]) => void;
  /** Resolves when all is kept. */
  done: () => Promise<unknown>;
};

export function useAutosave(id: string, onFail: (key: FieldKey, error: unknown) => void): Autosave {
  const [state, setState] = useState<Autosave['state']>('idle');
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const left = useRef(0);
  return {
    state,
    done: () => last.current,
    save(key, values) {
      left.current++;
      setState('saving');
      const change = values.length > 0 ? { set: { [key]: [...values] } } : { unset: [key] };
      last.current = last.current
        .then(() => api.item.edit({ id, ...change }))
        .catch((error: unknown) => onFail(key, error))
        .then(() => {
          left.current--;
          if (left.current === 0) setState('saved');
        });
    },
  };
}
