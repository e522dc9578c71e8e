import { useEffect, useState } from 'react';

/** The text as it stood for so many milliseconds; empty while it changes, and for an empty one at once. */
export function useSettled(text: string, pause: number): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const wait = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(wait);
  }, [text, pause]);
  return settled === text ? text : '';
}
