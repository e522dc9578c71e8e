// A run whose advance begins later or ends earlier by a share of the font's units; what it shows stays where it is. Each is made once,
// as its codes are remembered by the run.
import type { ShapedRun } from '#core/typeset/shape.types.ts';
import { shapedRun } from '#core/typeset/shaped-run.ts';

type Narrow = (run: ShapedRun, share: number) => ShapedRun;

/** A run is narrowed by one share only, that of its font. */
function once(narrow: Narrow): Narrow {
  const made = new WeakMap<ShapedRun, ShapedRun>();
  return (run, share) => {
    const known = made.get(run) ?? narrow(run, share);
    made.set(run, known);
    return known;
  };
}

export const withoutStart = once(({ clusters: [first, ...others], advance, whole }, share) => {
  if (!first) return shapedRun([], 0, whole);
  const glyphs = first.glyphs.map(([gid, dx, dy]) => [gid, dx - share, dy] as const);
  return shapedRun([{ ...first, glyphs, advance: first.advance - share }, ...others], advance - share, whole);
});

export const withoutEnd = once((run, share) => {
  const { clusters, advance, whole } = run;
  const last = clusters.at(-1);
  if (!last || last.advance < share) return run;
  return shapedRun([...clusters.slice(0, -1), { ...last, advance: last.advance - share }], advance - share, whole);
});
