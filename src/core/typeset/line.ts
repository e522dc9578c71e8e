import type { Piece } from './break-lines.ts';
import type { Token } from './itemize.ts';
import type { ShapedRun, Shaping, Stretch } from './shape.types.ts';

/** A token with its glyphs; `width` in points. One and the same may stand at several places of a text. */
export interface SetToken extends Readonly<Token> {
  readonly run: ShapedRun;
  readonly shaping: Shaping;
  readonly width: number;
  /** What the breaking of lines knows of it. */
  readonly piece: Piece;
  /** Strokes drawn out to fill the line. */
  readonly drawn?: readonly Stretch[] | undefined;
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
