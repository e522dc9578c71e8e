/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- the head of our own grid; the buttons in it have the focus */
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { HitSort, ListSort } from '#contract/search.ts';
import type { ListColumn } from '#contract/settings.ts';
import { useDeskWords, useSettings } from '../api/words.tsx';
import css from './list.module.css';
import type { View } from './use-view.ts';

/** How a column sorts, up and down; the first press takes the first. */
const orders: Readonly<Partial<Record<ListColumn | 'title', readonly [first: ListSort, second: ListSort]>>> = {
  title: ['title', 'title-back'],
  source: ['source', 'source-back'],
  date: ['newest', 'oldest'],
  captured: ['captured', 'first-captured'],
};
const rising: readonly HitSort[] = ['title', 'source', 'oldest', 'first-captured'];

/** The names of the columns; those that sort are buttons. */
export function ListColumns({ view }: { view: View }) {
  const { columns } = useSettings();
  const d = useDeskWords();
  return (
    <div role="rowgroup" className={css.heads}>
      <div role="row" className={css.head} aria-rowindex={1}>
        {(['title', ...columns] as const).map((column) => {
          const order = orders[column];
          const on = order?.some((sort) => sort === view.sort);
          const up = rising.includes(view.sort);
          const next = order && view.sort === order[0] ? order[1] : order?.[0];
          return (
            <span
              key={column}
              role="columnheader"
              className={column === 'title' ? css.title : css.cell}
              data-column={column}
              aria-sort={on ? (up ? 'ascending' : 'descending') : undefined}
            >
              {next ? (
                <button type="button" onClick={() => view.sortBy(next)}>
                  {d.columnNames[column]}
                  {on && (up ? <ArrowUp size={13} aria-hidden /> : <ArrowDown size={13} aria-hidden />)}
                </button>
              ) : (
                d.columnNames[column]
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}
