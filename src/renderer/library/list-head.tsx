import { ChartColumn, Eraser, PanelLeft, PanelRight } from 'lucide-react';
import type { RefObject } from 'react';
import { type HitSort, hitSorts, sorts } from '#contract/search.ts';
import type { Settings } from '#contract/settings.ts';
import { plural } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { sentenceOf, useDeskWords, useSeeingWords, useSettings, useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import { Chosen } from './chosen.tsx';
import css from './library.module.css';
import { SearchBox } from './search-box.tsx';
import type { View } from './use-view.ts';
import { ViewMenu } from './view-menu.tsx';

type Props = {
  view: View;
  box: RefObject<HTMLInputElement | null>;
  total: number | undefined;
  /** Articles that are chosen, when they are more than one. */
  chosen: number;
  error: unknown;
  set: (change: Partial<Settings>) => void;
  onSidebar: () => void;
  onEmptyTrash: () => void;
  onDown: () => void;
};

/** Above the list: search, the filters in force, the count, the order and the look. */
export function ListHead({ view, box, total, chosen, error, set, onSidebar, onEmptyTrash, onDown }: Props) {
  const s = useSettings();
  const w = useWords();
  const d = useDeskWords();
  const g = useSeeingWords();
  const readOnly = useReadOnly() !== null;
  const Panel = s.language === 'ar' ? PanelRight : PanelLeft;
  const side = s.sidebar === 'shown' ? d.hideSidebar : d.showSidebar;
  const count = total === undefined ? w.loading : plural(total, w.items, s);
  return (
    <div className={css.bar}>
      <SearchBox
        onDown={onDown}
        box={box}
        query={view.query}
        onQuery={(text) => view.put((p) => (text === '' ? p.delete('q') : p.set('q', text)))}
      />
      <Chosen view={view} />
      <div className={css.count}>
        <button type="button" className={css.look} aria-label={side} title={side} onClick={onSidebar}>
          <Panel size={15} aria-hidden />
        </button>
        <output>{error ? sentenceOf(error, s.language) : chosen > 1 ? plural(chosen, d.chosenItems, s) : count}</output>
        <select aria-label={w.sort} value={view.sort} onChange={(e) => view.sortBy(e.target.value as HitSort)}>
          {(view.query.trim() ? hitSorts : sorts).map((sort) => (
            <option key={sort} value={sort}>
              {d.sortNames[sort]}
            </option>
          ))}
        </select>
        <button
          type="button"
          className={css.look}
          aria-label={g.see}
          aria-pressed={view.see !== undefined}
          onClick={() => view.look(view.see ? undefined : 'timeline')}
        >
          <ChartColumn size={15} aria-hidden />
        </button>
        <ViewMenu set={set} />
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
