// A PDF, opened to be looked at: no script of it runs, nothing that it names is fetched. The reader of PDFs is loaded only here.
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';

export type Shape = { readonly width: number; readonly height: number };
export type OpenPdf = {
  readonly count: number;
  /** Of the first page, in points; the others are taken to be like it until they are drawn. */
  readonly shape: Shape;
  /**
   * Draws a page, counted from 1, as wide as the canvas is to be in device pixels, or smaller where that is too much to keep.
   * `stop` ends it at its next step. Rejects for a page that cannot be drawn, and when it is stopped.
   */
  readonly draw: (n: number, canvas: HTMLCanvasElement, width: number, onShape: (shape: Shape) => void) => Drawing;
};
export type Drawing = { readonly done: Promise<void>; readonly stop: () => void };
export type Opening = { readonly pdf: Promise<OpenPdf>; readonly close: () => void };

/** Of a canvas, and of a picture within a page, in pixels: what a page says of its own size bounds nothing. */
const MOST_PIXELS = 4_000_000;
const MOST_SIDE = 8_000;
const MOST_PICTURE = 100_000_000;

/** A4. */
const PAPER: Shape = { width: 595, height: 842 };

const shapeOf = (page: PDFPageProxy): Shape => {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
};

/** Pixels to a point. */
function scaleFor({ width, height }: Shape, wanted: number): number {
  return Math.min(wanted / width, Math.sqrt(MOST_PIXELS / (width * height)), MOST_SIDE / Math.max(width, height));
}

export function openPdf(file: Blob): Opening {
  let closed = false;
  let close = (): void => {};
  async function open(): Promise<OpenPdf> {
    const [reader, data] = await Promise.all([import('pdfjs-dist'), file.arrayBuffer()]);
    reader.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.mjs', import.meta.url).href;
    if (closed) throw new Error('It was closed meanwhile.');
    const { getDocument, VerbosityLevel } = reader;
    const task = getDocument({
      data,
      enableXfa: false,
      maxImageSize: MOST_PICTURE,
      verbosity: VerbosityLevel.ERRORS,
      // Scripts of our own, that decode scans.
      wasmUrl: new URL('pdf/', document.baseURI).href,
      useWasm: false,
    });
    close = () => void task.destroy();
    const opened = await task.promise;
    return {
      count: opened.numPages,
      // A first page that is damaged is no reason not to show the others.
      shape: await opened.getPage(1).then(shapeOf, () => PAPER),
      draw: (n, canvas, width, onShape) => draw(opened, n, canvas, width, onShape),
    };
  }
  return {
    pdf: open(),
    close: () => {
      closed = true;
      close();
    },
  };
}

function draw(pdf: PDFDocumentProxy, n: number, canvas: HTMLCanvasElement, width: number, onShape: (shape: Shape) => void): Drawing {
  let stopped = false;
  let task: RenderTask | undefined;
  async function run(): Promise<void> {
    const page = await pdf.getPage(n);
    if (stopped) throw new Error('It was stopped.');
    const shape = shapeOf(page);
    onShape(shape);
    const viewport = page.getViewport({ scale: scaleFor(shape, width) });
    Object.assign(canvas, { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) });
    task = page.render({ canvas, viewport });
    try {
      await task.promise;
    } finally {
      page.cleanup();
    }
  }
  return {
    done: run(),
    stop: () => {
      stopped = true;
      task?.cancel();
    },
  };
}

/** What kept a PDF from being opened. */
export const faultOf = (error: unknown): 'protected' | 'damaged' =>
  error instanceof Error && error.name === 'PasswordException' ? 'protected' : 'damaged';
