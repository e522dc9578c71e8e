import { useEffect, useRef } from 'react';
import css from '../ui/ui.module.css';

/** The pages of a PDF, drawn one after another; the reader of PDFs is loaded only here. */
export function Pages({ file, label, page }: { file: File; label: string; page: string }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    let stopped = false;
    let task: { destroy(): Promise<void> } | undefined;
    async function draw() {
      const pdf = await import('pdfjs-dist');
      pdf.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url).href;
      const loading = pdf.getDocument({ data: await file.arrayBuffer() });
      task = loading;
      const doc = await loading.promise;
      box.current?.replaceChildren();
      for (let n = 1; n <= doc.numPages && !stopped; n++) {
        const sheet = await doc.getPage(n);
        const viewport = sheet.getViewport({ scale: 1.5 });
        const canvas = Object.assign(document.createElement('canvas'), { width: viewport.width, height: viewport.height, dir: 'ltr' });
        canvas.setAttribute('role', 'img');
        canvas.setAttribute('aria-label', `${page} ${n}`);
        await sheet.render({ canvas, viewport }).promise;
        if (!stopped) box.current?.append(canvas);
      }
    }
    draw().catch((error: unknown) => stopped || console.error(error));
    return () => {
      stopped = true;
      void task?.destroy();
    };
  }, [file, page]);
  // A scrolling region must take the keyboard (WCAG 2.1.1).
  return <section ref={box} className={css.pages} aria-label={label} tabIndex={0} />;
}
