// Characters that a face lacks: its .notdef (glyph 0) stands in their place.
import type { Line } from './line.ts';
import type { ShapedRun, Shaper } from './shape.types.ts';

const lacking = ({ clusters }: ShapedRun): boolean => clusters.some(({ glyphs }) => glyphs.some(([gid]) => gid === 0));

/** Each missing character of the lines, as often as it stands there. */
export function* missingIn(lines: readonly Line[], shaper: Shaper, language: string): Generator<string> {
  for (const { tokens } of lines) {
    for (const { run, level } of tokens) {
      for (const cluster of run.clusters) {
        if (!lacking({ advance: 0, clusters: [cluster] })) continue;
        // A cluster may hold a letter that is there beside a mark that is not.
        for (const character of cluster.text) if (lacking(shaper.shape(character, (level & 1) === 1, language))) yield character;
      }
    }
  }
}
