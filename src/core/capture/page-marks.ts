// Marks that a page draws apart from their letters, given back to them. Within a run that is drawn from the left a mark comes
// before its letter, in one that is drawn from the right behind it: either way its letter is the neighbour on the right.

/** A piece of text where it stands; `from` and `to` along the line, in the order it was drawn in. */
export type Drawn = { readonly text: string; readonly size: number; readonly across: number; readonly from: number; readonly to: number };

const marks = /^\p{M}+$/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u;
/** Narrower gaps than this, in ems, beside a mark are no space: readers of PDF see one wherever a mark is set back. */
const SPACE = 0.1;
/** Half an em beside its letter a mark is still over it. */
const REACH = 0.5;

/** The same pieces without those that were marks alone. */
export function withMarks(pieces: readonly Drawn[]): Drawn[] {
  const drawn = carried(pieces);
  const isSet = (piece: Drawn | undefined): boolean => piece !== undefined && (isMark(piece) || isUnknown(piece));
  const shown = drawn.filter(
    (piece, n) => !isUnknown(piece) && !(isBlank(piece) && isThin(piece) && (isSet(drawn[n - 1]) || isSet(drawn[n + 1]))),
  );
  const own = new Map<Drawn, string>();
  for (const [n, piece] of shown.entries()) {
    if (!isMark(piece)) continue;
    const isBase = (one: Drawn): boolean => !isBlank(one) && !isMark(one);
    const owner = ownerOf(piece, shown.slice(0, n).findLast(isBase), shown.slice(n + 1).find(isBase));
    const before = owner && (own.get(owner) ?? owner.text);
    // A letter's own text may name its mark as well.
    if (owner && !before!.endsWith(piece.text)) own.set(owner, before! + piece.text);
  }
  return shown.filter((piece) => !isMark(piece)).map((piece) => (own.has(piece) ? { ...piece, text: own.get(piece)! } : piece));
}

const isMark = ({ text }: Drawn): boolean => marks.test(text);
const isBlank = ({ text }: Drawn): boolean => text.trim() === '';
const isThin = ({ from, to, size }: Drawn): boolean => to - from < size * SPACE;
/** A sign without width is a mark whose name the font has wrong. */
const isUnknown = ({ text, from, to }: Drawn): boolean => to <= from && /^[\p{Cc}!-/:-@[-`{-~]$/u.test(text);
const onLine = (one: Drawn, other: Drawn): boolean => Math.abs(one.across - other.across) < Math.max(one.size, other.size) * 0.45;

function ownerOf(mark: Drawn, before: Drawn | undefined, after: Drawn | undefined): Drawn | undefined {
  const [previous, next] = [before, after].map((piece) => (piece && onLine(piece, mark) ? piece : undefined));
  if (!previous || !next) return previous ?? next;
  const [right, left] = next.from > previous.from ? [next, previous] : [previous, next];
  const reach = mark.size * REACH;
  const isOver = mark.to > right.from - reach && mark.from < right.to + reach;
  if (isOver && rightToLeft.test(right.text)) return right;
  return gapTo(right, mark) < gapTo(left, mark) ? right : left;
}

const gapTo = (piece: Drawn, mark: Drawn): number => {
  const middle = (mark.from + mark.to) / 2;
  return Math.max(piece.from - middle, middle - piece.to, 0);
};

/** A run that begins with a mark was joined to the first of the next run, which ends in the mark's letter. */
function carried(pieces: readonly Drawn[]): Drawn[] {
  let waiting = '';
  return pieces.map((piece) => {
    if (isBlank(piece) || isMark(piece)) return piece;
    const [, leading = '', rest = ''] = /^(\p{M}*)(.*)$/su.exec(piece.text)!;
    const text = rightToLeft.test(rest.at(-1) ?? '') ? rest + waiting : rest;
    waiting = rightToLeft.test(rest) ? leading : '';
    return text === piece.text ? piece : { ...piece, text };
  });
}
