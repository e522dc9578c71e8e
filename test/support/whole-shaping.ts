// Text shaped by HarfBuzz alone, in one piece, to hold against what layout makes of its words.
import { Blob as FontBlob, Buffer as GlyphBuffer, Direction, Face, Font, shape } from 'harfbuzzjs';
import { harfbuzzShaper } from '#core/typeset/harfbuzz.ts';
import { setParagraph } from '#core/typeset/paragraph.ts';

/** Glyph and place of its origin in font units, from left to right; glyphs without a place of their own in any order. */
export type Placed = string;

const placed = (gid: number, x: number, y: number): Placed => `${gid}@${Math.round(x)},${Math.round(y)}`;

export type Shapes = { readonly whole: (text: string) => Placed[]; readonly ours: (text: string) => Placed[] };

export function shapesOf(bytes: Uint8Array, unitsPerEm: number): Shapes {
  const font = new Font(new Face(new FontBlob(new Uint8Array(bytes))));
  const shaper = harfbuzzShaper(bytes, unitsPerEm);
  return {
    whole(text) {
      const buffer = new GlyphBuffer();
      buffer.addText(text);
      buffer.setDirection(Direction.RTL);
      buffer.setScript('Arab');
      buffer.setLanguage('ar');
      shape(font, buffer);
      const places = buffer.getGlyphPositions();
      let pen = 0;
      return buffer
        .getGlyphInfos()
        .map(({ codepoint }, at) => {
          const { xAdvance, xOffset, yOffset } = places[at] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 };
          const glyph = placed(codepoint, pen + xOffset, yOffset);
          pen += xAdvance;
          return glyph;
        })
        .sort();
    },
    ours(text) {
      const style = { size: unitsPerEm, measure: 1e9, justify: false, direction: 'rtl', language: 'ar' } as const;
      const [line] = setParagraph(text, shaper, style);
      let pen = 0;
      const glyphs: Placed[] = [];
      for (const { run } of line?.tokens.toReversed() ?? [])
        for (const cluster of run.clusters) {
          for (const [gid, dx, dy] of cluster.glyphs) glyphs.push(placed(gid, pen + dx, dy));
          pen += cluster.advance;
        }
      return glyphs.sort();
    },
  };
}

/** Of these texts the ones that are not set as HarfBuzz shapes them. */
export const unlike = ({ whole, ours }: Shapes, texts: Iterable<string>): string[] =>
  [...texts].filter((text) => whole(text).join(' ') !== ours(text).join(' '));
