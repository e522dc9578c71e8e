// A text too long to be worked on at once, in stretches that are not.

/** A letter is not parted from its marks, nor a pair of surrogates. */
const joins = /[\p{M}\p{Cf}\udc00-\udfff]/u;

/**
 * Ends of its stretches: at a space, where there is one; the last is the end of the text. In UTF-16 units: a text longer than
 * `long` is cut, into stretches of about `stretch`.
 */
export function stretchEnds(text: string, { long, stretch }: { long: number; stretch: number }): number[] {
  const ends: number[] = [];
  for (let from = 0; text.length > long && from + 2 * stretch < text.length; from = ends.at(-1)!) {
    const space = text.lastIndexOf(' ', from + stretch);
    let end = space > from + stretch / 2 ? space + 1 : from + stretch;
    while (end < from + 2 * stretch && joins.test(text.charAt(end))) end++;
    ends.push(end);
  }
  return [...ends, text.length];
}
