import { useEffect, useRef } from 'react';

/** Milliseconds on a row before its article is opened: while the keys walk, nothing is. */
const DWELL = 110;

export type Dwell = {
  /** Opens the article when the keys have dwelt on it; undefined: none any more. */
  on: (id: string | undefined) => void;
  /** What the keys came to last and nothing else was opened since, open by now or not. */
  last: () => string | undefined;
  forget: () => void;
};

/** The article of the row that the keys stay at. */
export function useDwell(open: (id: string) => void): Dwell {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef<string>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const on = (id: string | undefined): void => {
    clearTimeout(timer.current);
    last.current = id;
    if (id !== undefined) timer.current = setTimeout(() => open(id), DWELL);
  };
  return { on, last: () => last.current, forget: () => on(undefined) };
}
