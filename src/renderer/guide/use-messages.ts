// What the program says: one notice at a time, and all of them since it was opened, to be read again.
import { useRef, useState } from 'react';
import type { Told } from '../work/use-way-back.ts';

export type Said = { readonly text: string /** ISO 8601. */; readonly at: string };
const KEPT = 100;

export function useMessages() {
  const [notice, setNotice] = useState<Told | null>(null);
  const count = useRef(0);
  const [said, setSaid] = useState<readonly Said[]>([]);
  return {
    notice,
    /** Oldest first. */
    said,
    tell: (next: Told): void => {
      setNotice({ ...next, nth: ++count.current });
      setSaid((all) => [...all, { text: next.text, at: new Date().toISOString() }].slice(-KEPT));
    },
    close: () => setNotice(null),
  };
}
