// Numbers in Arabic-Indic digits. MuPDF takes such digits for letters from right to left and gives 2024 written in them as 4202; of one
// code for the whole number it gives back what the code reads as, and so do the others, for whom it goes from left to right anyway.
import type { Cluster, ShapedRun } from '#core/typeset/shape.types.ts';

const digits = /[٠-٩][٠-٩٫٬.,/:-]*[٠-٩]/;

/** The run as one cluster, if it is such a number and nothing else. */
export function arabicNumber({ clusters, advance }: ShapedRun): Cluster | undefined {
  if (clusters.length < 2) return undefined;
  const text = clusters.map((cluster) => cluster.text).join('');
  if (digits.exec(text)?.[0] !== text) return undefined;
  let pen = 0;
  const glyphs = clusters.flatMap((cluster) => {
    const placed = cluster.glyphs.map(([gid, dx, dy]) => [gid, dx + pen, dy] as const);
    pen += cluster.advance;
    return placed;
  });
  return { glyphs, advance, text };
}
