import { memo, useEffect, useRef, useState } from 'react';
import { formatNumber } from '#i18n/locale.ts';
import { useReadingWords, useSettings, useWords } from '../api/words.tsx';
import type { OpenPdf, Shape } from './open-pdf.ts';
import css from './pages.module.css';

type Props = { pdf: OpenPdf; n: number; near: boolean };

/** Milliseconds: pages that are only passed by are not drawn. */
const DWELL = 60;

/** The room of one page; what is drawn in it is there only while it is in sight, or nearly. */
export const Sheet = memo(function Sheet({ pdf, n, near }: Props) {
  const s = useSettings();
  const w = useWords();
  const r = useReadingWords();
  const room = useRef<HTMLDivElement>(null);
  const [shape, setShape] = useState<Shape>();
  const [state, setState] = useState<'empty' | 'drawn' | 'failed'>('empty');
  useEffect(() => {
    const box = room.current;
    if (!near || !box) return;
    // Of right-to-left pages pdf.js draws what is garbled, but for a canvas of its own direction.
    const canvas = Object.assign(document.createElement('canvas'), { dir: 'ltr' });
    let stop = (): void => {};
    let gone = false;
    const wait = setTimeout(() => {
      const drawing = pdf.draw(n, canvas, box.clientWidth * Math.min(2, Math.max(1.5, devicePixelRatio)), setShape);
      stop = drawing.stop;
      drawing.done.then(
        () => {
          if (gone) return;
          box.replaceChildren(canvas);
          setState('drawn');
        },
        () => gone || setState('failed'),
      );
    }, DWELL);
    return () => {
      gone = true;
      clearTimeout(wait);
      stop();
      // A canvas keeps its pixels until it is collected, unless it has none.
      Object.assign(canvas, { width: 0, height: 0 });
      canvas.remove();
      setState('empty');
    };
  }, [pdf, n, near]);
  const { width, height } = shape ?? pdf.shape;
  const name = `${w.page} ${formatNumber(n, s)}`;
  return (
    <figure className={css.sheet} aria-label={name} data-page={n} data-state={state} style={{ aspectRatio: `${width} / ${height}` }}>
      <div ref={room} aria-hidden />
      {state === 'failed' && <p>{r.pageDamaged.replace('{page}', name)}</p>}
    </figure>
  );
});
