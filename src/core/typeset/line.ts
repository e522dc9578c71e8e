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
  /** Found out when it is drawn: whether it is from right to left in such a paragraph, without signs and in no link. */
  plain?: boolean | undefined;
}
/** Tokens are made here alone, so that all have their fields in one order: engines are quick with objects that are alike. */
export const settled = (
  text: string,
  level: number,
  script: string,
  kind: Token['kind'],
  breakAfter: boolean,
  link: number | undefined,
  run: ShapedRun,
  shaping: Shaping,
  width: number,
  piece: Piece,
  drawn: readonly Stretch[] | undefined,
): SetToken => ({ text, level, script, kind, breakAfter, link, run, shaping, width, piece, drawn, plain: undefined });

/** Of a token on its line, whose spaces grow by `extra`; points. */
export const widthOf = ({ width, kind }: SetToken, extra: number): number => width + (kind === 'word' ? 0 : extra);

export const widthOfAll = (tokens: readonly SetToken[], extra: number): number =>
  tokens.reduce((sum, token) => sum + widthOf(token, extra), 0);

/** The token with other glyphs. */
export const withRun = (token: SetToken, run: ShapedRun, width: number, drawn = token.drawn, text = token.text): SetToken => {
  const { level, script, kind, breakAfter, link, shaping, piece } = token;
  return settled(text, level, script, kind, breakAfter, link, run, shaping, width, piece, drawn);
};

/** The token where a line may end after it, or where none may. */
export const withBreak = (token: SetToken, breakAfter: boolean): SetToken => {
  const { text, level, script, kind, link, run, shaping, width, piece, drawn } = token;
  return settled(text, level, script, kind, breakAfter, link, run, shaping, width, piece, drawn);
};

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
