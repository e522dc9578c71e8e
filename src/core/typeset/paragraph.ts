// A paragraph set into lines: shaped, broken, justified by its spaces, reordered.
import type { Direction } from './bidi.ts';
import { breakLines, FORBIDDEN, FORCED, glue, penalty, type Piece } from './break-lines.ts';
import type { LinkPlace } from './itemize.ts';
import { drawOut } from './kashida.ts';
import { type Line, type SetToken, withBreak, withRun } from './line.ts';
import { setText } from './set-text.ts';
import { CONTEXT, shapeToken } from './shape-tokens.ts';
import { shapedRun } from './shaped-run.ts';
import type { Shaper } from './shape.types.ts';

export interface ParagraphStyle {
  /** Points. */
  size: number;
  measure: number;
  justify: boolean;
  direction: Direction;
  language: string;
  /** Whether the face suits strokes drawn out. */
  kashida?: boolean;
  links?: readonly LinkPlace[];
}

/** In natural spaces: what they may grow to before strokes are drawn out, what they shrink to again by that; the widest and narrowest. */
const [LOOSE, FAIR, WIDEST, NARROWEST] = [1.35, 1.2, 1.6, 0.6];
/** A measure that is not narrow, in sizes of the face. */
const WIDE = 24;

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });

export function setParagraph(text: string, shaper: Shaper, style: ParagraphStyle): Line[] {
  const shaped = setText(text, shaper, style);
  if (shaped.length === 0) return [];
  const { mixed, whole, simple } = surveyed(shaped, style);
  const tokens = simple
    ? shaped
    : loosened(
        shaped.flatMap((token) => fit(token, shaper, style)),
        style.measure,
      );
  const lines = linesOf(tokens, style.measure);
  return lines.map((line, at) => {
    const { tokens: set, width, extra } = justify(line, shaper, style, at === lines.length - 1);
    return { tokens: set, width, extra, mixed, whole };
  });
}

/** What is to be known of a paragraph; `simple`: each word is a token that fits into a line. */
function surveyed(tokens: readonly SetToken[], style: ParagraphStyle): { mixed: boolean; whole: boolean; simple: boolean } {
  const { level } = tokens[0]!;
  let [mixed, whole, simple, inWord] = [false, true, true, false];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.level !== level) mixed = true;
    if (!token.run.whole) whole = false;
    const isWord = token.kind === 'word';
    if (isWord && (inWord || isTooWide(token, style))) simple = false;
    inWord = isWord;
  }
  return { mixed, whole, simple };
}

const isTooWide = ({ kind, width, text }: SetToken, { measure }: ParagraphStyle): boolean =>
  kind === 'word' && (width > measure || text.length > 400);

/** A word wider than the line is cut between graphemes; chunks are sized by their share of the whole, and keep joining. */
function fit(token: SetToken, shaper: Shaper, style: ParagraphStyle): SetToken[] {
  if (!isTooWide(token, style)) return [token];
  const parts = Array.from(graphemes.segment(token.text), (part) => part.segment);
  if (parts.length < 2) return [token];
  const perLine = Math.max(1, Math.min(200, Math.floor((parts.length * style.measure * 0.9) / Math.max(token.width, 1))));
  const size = Math.min(perLine, Math.ceil(parts.length / 2));
  const out: SetToken[] = [];
  for (let at = 0; at < parts.length; at += size) {
    const before = at === 0 ? token.shaping.before : parts.slice(0, at).join('').slice(-CONTEXT);
    const after =
      at + size >= parts.length
        ? token.shaping.after
        : parts
            .slice(at + size)
            .join('')
            .slice(0, CONTEXT);
    const chunk = shapeToken({ ...token, text: parts.slice(at, at + size).join(''), breakAfter: true }, before, after, shaper, style);
    out.push(...(chunk.width > style.measure ? fit(chunk, shaper, style) : [chunk]));
  }
  return out;
}

/** A word of several runs that is wider than the line, as one of two scripts in turn, breaks between them. */
function loosened(tokens: readonly SetToken[], measure: number): readonly SetToken[] {
  let loose: SetToken[] | undefined;
  let start = 0;
  let width = 0;
  for (const [at, token] of tokens.entries()) {
    const inWord = token.kind === 'word';
    if (inWord) width += token.width;
    if (inWord && !token.breakAfter && at < tokens.length - 1) continue;
    const end = inWord ? at + 1 : at;
    if (width > measure) {
      loose ??= [...tokens];
      for (let n = start; n < end; n++) loose[n] = withBreak(loose[n]!, true);
    }
    start = at + 1;
    width = 0;
  }
  return loose ?? tokens;
}

