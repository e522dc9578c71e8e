import { useEffect, useEffectEvent, useRef } from 'react';
import { useDeskWords, useWords } from '../api/words.tsx';
import css from './ui.module.css';

/**
 * `lead`: where more is told. `again`: what is offered does again what was undone. `stays`: something was refused or failed, and is
 * to be known. `nth` tells one notice from the next.
 */
export type Notice = {
  text: string;
  undo?: (() => void) | undefined;
  again?: boolean | undefined;
  lead?: Lead;
  stays?: boolean;
  nth?: number;
};
type Lead = { readonly label: string; readonly go: () => void };

/** Milliseconds that a notice stands: that something is done as it was asked; and one that offers something. */
const BRIEF = 8000;
const OFFERING = 60_000;

const patienceOf = ({ stays, undo, lead }: Notice): number | undefined => (stays ? undefined : undo || lead ? OFFERING : BRIEF);

/** Someone is on it, or no one can see it. */
const isHeld = (notice: HTMLElement | null): boolean =>
  document.visibilityState === 'hidden' || notice?.matches(':hover, :focus-within') === true;

/**
 * One notice at a time. It goes when it is answered, when another takes its place, and by itself after a while, but for what stays; it
 * can be read again among the messages. Nobody is hurried: it does not go while the pointer or the keyboard is on it, nor while the
 * window is out of sight (WCAG 2.2 2.2.1).
 */
export function Toast({ notice, onClose }: { notice: Notice | null; onClose: () => void }) {
  const w = useWords();
  const d = useDeskWords();
  const box = useRef<HTMLOutputElement>(null);
  const left = useEffectEvent(onClose);
  const patience = notice ? patienceOf(notice) : undefined;
  const nth = notice?.nth;
  useEffect(() => {
    if (patience === undefined) return;
    let wait: ReturnType<typeof setTimeout>;
    const arm = (time: number): void => {
      wait = setTimeout(() => (isHeld(box.current) ? arm(BRIEF) : left()), time);
    };
    arm(patience);
    return () => clearTimeout(wait);
  }, [nth, patience]);
  return (
    // Above a dialog it can be heard and pressed too, and to press it is no press beside the dialog.
    <output ref={box} className={css.toast} aria-label={w.notices} data-react-aria-top-layer>
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
