import { useSyncExternalStore } from 'react';

const subscribe = (wake: () => void) => {
  addEventListener('hashchange', wake);
  return () => removeEventListener('hashchange', wake);
};

/** The query string behind the hash. */
export const useHashSearch = (): string => useSyncExternalStore(subscribe, () => location.hash.split('?')[1] ?? '');
