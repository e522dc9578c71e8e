// Two texts side by side: line beside line where both have it, with what only one of them has.
import { type Part, wordDiff } from './word-diff.ts';

/** `same`: the line is the same in both. Else `a` has no part that is new, `b` none that is gone; either may be empty. */
export type Line = { readonly same: boolean; readonly a: readonly Part[]; readonly b: readonly Part[] };

/** In reading order. A line ends where both texts end one; the end of a line that only one has stays within it, as its part. */
export function aligned(a: string, b: string): Line[] {
  const lines: { a: Part[]; b: Part[] }[] = [{ a: [], b: [] }];
  for (const part of wordDiff(a, b)) {
    if (part.op === 'gone') lines.at(-1)!.a.push(part);
    else if (part.op === 'new') lines.at(-1)!.b.push(part);
    else {
      for (const [at, piece] of piecesOf(part).entries()) {
        if (at > 0) lines.push({ a: [], b: [] });
        if (piece.text === '') continue;
        lines.at(-1)!.a.push(piece);
        lines.at(-1)!.b.push(piece);
      }
    }
  }
  return lines
    .filter((line) => line.a.length + line.b.length > 0)
    .map((line) => ({ ...line, same: [...line.a, ...line.b].every(({ op }) => op === 'same') }));
}

/** A part that is the same, cut at the ends of its lines. */
const piecesOf = (part: Part): Part[] =>
  part.text.split('\n').map((text, at) => ({
    ...part,
    lead: at === 0 ? part.lead : '',
    text: text.trimEnd(),
    words: text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu)?.length ?? 0,
  }));
