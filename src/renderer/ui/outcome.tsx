import type { Ref } from 'react';
import { useWords } from '../api/words.tsx';
import type { Notice } from './toast.tsx';
import css from './ui.module.css';

type Props = {
  ref: Ref<HTMLOutputElement>;
  /** Of the bar while it is worked. */
  label: string;
  working: { readonly done: number; readonly total: number } | null;
  notice: Notice | null;
};

/** Within a dialog: how far the work is, then what became of it, with the way back. */
export function Outcome({ ref, label, working, notice }: Props) {
  const w = useWords();
  return (
    <output ref={ref} className={css.outcome} aria-label={w.notices} tabIndex={-1}>
      {working && (
        <progress className={css.progress} aria-label={label} {...(working.total > 0 ? { value: working.done, max: working.total } : {})} />
      )}
      {notice && (
        <span>
          {notice.text}
          {notice.undo && (
            <button type="button" className={css.button} onClick={notice.undo}>
              {w.undo}
            </button>
          )}
        </span>
      )}
    </output>
  );
}
