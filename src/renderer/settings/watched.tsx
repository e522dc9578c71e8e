import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FolderOpen, FolderSync } from 'lucide-react';
import { useId, useState } from 'react';
import { plural } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { api } from '../api/client.ts';
import { sentenceOf, useCaptureWords, useDeskWords, useSettings } from '../api/words.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './settings.module.css';

/** While it is in sight, what becomes of the folder is asked for so often, in milliseconds. */
const EVERY = 1500;

/** A folder whose new files come in by themselves: its path, how it goes, what was refused. */
export function Watched() {
  const s = useSettings();
  const c = useCaptureWords();
  const d = useDeskWords();
  const id = useId();
  const client = useQueryClient();
  const readOnly = useReadOnly() !== null;
  const { data } = useQuery({ queryKey: ['watch.get'], queryFn: () => api.watch.get(), refetchInterval: EVERY });
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<unknown>();
  if (!data) return null;
  const { folder, state, imported, duplicates, waiting, refused, refusedCount } = data;
  const path = typed ?? folder ?? '';
  const set = (wanted: string | null): void => {
    setError(undefined);
    void api.watch.set({ folder: wanted }).then((now) => {
      setTyped(undefined);
      client.setQueryData(['watch.get'], now);
    }, setError);
  };
  const pick = (): void => {
    setError(undefined);
    void api.watch.pick().then(({ folder: picked }) => {
      if (picked !== null) set(picked);
    }, setError);
  };
  const counts = [
    plural(imported, d.importedItems, s),
    ...(duplicates > 0 ? [plural(duplicates, d.alreadyThere, s)] : []),
    ...(refusedCount > 0 ? [plural(refusedCount, d.refusedCount, s)] : []),
  ];
  return (
    <section className={css.fixity} aria-labelledby={id}>
      <h3 id={id}>{c.watched}</h3>
      <p>{c.watchedHint}</p>
      <form className={css.run} onSubmit={submitted(() => path.trim() !== '' && set(path.trim()))}>
        <input
          className={css.path}
          aria-label={c.folderPath}
          dir="ltr"
          value={path}
          disabled={readOnly}
          onChange={(e) => setTyped(e.target.value)}
        />
        {data.picks && (
          <button type="button" className={ui.button} disabled={readOnly} onClick={pick}>
            <FolderOpen size={16} aria-hidden />
            {c.pickFolder}
          </button>
        )}
        <button type="submit" className={ui.button} disabled={readOnly || path.trim() === '' || path.trim() === folder}>
          <FolderSync size={16} aria-hidden />
          {c.watch}
        </button>
        {folder !== null && (
          <button type="button" className={ui.quiet} disabled={readOnly} onClick={() => set(null)}>
            {c.stopWatching}
          </button>
        )}
      </form>
      <div aria-live="polite">
        {error !== undefined && <p>{sentenceOf(error, s.language)}</p>}
        <p>{c.watchState[state]}</p>
        {folder !== null && <p>{[counts.join(' · '), ...(waiting > 0 ? [plural(waiting, c.watchWaiting, s)] : [])].join(' — ')}</p>}
      </div>
      {refused.length > 0 && (
        <div className={css.found}>
          <ul aria-label={c.watchRefused}>
            {refused.map(({ path: one, failure }, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same file may be refused again
              <li key={`${at}-${one}`} dir="auto">
                {sentenceOf({ data: failure }, s.language)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
