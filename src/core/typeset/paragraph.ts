// A paragraph set into lines: shaped, broken, justified by its spaces, reordered.
import type { Direction } from './bidi.ts';
import { breakLines, FORBIDDEN, FORCED, type Piece } from './break-lines.ts';
import { itemize, type Token } from './itemize.ts';
import type { Line, SetToken } from './line.ts';
import type { Shaper } from './shape.types.ts';

export interface ParagraphStyle {
  /** Points. */
  size: number;
  measure: number;
  justify: boolean;
  direction: Direction;
  language: string;
}

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

export function setParagraph(text: string, shaper: Shaper, style: ParagraphStyle): Line[] {
  const tokens = itemize(text, style.direction).flatMap((token) => fit(set(token, shaper, style), shaper, style));
  if (tokens.length === 0) return [];
  const lines: SetToken[][] = [];
  const { pieces, owners } = piecesOf(tokens);
  let from = 0;
  for (const end of breakLines(pieces, style.measure)) {
    lines.push(trim(owners.slice(from, end + 1).flatMap((owner) => (owner ? [owner] : []))));
    from = end + 1;
  }
  const mixed = tokens.some((token) => token.level !== tokens[0]!.level);
  return lines.filter((line) => line.length > 0).map((line, at, all) => ({ ...justify(line, style, at === all.length - 1), mixed }));
}

function set(token: Token, shaper: Shaper, style: ParagraphStyle): SetToken {
  const run = shaper.shape(token.kind === 'fixed-space' ? ' ' : token.text, (token.level & 1) === 1, style.language);
  return { ...token, run, width: (run.advance * style.size) / shaper.unitsPerEm };
}

/** A word wider than the line is cut between graphemes; chunks are sized by their share of the whole. */
function fit(token: SetToken, shaper: Shaper, style: ParagraphStyle): SetToken[] {
  if (token.kind !== 'word' || (token.width <= style.measure && token.text.length <= 400)) return [token];
  const parts = Array.from(graphemes.segment(token.text), (part) => part.segment);
  if (parts.length < 2) return [token];
  const perLine = Math.max(1, Math.min(200, Math.floor((parts.length * style.measure * 0.9) / Math.max(token.width, 1))));
  const size = Math.min(perLine, Math.ceil(parts.length / 2));
  const out: SetToken[] = [];
  for (let at = 0; at < parts.length; at += size) {
    const chunk = set({ ...token, text: parts.slice(at, at + size).join(''), breakAfter: true }, shaper, style);
    out.push(...(chunk.width > style.measure ? fit(chunk, shaper, style) : [chunk]));
  }
  return out;
}

function piecesOf(tokens: readonly SetToken[]): { pieces: Piece[]; owners: (SetToken | undefined)[] } {
  const pieces: Piece[] = [];
  const owners: (SetToken | undefined)[] = [];
  const add = (piece: Piece, owner?: SetToken): void => {
    pieces.push(piece);
    owners.push(owner);
  };
  tokens.forEach((token, at) => {
    if (token.kind === 'word') {
      add({ type: 'box', width: token.width }, token);
      if (token.breakAfter && tokens[at + 1]?.kind === 'word') add({ type: 'penalty', cost: 50 });
      return;
    }
    if (token.kind === 'fixed-space') add({ type: 'penalty', cost: FORBIDDEN });
    add({ type: 'glue', width: token.width, stretch: token.width * 0.6, shrink: token.width * 0.3 }, token);
  });
  add({ type: 'penalty', cost: FORBIDDEN });
  add({ type: 'glue', width: 0, stretch: 1e5, shrink: 0 });
  add({ type: 'penalty', cost: FORCED });
  return { pieces, owners };
}

function trim(line: SetToken[]): SetToken[] {
  const first = line.findIndex((token) => token.kind !== 'space');
  const last = line.findLastIndex((token) => token.kind !== 'space');
  return first < 0 ? [] : line.slice(first, last + 1);
}

function justify(line: SetToken[], style: ParagraphStyle, last: boolean): Omit<Line, 'mixed'> {
  const natural = line.reduce((sum, token) => sum + token.width, 0);
  const spaces = line.filter((token) => token.kind !== 'word').length;
  const stretches = style.justify && spaces > 0 && (!last || natural > style.measure);
  const extra = stretches ? (style.measure - natural) / spaces : 0;
  return { tokens: line, width: natural + extra * spaces, extra };
}
