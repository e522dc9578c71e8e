import type { QueryClient } from '@tanstack/react-query';
import { api } from './client.ts';

/** What was exported, and the bytes of an original, stay as they are shown. */
const still: ReadonlySet<unknown> = new Set(['export', 'item.original']);

/** Refreshes what is shown when the archive changes; reconnects until stopped. */
export async function watchArchive(client: QueryClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const _ of await api.archive.watch(undefined, { signal }))
        void client.invalidateQueries({ predicate: ({ queryKey }) => !still.has(queryKey[0]) });
    } catch {
      // The connection ended; the next round opens it again.
    }
    await new Promise((wake) => setTimeout(wake, 1000));
  }
}
