import { useEffect, useRef, useState } from 'react';
import { useReadingWords, useWords } from '../api/words.tsx';
import { faultOf, type Opening, type OpenPdf, openPdf } from './open-pdf.ts';
import ui from '../ui/ui.module.css';
import css from './pages.module.css';
import { Sheet } from './sheet.tsx';

type Opened = { readonly of: Blob; readonly pdf?: OpenPdf; readonly fault?: 'protected' | 'damaged' };

/** The file before stays open until the next is there. */
function usePdf(file: Blob | undefined): Opened | undefined {
  const [opened, setOpened] = useState<Opened>();
  const shown = useRef<Opening>(undefined);
  useEffect(() => {
    if (!file) return;
    let gone = false;
    const opening = openPdf(file);
    const show = (now: Opened): void => {
      if (gone) return;
      shown.current?.close();
      shown.current = opening;
      setOpened(now);
    };
    opening.pdf.then(
      (pdf) => show({ of: file, pdf }),
      (error: unknown) => show({ of: file, fault: faultOf(error) }),
    );
    return () => {
      gone = true;
      if (shown.current !== opening) opening.close();
    };
  }, [file]);
  useEffect(() => () => shown.current?.close(), []);
  return opened;
}

const none: ReadonlySet<number> = new Set();

/** The pages of a PDF below each other. Those in sight, and their neighbours, are drawn; of the others only the room is kept. */
export function Pages({ file, label }: { file: Blob | undefined; label: string }) {
  const w = useWords();
  const r = useReadingWords();
  const box = useRef<HTMLElement>(null);
  const opened = usePdf(file);
  const [near, setNear] = useState(none);
  const pdf = opened?.pdf;
  useEffect(() => {
    const room = box.current;
    if (!pdf || !room) return;
    room.scrollTo(0, 0);
    const watcher = new IntersectionObserver(
      (entries) =>
        setNear((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const n = Number((target as HTMLElement).dataset['page']);
            if (isIntersecting) now.add(n);
            else now.delete(n);
          }
          return now;
        }),
      { root: room, rootMargin: '60% 0px' },
    );
    for (const sheet of room.querySelectorAll('[data-page]')) watcher.observe(sheet);
    return () => {
      watcher.disconnect();
      setNear(none);
    };
  }, [pdf]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1)
    <section ref={box} className={`${ui.frame} ${css.pages}`} aria-label={label} tabIndex={0} aria-busy={file !== opened?.of}>
      {!opened && (
        <div className={`${css.sheet} ${css.coming}`}>
          <output>{w.loading}</output>
        </div>
      )}
      {opened?.fault && <p role="alert">{opened.fault === 'protected' ? r.pdfProtected : r.pdfDamaged}</p>}
      {pdf && Array.from({ length: pdf.count }, (_, at) => <Sheet key={at} pdf={pdf} n={at + 1} near={near.has(at + 1)} />)}
    </section>
  );
}
