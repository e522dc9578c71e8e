// A line as level runs (UAX #9 BD7): told in logical order, each placed where rule L2 puts it.
import { mirrored, visualOrder } from './bidi.ts';
import { type Line, type SetToken, widthOf, withRun } from './line.ts';
import type { Cluster, RunPiece } from './shape.types.ts';
import { advanceOf, shapedRun } from './shaped-run.ts';

export interface LineRun {
  rtl: boolean;
  /** One sign that shows no direction of its own, in a right-to-left place: `%`, `.` after a number, a bracket. */
  sign: boolean;
  /** The link that all of it belongs to. */
  link: number | undefined;
  /** Left to right. */
  tokens: SetToken[];
  /** Of the left edge, from that of the line; points. */
  x: number;
}
/** A token or a piece of one; `x` of its left edge. */
type Part = { token: SetToken; level: number; sign: boolean; x: number };

export function runsOf({ tokens, extra }: Line): LineRun[] {
  if (isPlain(tokens)) return [{ rtl: true, sign: false, link: undefined, tokens: tokens.toReversed(), x: 0 }];
  const parts: Part[] = [];
  for (const token of tokens) addParts(token, parts);
  let x = 0;
  for (const part of visualOrder(parts)) {
    part.x = x;
    x += widthOf(part.token, extra);
  }
  const runs: Part[][] = [];
  parts.forEach((part, at) => {
    const before = parts[at - 1];
    if (before?.level === part.level && before.token.link === part.token.link && !before.sign && !part.sign) runs.at(-1)?.push(part);
    else runs.push([part]);
  });
  return runs.map((run) => {
    const [{ token, sign }] = run as [Part];
    const left = isRtl(token) ? run.toReversed() : run;
    return { rtl: isRtl(token), sign, link: token.link, tokens: left.map((part) => part.token), x: left[0]!.x };
  });
}

/** Most lines are. */
function isPlain(tokens: readonly SetToken[]): boolean {
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (!(token.plain ??= isPlainToken(token))) return false;
  }
  return true;
}

function isPlainToken(token: SetToken): boolean {
  if (token.level !== 1 || token.link !== undefined) return false;
  if (token.kind !== 'word') return true;
  const pieces = piecesOf(token);
  return pieces.length === 1 && !pieces[0]!.sign;
}

const isRtl = ({ level }: SetToken): boolean => (level & 1) === 1;

/** Besides brackets: quotation marks, which some readers mirror, and what belongs to a number. */
const SIGN = /[“”‘’„‟‚‛%٪‰°\p{Sc}\p{Sm}]/u;

/** A right-to-left word with its signs taken apart: they join with nothing, so the shapes stay. */
function piecesOf({ text, run }: SetToken): readonly RunPiece[] {
  if (run.pieces) return run.pieces;
  // A comma between numbers is alone; after a word it belongs to it.
  const bare = !/[\p{L}،؛,;]/u.test(text) || /^[،؛,;]$/u.test(text);
  const groups: { clusters: Cluster[]; sign: boolean }[] = [];
  for (const cluster of run.clusters.toReversed()) {
    const sign = bare || mirrored(cluster.text) !== cluster.text || SIGN.test(cluster.text);
    const last = groups.at(-1);
    if (last && !sign && !last.sign) last.clusters.unshift(cluster);
    else groups.push({ clusters: [cluster], sign });
  }
  const pieces = groups.map(({ clusters, sign }) => ({
    text: clusters
      .map((cluster) => cluster.text)
      .toReversed()
      .join(''),
    run: shapedRun(clusters, advanceOf(clusters), run.whole),
    sign,
  }));
  return (run.pieces = pieces);
}

function addParts(token: SetToken, parts: Part[]): void {
  const { level } = token;
  const pieces = token.kind === 'word' && isRtl(token) ? piecesOf(token) : [];
  if (pieces.length < 2) {
    parts.push({ token, level, sign: pieces[0]?.sign ?? false, x: 0 });
    return;
  }
  for (const { text, run, sign } of pieces) {
    const width = token.run.advance === 0 ? 0 : (token.width * run.advance) / token.run.advance;
    parts.push({ token: withRun(token, run, width, token.drawn, text), level, sign, x: 0 });
  }
}
