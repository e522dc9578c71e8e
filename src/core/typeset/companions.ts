// What a face lacks is shown by its companions, the first that has it; what none has, by a box with its code point.
// Glyphs of companion n are told as n · 65,536 + their id, in units of the first face; boxes as BOX + the code point.
import type { Cluster, ShapedRun, Shaper, Shaping } from './shape.types.ts';
import { advanceOf, shapedRun } from './shaped-run.ts';

const GLYPHS_OF_A_FACE = 0x10000;
const BOX = 0x1000000;

/** Where a glyph is drawn from. */
export type GlyphPlace = { companion: number; gid: number } | { codePoint: number };
export const placeOf = (gid: number): GlyphPlace =>
  gid >= BOX ? { codePoint: gid - BOX } : { companion: Math.floor(gid / GLYPHS_OF_A_FACE), gid: gid % GLYPHS_OF_A_FACE };

/** Whether a cluster is a box. */
export const isBox = ({ glyphs }: Cluster): boolean => glyphs.some(([gid]) => gid >= BOX);

/** In ems: two rows of two digits, or of three. */
export const boxAdvance = (codePoint: number): number => (codePoint > 0xffff ? 0.95 : 0.7);

const lacks = ({ glyphs }: Cluster): boolean => glyphs.some(([gid]) => gid === 0);

export function withCompanions(first: Shaper, companions: readonly Shaper[]): Shaper {
  const shapers = [first, ...companions];
  const filled = new WeakMap<ShapedRun, ShapedRun>();
  const { unitsPerEm } = first;

  /** Clusters in visual order, by the companion `at` and those after it. */
  function clustersFrom(at: number, text: string, shaping: Shaping): Cluster[] {
    const shaper = shapers[at];
    if (!shaper) return oneByOne(text, shaping);
    const { clusters } = shaper.shape(text, shaping);
    return groupsOf(clusters, shaping.rtl).flatMap(({ start, end, lacking, members }) =>
      lacking ? clustersFrom(at + 1, text.slice(start, end), within(text, start, end, shaping)) : members.map((one) => inUnits(one, at)),
    );
  }

  /** No face has all of a cluster: each character by the first that has it. */
  function oneByOne(text: string, shaping: Shaping): Cluster[] {
    const out: Cluster[][] = [];
    let start = 0;
    for (const character of text) {
      const end = start + character.length;
      out.push(alone(character, within(text, start, end, shaping)));
      start = end;
    }
    return (shaping.rtl ? out.reverse() : out).flat();
  }

  function alone(character: string, shaping: Shaping): Cluster[] {
    for (const [at, shaper] of shapers.entries()) {
      const { clusters } = shaper.shape(character, shaping);
      if (!clusters.some(lacks)) return clusters.map((one) => inUnits(one, at));
    }
    const codePoint = character.codePointAt(0) ?? 0;
    return [{ glyphs: [[BOX + codePoint, 0, 0]], advance: Math.round(boxAdvance(codePoint) * unitsPerEm), text: character }];
  }

  function inUnits(cluster: Cluster, at: number): Cluster {
    if (at === 0) return cluster;
    const scale = unitsPerEm / (shapers[at]?.unitsPerEm ?? unitsPerEm);
    const glyphs = cluster.glyphs.map(
      ([gid, dx, dy]) => [gid + at * GLYPHS_OF_A_FACE, Math.round(dx * scale), Math.round(dy * scale)] as const,
    );
    return { glyphs, advance: Math.round(cluster.advance * scale), text: cluster.text };
  }

  return {
    ...first,
    shape: (text, shaping) => {
      const run = first.shape(text, shaping);
      if (run.whole) return run;
      let whole = filled.get(run);
      if (!whole) {
        const clusters = clustersFrom(0, text, shaping);
        whole = shapedRun(clusters, advanceOf(clusters), false);
        filled.set(run, whole);
      }
      return whole;
    },
    stretchable: (text, shaping) => (!first.shape(text, shaping).whole ? [] : first.stretchable(text, shaping)),
  };
}

const within = (text: string, start: number, end: number, shaping: Shaping): Shaping => ({
  ...shaping,
  before: (shaping.before + text.slice(0, start)).slice(-CONTEXT),
  after: (text.slice(end) + shaping.after).slice(0, CONTEXT),
});
/** As many units beside a text as HarfBuzz looks at. */
const CONTEXT = 5;

type Group = { start: number; end: number; lacking: boolean; members: Cluster[] };

/** Neighbours that a face has, or lacks, in visual order; `start` and `end` are units of the text. */
function groupsOf(clusters: readonly Cluster[], rtl: boolean): Group[] {
  const groups: Group[] = [];
  let start = 0;
  for (const cluster of rtl ? clusters.toReversed() : clusters) {
    const [lacking, last, end] = [lacks(cluster), groups.at(-1), start + cluster.text.length];
    if (last?.lacking === lacking) {
      last.members.push(cluster);
      last.end = end;
    } else groups.push({ start, end, lacking, members: [cluster] });
    start = end;
  }
  if (!rtl) return groups;
  return groups.reverse().map((group) => ({ ...group, members: group.members.toReversed() }));
}
