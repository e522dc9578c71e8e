// Where a quoted stretch of a text stands, once the text has been edited: the selectors of the W3C Web Annotation Data Model
// (4.2.4 text quote, 4.2.5 text position), resolved. Offsets are UTF-16 units.
import { foldName } from './fold-name.ts';
import { compare } from './myers.ts';

export type Stretch = { readonly start: number; readonly end: number };
/** What was there, with a little of what stood around it. */
export type Quote = { readonly exact: string; readonly prefix: string; readonly suffix: string };
export type Anchor = Stretch & Quote;

/** Units kept of what stands on either side. */
const CONTEXT = 32;
/** Units of it that must still stand there, where the quote itself has moved. */
const AGREED = 8;
/** A quote of this length is itself enough. */
const TELLING = 24;
/** Shorter words may come into any text by chance. */
const OWN = 4;

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/** The quote of a stretch; no character is cut in two. */
export function quoteAt(text: string, { start, end }: Stretch): Quote {
  let from = Math.max(0, start - CONTEXT);
  if (isLowSurrogate(text.charCodeAt(from))) from++;
  let to = Math.min(text.length, end + CONTEXT);
  if (isLowSurrogate(text.charCodeAt(to))) to--;
  return { exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

const sharedEnd = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
};
const sharedStart = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
};

/** The occurrence of the quote whose surroundings agree best, the nearest of equals; undefined when none can be told to be it. */
function bestOccurrence(text: string, { exact, prefix, suffix, start }: Anchor): Stretch | undefined {
  if (exact === '') return undefined;
  const needed = exact.length >= TELLING ? 0 : Math.min(AGREED, prefix.length + suffix.length);
  let best: { at: number; agreed: number } | undefined;
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length;
    const before = sharedEnd(text.slice(Math.max(0, at - prefix.length), at), prefix);
    const agreed = before + sharedStart(text.slice(end, end + suffix.length), suffix);
    if (agreed < needed && at !== start) continue;
    const nearer = best === undefined || Math.abs(at - start) < Math.abs(best.at - start);
    if (best === undefined || agreed > best.agreed || (agreed === best.agreed && nearer)) best = { at, agreed };
  }
  return best && { start: best.at, end: best.at + exact.length };
}

/** Each letter as names are folded, with the place in the text that it comes from; white space counts once. */
function folded(text: string): { letters: string; places: number[] } {
  let letters = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const letter = /\s/u.test(character) ? (letters.endsWith(' ') ? '' : ' ') : foldName(character).replaceAll(/\p{Cf}/gu, '');
    for (let unit = 0; unit < letter.length; unit++) places.push(at);
    letters += letter;
    at += character.length;
  }
  places.push(text.length);
  return { letters, places };
}

/** In another spelling: hamza, ya, ta marbuta, tashkeel, white space. */
function foldedOccurrence(text: string, anchor: Anchor): Stretch | undefined {
  const { letters, places } = folded(text);
  const fold = (one: string): string => folded(one).letters;
  const exact = fold(anchor.exact).trim();
  if (exact === '') return undefined;
  const start = places.findIndex((place) => place >= anchor.start);
  const found = bestOccurrence(letters, {
    exact,
    prefix: fold(anchor.prefix),
    suffix: fold(anchor.suffix),
    start,
    end: start + exact.length,
  });
  if (!found) return undefined;
  // Marks that follow the last letter belong to it.
  const end = places[found.end] ?? text.length;
  const stretch = text.slice(places[found.start], end);
  return { start: places[found.start]!, end: end - (stretch.length - stretch.trimEnd().length) };
}

/**
 * Where the anchor stands now: at its place, if the quote with its surroundings is there; else where the quote is; else, with
 * `folded`, where it is in another spelling. Undefined when it stands nowhere.
 */
export function locate(text: string, anchor: Anchor, options: { folded?: boolean } = {}): Stretch | undefined {
  const { start, end, exact, prefix, suffix } = anchor;
  const here = exact !== '' && text.startsWith(exact, start) && end === start + exact.length;
  if (here && text.startsWith(suffix, end) && text.slice(0, start).endsWith(prefix)) return { start, end };
  return bestOccurrence(text, anchor) ?? (options.folded ? foldedOccurrence(text, anchor) : undefined);
}

/**
 * Where a stretch of `before` stands in `after`, told from what of the text is the same at its beginning and its end; with `grow`
 * a stretch that was edited inside goes on to hold the edit. Undefined when the edit reaches over its edge.
 */
export function moved(before: string, after: string, { start, end }: Stretch, { grow = false } = {}): Stretch | undefined {
  const head = sharedStart(before, after);
  const tail = Math.min(sharedEnd(before, after), Math.min(before.length, after.length) - head);
  const edited = before.length - tail;
  const shift = after.length - before.length;
  if (end <= head) return { start, end };
  if (start >= edited) return { start: start + shift, end: end + shift };
  const inside = start <= head && end >= edited && (start < head || end > edited);
  if (grow && inside && end + shift > start) return { start, end: end + shift };
  const exact = before.slice(start, end);
  const only = onlyPlace(after, exact);
  if (exact.length >= OWN && onlyPlace(before, exact) !== undefined && only !== undefined) return { start: only, end: only + exact.length };
  return carried(before, after, { start, end }, grow);
}

/** Where a text holds another, if it does so once. */
function onlyPlace(text: string, exact: string): number | undefined {
  const at = text.indexOf(exact);
  return at >= 0 && text.indexOf(exact, at + 1) < 0 ? at : undefined;
}

const tokensOf = (text: string): { text: string; start: number }[] =>
  Array.from(text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*|\S/gu), ({ index, 0: one }) => ({ text: one, start: index }));

/** The same among several edits: where the words of a stretch stand that both texts have. With `grow` the first and the last are enough. */
function carried(before: string, after: string, { start, end }: Stretch, grow: boolean): Stretch | undefined {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const names = new Map<string, number>();
  const numbered = (tokens: typeof a): Int32Array =>
    Int32Array.from(tokens, ({ text }) => names.get(text) ?? (names.set(text, names.size), names.size - 1));
  const [kept, fresh] = compare(numbered(a), numbered(b));
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < a.length; i++) {
    if (!kept[i]) continue;
    while (fresh[j]) j++;
    pairs.set(i, j++);
  }
  const first = a.findIndex((one) => one.start + one.text.length > start);
  const last = a.findLastIndex((one) => one.start < end);
  const [from, to] = [pairs.get(first), pairs.get(last)];
  if (from === undefined || to === undefined || (!grow && to - from !== last - first)) return undefined;
  const moves = { start: start + b[from]!.start - a[first]!.start, end: end + b[to]!.start - a[last]!.start };
  return grow || after.slice(moves.start, moves.end) === before.slice(start, end) ? moves : undefined;
}
