import { Bookmark, BookmarkPlus, X } from 'lucide-react';
import { useState } from 'react';
import type { SavedSearch, ShelfChange } from '#contract/shelf.ts';
import { useReadOnly } from '../api/archive-info.ts';
import { useDeskWords, useSettings, useWords } from '../api/words.tsx';
import { addressOf, listedIn, type View } from '../library/use-view.ts';
import { Modal } from '../ui/modal.tsx';
import { submitted } from '../ui/submitted.ts';
import ui from '../ui/ui.module.css';
import css from './shelf.module.css';
import { eitherWay } from '../ui/either-way.ts';

type Props = { view: View; setShelf: (change: ShelfChange) => void; onSave: () => void };

/** Searches by name; the one whose view is open is marked. Always there, so that nothing below it moves as a word is typed. */
export function SavedSearches({ view, setShelf, onSave }: Props) {
  const { searches } = useSettings().shelf;
  const d = useDeskWords();
  const readOnly = useReadOnly() !== null;
  const narrowed = [...listedIn(view.url).keys()].some((key) => key !== 'sort' && key !== 'order' && key !== 'state');
  const here = listedIn(view.url).toString();
  const kept = searches.some((search) => addressOf(search).toString() === here);
  return (
    <section aria-label={d.savedSearches}>
      <h2 className={css.title}>
        {d.savedSearches}
        <button
          type="button"
          className={css.add}
          aria-label={d.saveSearch}
          title={d.saveSearch}
          // Its place is kept, and it stands there when there is something to save.
          data-absent={readOnly || !narrowed || kept}
          onClick={onSave}
        >
          <BookmarkPlus size={15} />
        </button>
      </h2>
      {searches.map((search) => (
        <div key={search.name} className={css.saved}>
          <button
            type="button"
            className={css.recall}
            aria-current={addressOf(search).toString() === here}
            onClick={() => view.recall(search)}
          >
            <Bookmark size={14} aria-hidden />
            <bdi>{search.name}</bdi>
          </button>
          <button
            type="button"
            className={css.forget}
            disabled={readOnly}
            aria-label={`${d.forgetSearch}: ${search.name}`}
            onClick={() => setShelf({ searches: searches.filter((one) => one !== search) })}
          >
            <X size={14} />
          </button>
        </div>
      ))}
    </section>
  );
}

/** Asks for the name; one of the same name takes the place of the other. */
export function SaveSearch({ view, setShelf, onClose }: { view: View; setShelf: (change: ShelfChange) => void; onClose: () => void }) {
  const { searches } = useSettings().shelf;
  const w = useWords();
  const d = useDeskWords();
  const [name, setName] = useState(view.query || [...listedIn(view.url).values()].join(' · ') || d.unnamed);
  const save = (): void => {
    const { query, filters, listSort: sort, order } = view;
    const search: SavedSearch = { name: name.trim() || d.unnamed, query, filters, sort, order };
    setShelf({ searches: [...searches.filter((one) => one.name !== search.name), search] });
    onClose();
  };
  return (
    <Modal title={d.saveSearch} closeLabel={w.close} onClose={onClose}>
      <form onSubmit={submitted(save)} className={css.question}>
        <label className={ui.field}>
          {d.searchName}
          <input
            {...eitherWay}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to write in it
            autoFocus
            value={name}
            onChange={(e) => setName(e.target.value)}
            onFocus={(e) => e.target.select()}
          />
        </label>
        <div className={ui.foot}>
          <button type="submit" className={ui.primary}>
            {w.save}
          </button>
        </div>
      </form>
    </Modal>
  );
}
