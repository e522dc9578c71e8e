// The Shaper over HarfBuzz: words are shaped once and remembered.
import { Blob as FontBlob, Buffer as GlyphBuffer, Direction, Face, Font, shape } from 'harfbuzzjs';
import type { Cluster, ShapedRun, Shaper } from './shape.types.ts';

const CACHE_WORDS = 20_000;

export function harfbuzzShaper(bytes: Uint8Array, unitsPerEm: number): Shaper {
  const font = new Font(new Face(new FontBlob(new Uint8Array(bytes))));
  const buffer = new GlyphBuffer();
  const cache = new Map<string, ShapedRun>();
  return {
    unitsPerEm,
    shape(text, rtl, language) {
      const key = `${rtl ? 'R' : 'L'}${language}|${text}`;
      const known = cache.get(key);
      if (known) return known;
      buffer.reset();
      buffer.addText(text);
      buffer.setDirection(rtl ? Direction.RTL : Direction.LTR);
      buffer.setScript(/\p{Script=Latin}/u.test(text) ? 'Latn' : 'Arab');
      buffer.setLanguage(language);
      shape(font, buffer);
      const run = clustersOf(text, buffer.getGlyphInfos(), buffer.getGlyphPositions());
      if (cache.size >= CACHE_WORDS) cache.clear();
      cache.set(key, run);
      return run;
    },
  };
}

function clustersOf(
  text: string,
  infos: readonly { codepoint: number; cluster: number }[],
  positions: readonly { xAdvance: number; xOffset: number; yOffset: number }[],
): ShapedRun {
  const clusters: (Cluster & { start: number })[] = [];
  let advance = 0;
  infos.forEach((info, at) => {
    const position = positions[at];
    if (!position) return;
    let cluster = clusters.at(-1);
    if (!cluster || cluster.start !== info.cluster) {
      cluster = { start: info.cluster, glyphs: [], advance: 0, text: '' };
      clusters.push(cluster);
    }
    cluster.glyphs.push([info.codepoint, cluster.advance + position.xOffset, position.yOffset]);
    cluster.advance += position.xAdvance;
    advance += position.xAdvance;
  });
  const logical = [...clusters].sort((a, b) => a.start - b.start);
  logical.forEach((cluster, at) => {
    cluster.text = text.slice(cluster.start, logical[at + 1]?.start ?? text.length);
  });
  return { advance, clusters };
}
