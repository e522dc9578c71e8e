import { useDeskWords, useWords } from '../api/words.tsx';
import css from './ui.module.css';

/** `again`: what is offered does again what was undone. */
export type Notice = { text: string; undo?: (() => void) | undefined; again?: boolean | undefined };

/** One notice at a time; it stays until it is answered or another takes its place. */
export function Toast({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const w = useWords();
  const d = useDeskWords();
  return (
    <output className={css.toast} aria-label={w.notices}>
      {notice && (
        <span>
          {notice.text}
          {notice.undo && (
            <button type="button" onClick={notice.undo}>
              {notice.again ? d.redo : w.undo}
            </button>
          )}
          <button type="button" onClick={onClose}>
            {w.close}
          </button>
        </span>
      )}
    </output>
  );
}
