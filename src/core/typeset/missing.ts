// Characters that a face lacks: its .notdef (glyph 0) stands in their place.
import type { Line } from './line.ts';
import type { Cluster, ShapedRun, Shaper } from './shape.types.ts';

const lacks = ({ glyphs }: Cluster): boolean => glyphs.some(([gid]) => gid === 0);
// Words are shaped once and remembered; so is what they lack.
const known = new WeakMap<ShapedRun, readonly string[]>();

/** Each missing character of the lines, as often as it stands there. */
export function* missingIn(lines: readonly Line[], shaper: Shaper): Generator<string> {
  for (const { tokens } of lines) {
    for (const { run, shaping } of tokens) {
      if (run.whole) continue;
      let missing = known.get(run);
      if (!missing) {
        // A cluster may hold a letter that is there beside a mark that is not.
        const characters = run.clusters.filter(lacks).flatMap((cluster) => [...cluster.text]);
        missing = characters.filter((character) => shaper.shape(character, { ...shaping, before: '', after: '' }).clusters.some(lacks));
        known.set(run, missing);
      }
      yield* missing;
    }
  }
}
