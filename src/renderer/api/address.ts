// The address of what is shown: a path and a query behind the hash, so that a link holds the whole view.
import { useSyncExternalStore } from 'react';

const wakes = new Set<() => void>();
const wakeAll = (): void => {
  for (const wake of wakes) wake();
};

function subscribe(wake: () => void): () => void {
  if (wakes.size === 0) addEventListener('hashchange', wakeAll);
  wakes.add(wake);
  return () => {
    wakes.delete(wake);
    if (wakes.size === 0) removeEventListener('hashchange', wakeAll);
  };
}

export const pathNow = (): string => location.hash.slice(1).split('?')[0] || '/';
export const queryNow = (): string => location.hash.split('?')[1] ?? '';

/** Whoever shows the address shows the new one with what else changed: `hashchange` would come in a later task. */
function go(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, '', `#${to}`);
  else history.pushState(null, '', `#${to}`);
  wakeAll();
}

/** As the hooks of the router want them. */
export const useHashPath = (): [string, typeof go] => [useSyncExternalStore(subscribe, pathNow), go];
export const useHashQuery = (): string => useSyncExternalStore(subscribe, queryNow);
