/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the search box has the keyboard, and names the active option */
import { History, ListFilter, Trash2 } from 'lucide-react';
import { fieldNames, type QueryField } from '#contract/query-fields.ts';
import { useDeskWords } from '../api/words.tsx';
import { type Completion, isArabic } from './complete-query.ts';
import ui from '../ui/ui.module.css';
import css from './library.module.css';

/** What the search box offers: what the word may become, what was searched for before, and to forget that. */
export type Offer = (Completion & { readonly kind: 'completion' | 'recent' }) | { readonly kind: 'forget'; readonly label: string };

type Props = { id: string; offers: readonly Offer[]; active: number; onTake: (offer: Offer) => void };

const icons = { completion: ListFilter, recent: History, forget: Trash2 };

/** The name of a field in the other language: either may be written. */
const otherName = (field: QueryField, label: string): string =>
  `${fieldNames[field].find((name) => isArabic(name) !== isArabic(label)) ?? field}:`;

export function SearchOffers({ id, offers, active, onTake }: Props) {
  const d = useDeskWords();
  return (
    <>
      {offers.length > 0 && (
        <div id={id} role="listbox" aria-label={d.offers} className={css.offers}>
          {offers.map((one, n) => {
            const Icon = icons[one.kind];
            return (
              <div
                key={`${one.kind}-${one.label}`}
                id={`${id}-${n}`}
                role="option"
                aria-selected={n === active}
                // The field keeps the focus.
                onMouseDown={(e) => e.preventDefault()}
                onClick={() => onTake(one)}
              >
                <Icon size={14} aria-hidden />
                <bdi>{one.label}</bdi>
                {one.kind === 'completion' && one.field && <small dir="auto">{otherName(one.field, one.label)}</small>}
              </div>
            );
          })}
        </div>
      )}
      <span className={ui.unseen} aria-live="polite">
        {offers.length > 0 && d.offered}
      </span>
    </>
  );
}
