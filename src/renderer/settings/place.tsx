import { useArchiveInfo } from '../api/archive-info.ts';
import { useWords } from '../api/words.tsx';
import css from './settings.module.css';

/** Where the archive lies, and how it is kept safe. */
export function Place() {
  const w = useWords();
  const info = useArchiveInfo();
  return (
    <section className={css.fixity} aria-labelledby="place">
      <h3 id="place">{w.place}</h3>
      <code className={css.path} dir="ltr">
        {info?.archive}
      </code>
      <p>{w.placeHint}</p>
    </section>
  );
}
