// A text too long to be laid out at once, in stretches that are: what is laid out costs by its letters, and only those in sight are.

/** In UTF-16 units: from so many on a text is cut, into stretches of about so many. */
const LONG = 20_000;
const STRETCH = 4_000;

/** A letter is not parted from its marks, nor a pair of surrogates. */
const joins = /[\p{M}\p{Cf}\udc00-\udfff]/u;

/** Ends of its stretches: at a space, where there is one; the last is the end of the text. */
export function stretchEnds(text: string): number[] {
  const ends: number[] = [];
  for (let from = 0; text.length > LONG && from + 2 * STRETCH < text.length; from = ends.at(-1)!) {
    const space = text.lastIndexOf(' ', from + STRETCH);
    let end = space > from + STRETCH / 2 ? space + 1 : from + STRETCH;
    while (end < from + 2 * STRETCH && joins.test(text.charAt(end))) end++;
    ends.push(end);
  }
  return [...ends, text.length];
}
