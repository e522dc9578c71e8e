import { X } from 'lucide-react';
import { languageName } from '#i18n/language-name.ts';
import { formatPlain } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import { Name } from '../ui/name.tsx';
import css from './library.module.css';
import { timeName } from '../seeing/speech.ts';
import { narrowing, type View } from './use-view.ts';

/** The filters in force, each to be taken off where the list is. */
export function Chosen({ view }: { view: View }) {
  const s = useSettings();
  const w = useWords();
  const chosen = narrowing.flatMap((key) => view.url.getAll(key).map((value) => ({ key, value })));
  const { from, to } = view.filters;
  const time = timeName(from, to, s);
  if (chosen.length === 0 && time === undefined) return null;
  return (
    <ul className={css.chosen} aria-label={w.chosen}>
      {chosen.map(({ key, value }) => {
        const name = key === 'year' ? formatPlain(Number(value), s) : key === 'language' ? languageName(value, s) : value;
        return (
          <li key={`${key}:${value}`}>
            <button type="button" aria-label={`${w.removeFilter}: ${name}`} onClick={() => view.put((p) => p.delete(key, value))}>
              <Name text={name} />
              <X size={13} />
            </button>
          </li>
        );
      })}
      {time !== undefined && (
        <li>
          <button
            type="button"
            aria-label={`${w.removeFilter}: ${time}`}
            onClick={() =>
              view.put((p) => {
                p.delete('from');
                p.delete('to');
              })
            }
          >
            <Name text={time} />
            <X size={13} />
          </button>
        </li>
      )}
    </ul>
  );
}
