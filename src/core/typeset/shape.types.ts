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
  /** Whether the face has all of its characters. */
  whole: boolean;
  /** What was found out of a word: it is shaped once, and set and drawn many times. Made by `shapedRun`. */
  start: number | undefined;
  end: number | undefined;
  edges: RunEdges | undefined;
  pieces: readonly RunPiece[] | undefined;
  stretches: readonly { at: number; rank: number }[] | undefined;
  /** What draws it in a document's font. */
  codes: { font: object; text: string } | undefined;
}
/** What stands at an end of a run: a vowel sign has no letter beside it there. */
export type Edge = 'letter' | 'vowel' | 'sign' | 'other';
export interface RunEdges {
  left: Edge;
  right: Edge;
}
/** Part of a word; a sign shows no direction of its own. */
export interface RunPiece {
  text: string;
  run: ShapedRun;
  sign: boolean;
}
/** What the shapes of a text depend on besides its characters. */
export interface Shaping {
  rtl: boolean;
  /** BCP 47. */
  language: string;
  /** ISO 15924. */
  script: string;
  /** Letters that stand right before and after with no space between: they join, also where a line ends inside a word. */
  before: string;
  after: string;
}
/** A place in a word, as the index of the UTF-16 unit before it, where its stroke is drawn out by so many tatweels. */
export interface Stretch {
  at: number;
  count: number;
}
export interface Shaper {
  readonly unitsPerEm: number;
  shape(text: string, shaping: Shaping): ShapedRun;
  /** The space between two words, by what they end and begin with: faces draw some together. */
  space(before: string, after: string, shaping: Shaping): ShapedRun;
  /** Where the face lets a stroke be drawn out without changing the letters beside it. */
  stretchable(text: string, shaping: Shaping): readonly number[];
  /** The word with strokes drawn out; its clusters read as before. */
  stretched(text: string, shaping: Shaping, stretches: readonly Stretch[]): ShapedRun;
}
