// PDF with a text layer, read by pdf.js: no script of it runs, no font is loaded. A scan is kept and says that it has no text.
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Failure } from '#contract/errors.ts';
import type { Block } from '#contract/item.ts';
import { documentDraft } from '../document.ts';
import { mayBeTurned, withLigatures } from '../page-ligatures.ts';
import { type Piece, linesOfPage, paragraphsOfPages } from '../page-layout.ts';
import type { Draft, Source } from './format.types.ts';

const MOST_PAGES = 5000;

export const read = async ({ bytes, path }: Source): Promise<Draft[]> => {
  const { getDocument, OPS, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // pdf.js takes the bytes it is given for its own.
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    enableXfa: false,
    // Pictures are not decoded.
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const pages = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await document.getPage(number);
      // Ligatures come as they are: taken apart before the line is turned round, their letters would be turned too.
      const { items } = await page.getTextContent({ disableNormalization: true });
      const read = items.filter((item) => 'str' in item);
      const runs = read.map(({ str, dir }) => ({ text: str, isTurned: dir === 'rtl' }));
      const texts = mayBeTurned(runs) ? withLigatures(runs, await glyphsOf(page, OPS.showText)) : runs.map(({ text }) => text);
      pages.push(
        linesOfPage(
          read.map(
            ({ transform, width, hasEOL }, n): Piece => ({ text: texts[n]!, transform: transform as number[], width, ends: hasEOL }),
          ),
        ),
      );
      page.cleanup();
    }
    const { info } = (await document.getMetadata()) as { info: Record<string, unknown> };
    const blocks = paragraphsOfPages(pages);
    return [draftOf(blocks, info)];
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new Failure('capture.protected', { path }, { cause: error });
    throw new Failure('capture.damaged', { path, format: 'PDF' }, { cause: error });
  } finally {
    await task.destroy();
  }
};

type Glyphs = readonly (number | { readonly unicode?: string })[];

/** What each glyph stands for, in the order they are drawn in. */
async function glyphsOf(page: PDFPageProxy, showText: number): Promise<string[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  return fnArray.flatMap((operation, n) => {
    if (operation !== showText) return [];
    const [glyphs] = argsArray[n] as [Glyphs];
    return glyphs.flatMap((glyph) => (typeof glyph === 'object' && glyph?.unicode ? [glyph.unicode] : []));
  });
}

function draftOf(blocks: readonly Block[], info: Record<string, unknown>): Draft {
  const words = (name: string): string | undefined =>
    typeof info[name] === 'string' && info[name].trim() !== '' ? info[name].trim() : undefined;
  const named = words('Title');
  const [first] = blocks;
  const headed = first?.kind === 'heading' ? first.text : undefined;
  return documentDraft({
    title: headed ?? (named !== undefined && !/\.(?:docx?|pdf|indd|qxp|html?)$|^(?:untitled|about:blank)/i.test(named) ? named : undefined),
    body: headed === undefined ? blocks : blocks.slice(1),
    creators: [words('Author') ?? ''],
    tags: (words('Keywords') ?? '').split(/[,،;؛]/),
    ...(blocks.length === 0 ? { wordless: true } : {}),
  });
}
