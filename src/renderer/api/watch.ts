import type { QueryClient } from '@tanstack/react-query';
import { api } from './client.ts';

/** Refreshes what is shown when the archive changes; reconnects until stopped. */
export async function watchArchive(client: QueryClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      // What was exported stays as it was shown.
      for await (const _ of await api.archive.watch(undefined, { signal }))
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'export' });
    } catch {
      // The connection ended; the next round opens it again.
    }
    await new Promise((wake) => setTimeout(wake, 1000));
  }
}
