// Characters that no face has: a box stands in the place of each.
import { isBox } from './companions.ts';
import type { Line } from './line.ts';
import type { ShapedRun } from './shape.types.ts';

// Words are shaped once and remembered; so is what they lack.
const known = new WeakMap<ShapedRun, readonly string[]>();

/** Each missing character of the lines, as often as it stands there. */
export function* missingIn(lines: readonly Line[]): Generator<string> {
  for (const { tokens, whole } of lines) {
    if (whole) continue;
    for (const { run } of tokens) {
      if (run.whole) continue;
      let missing = known.get(run);
      if (!missing) known.set(run, (missing = run.clusters.filter(isBox).map(({ text }) => text)));
      yield* missing;
    }
  }
}
