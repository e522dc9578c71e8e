// What the window is asked to do: to the archive, to the selection, and to itself.
import { useQueryClient } from '@tanstack/react-query';
import type { BatchInput, Scope } from '#contract/batch.ts';
import type { Settings } from '#contract/settings.ts';
import type { ShelfChange } from '#contract/shelf.ts';
import { formatNumber, plural } from '#i18n/locale.ts';
import { api } from '../api/client.ts';
import { keepSettings } from '../api/kept-settings.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import { citationsOf, copy, MOST_CITED } from '../citation/cite.ts';
import type { Work } from '../work/use-work.ts';

type Telling = { work: Work; notify: (text: string) => void; onFail: (error: unknown) => void };

export function useDesk({ work, notify, onFail }: Telling) {
  const s = useSettings();
  const d = useDeskWords();
  const client = useQueryClient();
  return {
    /** Shown at once, and kept. */
    set: (change: Partial<Settings>): void => {
      client.setQueryData<Settings>(['settings.get'], (now) => (now ? { ...now, ...change } : now));
      void keepSettings(change).catch((error: unknown) => {
        void client.invalidateQueries({ queryKey: ['settings.get'] });
        onFail(error);
      });
    },
    setShelf: (change: ShelfChange): void => {
      void api.shelf
        .set(change)
        .then((shelf) => client.setQueryData<Settings>(['settings.get'], (now) => (now ? { ...now, shelf } : now)), onFail);
    },
    runBatch: (label: string, scope: Scope, batch: BatchInput, told?: (changed: number) => string) =>
      work.run(label, (signal) => api.batch.run({ scope, batch }, { signal }), told),
    cite: async (scope: Scope, count: number): Promise<void> => {
      if (count > MOST_CITED) {
        notify(d.citeMost.replace('{n}', formatNumber(MOST_CITED, s)));
        return;
      }
      try {
        const lines = await citationsOf(scope, s);
        notify(copy(lines, s) ? plural(lines.length, d.cited, s) : d.notCopied);
      } catch (error) {
        onFail(error);
      }
    },
  };
}
