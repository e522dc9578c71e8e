import { useEffect, useEffectEvent } from 'react';
import { useDeskWords, useWords } from '../api/words.tsx';
import css from './ui.module.css';

/**
 * `lead`: where more is told. `again`: what is offered does again what was undone. `brief`: that something is done as it was asked; it
 * goes by itself, and can be read again among the messages.
 */
export type Notice = { text: string; undo?: (() => void) | undefined; again?: boolean | undefined; lead?: Lead; brief?: boolean };
type Lead = { readonly label: string; readonly go: () => void };

/** Milliseconds. */
const BRIEF = 8000;

/** One notice at a time; it stays until it is answered or another takes its place, but for a brief one. */
export function Toast({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const w = useWords();
  const d = useDeskWords();
  const left = useEffectEvent(onClose);
  useEffect(() => {
    if (!notice?.brief) return;
    const wait = setTimeout(() => left(), BRIEF);
    return () => clearTimeout(wait);
  }, [notice]);
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
          {notice.lead && (
            <button
              type="button"
              onClick={() => {
                onClose();
                notice.lead!.go();
              }}
            >
              {notice.lead.label}
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
