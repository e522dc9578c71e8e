import type { Scope } from '#contract/batch.ts';
import type { HitSort } from '#contract/search.ts';
import { exportOptionsSchema } from '#contract/contract.ts';
import { plural } from '#i18n/locale.ts';
import { missingSentence } from '#i18n/missing.ts';
import { api } from '../api/client.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { Work } from '../work/use-work.ts';
import type { ManyAsked } from './export-many.tsx';

type Telling = { work: Work; notify: (text: string) => void; onFail: (error: unknown) => void };

/** Exports many articles beside all else that is done, and hands over the file. */
export function useExportMany({ work, notify, onFail }: Telling) {
  const s = useSettings();
  const d = useDeskWords();
  return async ({ query, ...scope }: Scope, sort: HitSort, { format, options }: ManyAsked): Promise<void> => {
    const asked = query?.trim() ? { ...scope, query, prefix: true } : scope;
    const done = await work.follow(d.exportNow, (signal) =>
      api.export.run({ ...asked, sort, format, options: exportOptionsSchema.parse(options) }, { signal }),
    );
    if (!done) return;
    try {
      saveFile(await api.export.take({ key: done.key }), done.name);
      const missing = missingSentence(done.missing, s.language);
      notify([plural(done.items, d.exported, s), ...(missing ? [missing] : [])].join(' '));
    } catch (error) {
      onFail(error);
    }
  };
}
