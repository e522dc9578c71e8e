import { Eraser } from 'lucide-react';
import type { RefObject } from 'react';
import { sorts } from '#contract/search.ts';
import { plural } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { sentenceOf, useSettings, useWords } from '../api/words.tsx';
import { Chosen } from './chosen.tsx';
import css from './library.module.css';
import { SearchBox } from './search-box.tsx';
import ui from '../ui/ui.module.css';
import type { View } from './use-view.ts';

type Props = {
  view: View;
  box: RefObject<HTMLInputElement | null>;
  total: number | undefined;
  error: unknown;
  onEmptyTrash: () => void;
};

/** Above the list: search, the filters in force, the count and the order. */
export function ListHead({ view, box, total, error, onEmptyTrash }: Props) {
  const s = useSettings();
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  const names = { newest: w.newest, oldest: w.oldest, captured: w.captured, title: w.titleSort, source: w.sourceSort };
  const count = total === undefined ? w.loading : plural(total, w.items, s);
  return (
    <div className={css.bar}>
      <SearchBox box={box} query={view.query} onQuery={(text) => view.put((p) => (text === '' ? p.delete('q') : p.set('q', text)))} />
      <Chosen view={view} />
      <div className={css.count}>
        <output>{error ? sentenceOf(error, s.language) : count}</output>
        {!view.query && (
          <select aria-label={w.sort} value={view.sort} onChange={(e) => view.put((p) => p.set('sort', e.target.value))}>
            {sorts.map((sort) => (
              <option key={sort} value={sort}>
                {names[sort]}
              </option>
            ))}
          </select>
        )}
      </div>
      {view.filters.state === 'trashed' && total !== undefined && total > 0 && (
        <button type="button" className={`${ui.button} ${css.emptyTrash}`} disabled={readOnly} onClick={onEmptyTrash}>
          <Eraser size={16} />
          {w.emptyTrash}
        </button>
      )}
    </div>
  );
}
