// What layout needs from a shaping engine; all lengths in font units.

/** A glyph and its offset from the start of its cluster. */
export type PlacedGlyph = readonly [gid: number, dx: number, dy: number];
export interface Cluster {
  glyphs: PlacedGlyph[];
  advance: number;
  /** The characters this cluster shows, in logical order. */
  text: string;
}
/** Clusters in visual order, left to right. */
export interface ShapedRun {
  advance: number;
  clusters: Cluster[];
}
export interface Shaper {
  readonly unitsPerEm: number;
  shape(text: string, rtl: boolean, language: string): ShapedRun;
}
