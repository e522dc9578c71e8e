import { Copy, FileInput, Library as Shelf, Settings, Tags, Trash2 } from 'lucide-react';
import type { Facets as All } from '#contract/search.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { useWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import { Facets } from './facets.tsx';
import css from './library.module.css';
import type { View } from './use-view.ts';

type Props = { view: View; facets: All | undefined; onImport: () => void; onOpen: (dialog: 'tags' | 'copies' | 'settings') => void };

export function Sidebar({ view, facets, onImport, onOpen }: Props) {
  const w = useWords();
  const readOnly = useReadOnly() !== null;
  const trash = view.filters.state === 'trashed';
  return (
    <aside className={css.side} aria-label={w.filters}>
      <h1>{w.name}</h1>
      <button type="button" className={ui.primary} disabled={readOnly} onClick={onImport}>
        <FileInput size={16} />
        {w.import}
      </button>
      <div>
        <button type="button" className={css.facet} aria-pressed={!trash} onClick={() => view.put((p) => p.delete('state'))}>
          <Shelf size={16} />
          {w.all}
        </button>
        <button type="button" className={css.facet} aria-pressed={trash} onClick={() => view.put((p) => p.set('state', 'trashed'))}>
          <Trash2 size={16} />
          {w.trash}
        </button>
      </div>
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
      </div>
    </aside>
  );
}
