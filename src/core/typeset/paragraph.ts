// A paragraph set into lines: shaped, broken, justified by its spaces, reordered.
import type { Direction } from './bidi.ts';
import { breakLines, FORBIDDEN, FORCED, type Piece } from './break-lines.ts';
import { itemize, type LinkPlace, type Token } from './itemize.ts';
import { drawOut, joinsNext } from './kashida.ts';
import type { Line, SetToken } from './line.ts';
import type { Shaper, Shaping } from './shape.types.ts';

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
  const tokens = shapeAll(itemize(text, style.direction, style.links), shaper, style).flatMap((token) => fit(token, shaper, style));
  if (tokens.length === 0) return [];
  const lines: SetToken[][] = [];
  const { pieces, owners } = piecesOf(tokens);
  let from = 0;
  for (const end of breakLines(pieces, style.measure)) {
    const line = trim(owners.slice(from, end + 1).flatMap((owner) => (owner ? [owner] : [])));
    if (line.length > 0) lines.push(line);
    from = end + 1;
  }
  const mixed = tokens.some((token) => token.level !== tokens[0]!.level);
  return lines.map((line, at) => ({ ...justify(line, shaper, style, at === lines.length - 1), mixed }));
}

const joining = /[\p{L}\p{M}\u200c\u200d]/u;

/** Words that nothing parts join with what stands beside them. */
function shapeAll(tokens: readonly Token[], shaper: Shaper, style: ParagraphStyle): SetToken[] {
  return tokens.map((token, at) => {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const joinsBefore =
      token.kind === 'word' && before?.kind === 'word' && joining.test(before.text.at(-1) ?? '') && joining.test(token.text[0] ?? '');
    const joinsAfter =
      token.kind === 'word' && after?.kind === 'word' && joining.test(token.text.at(-1) ?? '') && joining.test(after.text[0] ?? '');
    if (token.kind === 'space' && before?.kind === 'word' && after?.kind === 'word') return setSpace(token, before, after, shaper, style);
    return set(token, joinsBefore ? before.text.slice(-CONTEXT) : '', joinsAfter ? after.text.slice(0, CONTEXT) : '', shaper, style);
  });
}

const JOINER = '\u200d';
const isMark = (code: number): boolean => (code >= 0x64b && code <= 0x65f) || code === 0x670;

/** Told by the letters at its sides, so that few of them need shaping; where these draw it together, by the words. */
function setSpace(token: Token, before: Token, after: Token, shaper: Shaper, style: ParagraphStyle): SetToken {
  const plain = set(token, '', '', shaper, style);
  const arabic = (token.level & 1) === 1 && before.level === token.level && after.level === token.level;
  if (!arabic || before.script !== 'Arab' || after.script !== 'Arab') return plain;
  let end = before.text.length - 1;
  while (end > 0 && isMark(before.text.charCodeAt(end))) end--;
  let previous = end - 1;
  while (previous > 0 && isMark(before.text.charCodeAt(previous))) previous--;
  const first = after.text[0] ?? '';
  const shaping: Shaping = {
    ...plain.shaping,
    before: joinsNext(before.text[previous]) ? JOINER : '',
    after: joinsNext(first) && after.text.length > 1 ? JOINER : '',
  };
  if (shaper.space(before.text[end] ?? '', first, shaping).advance === plain.run.advance) return plain;
  const run = shaper.space(before.text, after.text, plain.shaping);
  return { ...plain, run, width: (run.advance * style.size) / shaper.unitsPerEm };
}

/** As many units beside a text as HarfBuzz looks at. */
const CONTEXT = 5;

function set(token: Token, before: string, after: string, shaper: Shaper, { language, size }: ParagraphStyle): SetToken {
  const shaping: Shaping = { rtl: (token.level & 1) === 1, language, script: token.script, before, after };
  const run = shaper.shape(token.kind === 'fixed-space' ? ' ' : token.text, shaping);
  return { ...token, run, shaping, width: (run.advance * size) / shaper.unitsPerEm };
}

/** A word wider than the line is cut between graphemes; chunks are sized by their share of the whole, and keep joining. */
function fit(token: SetToken, shaper: Shaper, style: ParagraphStyle): SetToken[] {
  if (token.kind !== 'word' || (token.width <= style.measure && token.text.length <= 400)) return [token];
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
    const chunk = set({ ...token, text: parts.slice(at, at + size).join(''), breakAfter: true }, before, after, shaper, style);
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

function justify(line: SetToken[], shaper: Shaper, style: ParagraphStyle, last: boolean): Omit<Line, 'mixed'> {
  const natural = widthOf(line);
  if (!style.justify || (last && natural <= style.measure)) return { tokens: line, width: natural, extra: 0 };
  return filled(line, shaper, style);
}

/** The line set to the measure. */
export const fillLine = (line: Line, shaper: Shaper, style: ParagraphStyle): Line => ({ ...line, ...filled(line.tokens, shaper, style) });

/** Spaces first, then strokes; a line that would still gape is left short. */
function filled(line: SetToken[], shaper: Shaper, style: ParagraphStyle): Omit<Line, 'mixed'> {
  const natural = { tokens: line, width: widthOf(line), extra: 0 };
  const spaces = line.filter((token) => token.kind !== 'word');
  if (spaces.length === 0) return natural;
  const space = widthOf(spaces) / spaces.length;
  const fill = (tokens: SetToken[]): Omit<Line, 'mixed'> => {
    const words = widthOf(tokens);
    const room = style.measure - words;
    const least = (NARROWEST - 1) * space;
    const loose = spaces.filter((token) => token.width > space / 2).length;
    if (room >= 0 || loose === spaces.length || loose === 0) {
      const extra = Math.max(room / spaces.length, least);
      return { tokens, width: words + extra * spaces.length, extra };
    }
    // Spaces that the face draws together have nothing to give.
    const extra = Math.max(room / loose, least);
    const kept = tokens.map((token) => (token.kind === 'word' || token.width > space / 2 ? token : widened(token, -extra, shaper, style)));
    return { tokens: kept, width: words + extra * loose, extra };
  };
  let best = fill(line);
  const over = (limit: number): number => (best.extra - (limit - 1) * space) * spaces.length;
  // In a narrow column a short line among full ones is worse than a loose one.
  const widest = WIDEST * Math.min(2, Math.max(1, (WIDE * style.size) / style.measure));
  if (style.kashida && over(LOOSE) > 0) best = fill(drawOut(line, shaper, style.size, over(FAIR), over(widest)));
  return over(widest) > 1e-6 ? natural : best;
}

function widened(token: SetToken, by: number, { unitsPerEm }: Shaper, { size }: ParagraphStyle): SetToken {
  const advance = token.run.advance + Math.round((by * unitsPerEm) / size);
  const clusters = token.run.clusters.map((cluster) => ({ ...cluster, advance }));
  return { ...token, width: (advance * size) / unitsPerEm, run: { ...token.run, advance, clusters } };
}

const widthOf = (tokens: readonly SetToken[]): number => tokens.reduce((sum, token) => sum + token.width, 0);
