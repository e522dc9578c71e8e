import { formatPercent } from '#i18n/locale.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import type { Job } from './use-work.ts';
import css from './work.module.css';

/** What is going on, wherever in the window a person is. */
export function Jobs({ jobs }: { jobs: readonly Job[] }) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  if (jobs.length === 0) return null;
  return (
    <section className={css.jobs} aria-label={w.progress}>
      {jobs.map(({ key, label, done, total, cancel }) => (
        <div key={key} className={css.job}>
          <span>{label}</span>
          <progress className={ui.progress} aria-label={label} value={done} max={total} />
          <small>{formatPercent(total === 0 ? 0 : done / total, s)}</small>
          <button type="button" className={ui.quiet} onClick={cancel}>
            {d.stop}
          </button>
        </div>
      ))}
    </section>
  );
}
