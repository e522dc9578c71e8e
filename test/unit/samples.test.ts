// The ten sample pages: made to the standards, whole in every reader that npm brings, and as wide as their paper.
import { describe, expect, test } from 'vitest';
import * as mupdf from 'mupdf';
import { byPdfjs, pdfOf, plain } from '../support/pdf.ts';
import { complaintsOf } from '../support/pdf-lint.ts';
import { samples } from '../samples/pages.ts';

describe.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, { item, options }) => {
  test('is made to the standards and lacks nothing', async () => {
    const { bytes, missing } = await pdfOf([item], options);
    expect(missing).toEqual([]);
    expect(complaintsOf(bytes)).toEqual([]);
    const text = plain(await byPdfjs(bytes, '')).replace(/ /g, '');
    // Words of letters alone; where a sign stands differs between readers.
    const words = item.body.flatMap((block) =>
      (block.cells ?? [block.text]).flatMap((one) => plain(one).match(/[\p{L}\p{M}\u200c]{2,40}/gu) ?? []),
    );
    // pdf.js gives back no joiners.
    const lost = words.filter((word) => !text.includes(word.replaceAll('\u200c', '')));
    expect(lost.length / words.length, lost.join(' ')).toBeLessThanOrEqual(0.02);
  });

  test('stays within its margins', async () => {
    const document = mupdf.Document.openDocument((await pdfOf([item], options)).bytes, 'application/pdf');
    for (let at = 0; at < document.countPages(); at++)
      document
        .loadPage(at)
        .toStructuredText('preserve-whitespace')
        .walk({
          onChar: (character, _origin, _font, _size, quad) => {
            if (character.trim() === '') return;
            expect(Math.min(quad[0], quad[4])).toBeGreaterThan(595.28 * 0.135 - 4);
            expect(Math.max(quad[2], quad[6])).toBeLessThan(595.28 * 0.865 + 4);
          },
        });
  });
});
