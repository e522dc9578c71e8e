import { CircleQuestionMark, Copy, FileInput, Library as Shelf, Settings, Tags, Trash2 } from 'lucide-react';
import type { Facets as All } from '#contract/search.ts';
import type { ShelfChange } from '#contract/shelf.ts';
import { formatNumber } from '#i18n/locale.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { useReadingWords, useSettings, useWords } from '../api/words.tsx';
import { Names } from '../shelf/names.tsx';
import { SavedSearches } from '../shelf/saved-searches.tsx';
import ui from '../ui/ui.module.css';
import { useStill } from '../ui/use-still.ts';
import type { Work } from '../work/use-work.ts';
import { Facets } from './facets.tsx';
import css from './library.module.css';
import { narrowing, type View } from './use-view.ts';

type Props = {
  view: View;
  facets: All | undefined;
  /** They are of what is listed now, and no others are awaited. */
  settled: boolean;
  work: Work;
  notify: (text: string) => void;
  setShelf: (change: ShelfChange) => void;
  onImport: () => void;
  onOpen: (dialog: 'save-search' | 'tags' | 'copies' | 'settings' | 'help') => void;
};

/** All articles: out of the trash, and past every filter; the words that are searched for stay. */
function toAll(p: URLSearchParams): void {
  for (const key of ['state', 'from', 'to', ...narrowing]) p.delete(key);
}

export function Sidebar({ view, facets: counted, settled, work, notify, setShelf, onImport, onOpen }: Props) {
  const s = useSettings();
  const w = useWords();
  const r = useReadingWords();
  const readOnly = useReadOnly() !== null;
  const facets = useStill(counted);
  const trash = view.filters.state === 'trashed';
  const narrowed = view.narrowed;
  const count = (state: string) => {
    const number = facets?.state.find(({ value }) => value === state)?.count;
    return number ? <small aria-hidden>{formatNumber(number, s)}</small> : null;
  };
  const names = { facets, settled, view, work, notify, setShelf };
  return (
    <aside id="sidebar" className={css.side} aria-label={w.filters}>
      <h1>{w.name}</h1>
      <button type="button" className={ui.primary} disabled={readOnly} onClick={onImport}>
        <FileInput size={16} />
        {w.import}
      </button>
      <div>
        <button type="button" className={css.facet} aria-pressed={!trash && !narrowed} onClick={() => view.put(toAll)}>
          <Shelf size={16} />
          <span>{w.all}</span>
          {!narrowed && count('active')}
        </button>
        <button type="button" className={css.facet} aria-pressed={trash} onClick={() => view.put((p) => p.set('state', 'trashed'))}>
          <Trash2 size={16} />
          <span>{w.trash}</span>
          {count('trashed')}
        </button>
      </div>
      <SavedSearches view={view} setShelf={setShelf} onSave={() => onOpen('save-search')} />
      <Names list="collections" {...names} />
      <Names list="tags" {...names} />
      <Facets facets={facets} view={view} />
      <div className={css.last}>
        <button type="button" className={css.facet} onClick={() => onOpen('tags')}>
          <Tags size={16} />
          {w.manageTags}
        </button>
        <button type="button" className={css.facet} onClick={() => onOpen('copies')}>
          <Copy size={16} />
          {w.copies}
        </button>
        <button type="button" className={css.facet} onClick={() => onOpen('settings')}>
          <Settings size={16} />
          {w.settings}
        </button>
        <button type="button" className={css.facet} onClick={() => onOpen('help')}>
          <CircleQuestionMark size={16} />
          {r.help}
        </button>
      </div>
    </aside>
  );
}
