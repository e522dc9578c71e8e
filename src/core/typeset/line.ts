import type { Token } from './itemize.ts';
import type { ShapedRun, Shaping, Stretch } from './shape.types.ts';

/** A token with its glyphs; `width` in points. */
export interface SetToken extends Token {
  run: ShapedRun;
  shaping: Shaping;
  width: number;
  /** Strokes drawn out to fill the line. */
  drawn?: readonly Stretch[];
}
/** One line, its tokens in logical order; lengths in points. `extra` is added to every space. */
export interface Line {
  tokens: SetToken[];
  width: number;
  extra: number;
  /** Whether its paragraph has both directions in it. */
  mixed: boolean;
  /** Whether the face has all characters of its paragraph. */
  whole: boolean;
}
