import { useEffect, useRef } from 'react';
import { formatNumber } from '#i18n/locale.ts';
import { useSettings, useWords } from '../api/words.tsx';
import css from './export.module.css';

/** The pages of a PDF, drawn one after another; the reader of PDFs is loaded only here. */
export function Pages({ file }: { file: File | undefined }) {
  const s = useSettings();
  const w = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!file) return;
    let stopped = false;
    let task: { destroy(): Promise<void> } | undefined;
    async function draw(bytes: Promise<ArrayBuffer>) {
      const pdf = await import('pdfjs-dist');
      pdf.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url).href;
      const loading = pdf.getDocument({ data: await bytes });
      task = loading;
      const doc = await loading.promise;
      if (!stopped) box.current?.replaceChildren();
      for (let n = 1; n <= doc.numPages && !stopped; n++) {
        const sheet = await doc.getPage(n);
        const viewport = sheet.getViewport({ scale: 1.5 });
        const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height, dir: 'ltr' });
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', `${w.page} ${formatNumber(n, s)}`);
        await sheet.render({ canvas, viewport }).promise;
        if (!stopped) box.current?.append(canvas);
      }
    }
    draw(file.arrayBuffer()).catch((error: unknown) => stopped || console.error(error));
    return () => {
      stopped = true;
      void task?.destroy();
    };
  }, [file, w, s]);
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must take the keyboard (WCAG 2.1.1)
  return <section ref={box} className={css.pages} aria-label={w.preview} tabIndex={0} />;
}
