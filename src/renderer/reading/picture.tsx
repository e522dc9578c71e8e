import { useEffect, useRef, useState } from 'react';
import { useReadingWords } from '../api/words.tsx';
import ui from '../ui/ui.module.css';
import css from './reading.module.css';

/** A picture that was given as the original. `type` is one of those that a browser draws, whatever the bytes say. */
export function Picture({ file, type }: { file: Blob; type: string }) {
  const r = useReadingWords();
  const shown = useRef<HTMLImageElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file], { type }));
    if (shown.current) shown.current.src = made;
    return () => URL.revokeObjectURL(made);
  }, [file, type]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1)
    <section className={`${ui.frame} ${css.picture}`} aria-label={r.original} tabIndex={0}>
      {failed ? <p role="alert">{r.pictureDamaged}</p> : <img ref={shown} alt={r.originalPicture} onError={() => setFailed(true)} />}
    </section>
  );
}
