import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether the page is being put on paper: what is drawn for it must be there when that begins. */
export function usePrinting(): boolean {
  const [printing, set] = useState(false);
  useEffect(() => {
    const begin = (): void => flushSync(() => set(true));
    const end = (): void => set(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
