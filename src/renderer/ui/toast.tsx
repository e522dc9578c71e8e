import { useWords } from '../api/words.tsx';
import css from './ui.module.css';

export type Notice = { text: string; undo?: (() => void) | undefined };

/** One notice at a time; it stays until it is answered or another takes its place. */
export function Toast({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const w = useWords();
  return (
    <output className={css.toast} aria-label={w.notices}>
      {notice && (
        <span>
          {notice.text}
          {notice.undo && (
            <button type="button" onClick={notice.undo}>
              {w.undo}
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
