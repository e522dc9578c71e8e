import { X } from 'lucide-react';
import { formatPlain } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import css from './library.module.css';
import type { View } from './use-view.ts';

const keys = ['source', 'year', 'tag'] as const;

/** The filters in force, each to be taken off where the list is. */
export function Chosen({ view }: { view: View }) {
  const s = useSettings();
  const w = useWords();
  const chosen = keys.flatMap((key) => view.url.getAll(key).map((value) => ({ key, value })));
  if (chosen.length === 0) return null;
  return (
    <ul className={css.chosen} aria-label={w.chosen}>
      {chosen.map(({ key, value }) => {
        const name = key === 'year' ? formatPlain(Number(value), s) : value;
        return (
          <li key={`${key}:${value}`}>
            <button type="button" aria-label={`${w.removeFilter}: ${name}`} onClick={() => view.put((p) => p.delete(key, value))}>
              <bdi>{name}</bdi>
              <X size={13} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