/** The tokens of each line, without the spaces at its ends. */
function linesOf(tokens: readonly SetToken[], measure: number): SetToken[][] {
  const pieces = piecesOf(tokens);
  const lines: SetToken[][] = [];
  // Most paragraphs have no penalty before their end.
  const alike = pieces.length === tokens.length + 3;
  let at = 0;
  let next = 0;
  for (const end of breakLines(pieces, measure)) {
    let start = next;
    if (alike) next = end + 1;
    else for (; at <= end; at++) if (pieces[at]!.type !== 'penalty') next++;
    next = Math.min(next, tokens.length);
    let last = next;
    while (last > start && tokens[last - 1]!.kind === 'space') last--;
    while (start < last && tokens[start]!.kind === 'space') start++;
    if (start < last) lines.push(tokens.slice(start, last));
  }
  return lines;
}

/** The tokens in their order, with penalties beside them, and the end of a paragraph. */
function piecesOf(tokens: readonly SetToken[]): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'fixed-space') pieces.push(NO_BREAK);
    pieces.push(token.piece);
    if (token.kind === 'word' && token.breakAfter && tokens[at + 1]?.kind === 'word') pieces.push(BREAK_WITHIN);
  }
  pieces.push(NO_BREAK, REST, END);
  return pieces;
}

const NO_BREAK = penalty(FORBIDDEN);
const BREAK_WITHIN = penalty(50);
/** What the last line leaves. */
const REST = glue(0, 1e5, 0);
const END = penalty(FORCED);

type Filled = Pick<Line, 'tokens' | 'width' | 'extra'>;

function justify(line: SetToken[], shaper: Shaper, style: ParagraphStyle, last: boolean): Filled {
  if (style.justify && !last) return filled(line, shaper, style);
  const natural = widthOf(line);
  if (!style.justify || natural <= style.measure) return { tokens: line, width: natural, extra: 0 };
  return filled(line, shaper, style);
}

/** The line set to the measure. */
export const fillLine = (line: Line, shaper: Shaper, style: ParagraphStyle): Line => ({ ...line, ...filled(line.tokens, shaper, style) });

/** Spaces first, then strokes; a line that would still gape is left short. */
function filled(line: SetToken[], shaper: Shaper, style: ParagraphStyle): Filled {
  let [natural, spaces, ofSpaces] = [0, 0, 0];
  for (let at = 0; at < line.length; at++) {
    const { kind, width } = line[at]!;
    natural += width;
    if (kind === 'word') continue;
    spaces++;
    ofSpaces += width;
  }
  if (spaces === 0) return { tokens: line, width: natural, extra: 0 };
  const space = ofSpaces / spaces;
  const fill = (tokens: SetToken[], words: number): Filled => {
    const room = style.measure - words;
    const least = (NARROWEST - 1) * space;
    const loose = room >= 0 ? 0 : line.filter((token) => token.kind !== 'word' && token.width > space / 2).length;
    if (room >= 0 || loose === spaces || loose === 0) {
      const extra = Math.max(room / spaces, least);
      return { tokens, width: words + extra * spaces, extra };
    }
    // Spaces that the face draws together have nothing to give.
    const extra = Math.max(room / loose, least);
    const kept = tokens.map((token) => (token.kind === 'word' || token.width > space / 2 ? token : widened(token, -extra, shaper, style)));
    return { tokens: kept, width: words + extra * loose, extra };
  };
  let best = fill(line, natural);
  const over = (limit: number): number => (best.extra - (limit - 1) * space) * spaces;
  // In a narrow column a short line among full ones is worse than a loose one.
  const widest = WIDEST * Math.min(2, Math.max(1, (WIDE * style.size) / style.measure));
  if (style.kashida && over(LOOSE) > 0) {
    const drawn = drawOut(line, shaper, style.size, over(FAIR), over(widest));
    best = fill(drawn, widthOf(drawn));
  }
  return over(widest) > 1e-6 ? { tokens: line, width: natural, extra: 0 } : best;
}

function widened(token: SetToken, by: number, { unitsPerEm }: Shaper, { size }: ParagraphStyle): SetToken {
  const advance = token.run.advance + Math.round((by * unitsPerEm) / size);
  const clusters = token.run.clusters.map((cluster) => ({ ...cluster, advance }));
  return withRun(token, shapedRun(clusters, advance, token.run.whole), (advance * size) / unitsPerEm);
}

function widthOf(tokens: readonly SetToken[]): number {
  let sum = 0;
  for (const token of tokens) sum += token.width;
  return sum;
}
