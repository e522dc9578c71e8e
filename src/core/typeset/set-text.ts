// A text as tokens with their glyphs. An Arabic word among Arabic words is the same wherever it stands: each is set once.
import { type Direction, isFarReaching } from './bidi.ts';
import { itemize, type LinkPlace } from './itemize.ts';
import type { SetToken } from './line.ts';
import { arabicSpaces, shapeToken, shapeTokens } from './shape-tokens.ts';
import type { Shaper } from './shape.types.ts';

type Style = { size: number; language: string; direction: Direction; links?: readonly LinkPlace[] | undefined };

export function setText(text: string, shaper: Shaper, style: Style): SetToken[] {
  const tokens = tokensOf(text, shaper, style);
  const spaceBetween = arabicSpaces(shaper, style);
  for (let at = tokens.length - 2; at > 0; at--)
    if (tokens[at]!.kind === 'space') tokens[at] = spaceBetween(tokens[at - 1]!, tokens[at]!, tokens[at + 1]!);
  return tokens;
}

function tokensOf(text: string, shaper: Shaper, style: Style): SetToken[] {
  if (text === '') return [];
  const { direction, links = [] } = style;
  const set = (stretch: string): SetToken[] => shapeTokens(itemize(stretch, direction, links), shaper, style);
  if (direction !== 'rtl' || links.length > 0) return set(text);
  const { arabic, space } = memoryOf(shaper, style);
  const words = text.split(' ');
  const known = words.map(arabic);
  if (words.some((word, at) => !known[at] && isFarReaching(word))) return set(text);
  const last = words.length - 1;
  const isAmongArabic = (at: number): boolean => !!known[at] && (at === last || !!known[at + 1]) && (at === 0 || !!known[at - 1]);
  const out: SetToken[] = [];
  for (let at = 0; at <= last; ) {
    if (isAmongArabic(at)) out.push(known[at++]!);
    else {
      const from = at++;
      while (at <= last && !isAmongArabic(at)) at++;
      for (const token of set(words.slice(from, at).join(' '))) out.push(token);
    }
    // A line ends behind the space, or behind the last word.
    const ends = at > last;
    if (out.at(-1)!.breakAfter !== ends) out.push({ ...out.pop()!, breakAfter: ends });
    if (!ends) out.push(space);
  }
  return out;
}

type Memory = {
  style: Style;
  /** The token of an Arabic word; none for others. */
  arabic: (word: string) => SetToken | undefined;
  space: SetToken;
};
const memories = new WeakMap<Shaper, Memory[]>();

function memoryOf(shaper: Shaper, style: Style): Memory {
  let all = memories.get(shaper);
  if (!all) memories.set(shaper, (all = []));
  const found = all.find((one) => one.style.size === style.size && one.style.language === style.language);
  if (found) return found;
  const made = remember(shaper, style);
  all.push(made);
  return made;
}

const MOST_WORDS = 20_000;

/**
 * Letters and marks of Arabic, with what may stand before and after them in a sentence. Its letters are of one level (UAX #9) and
 * cut what is before them from what is after; between two of them a line may end at the space, and nowhere else (UAX #14).
 */
const arabicWord = /^[«"']?[\u0620-\u064a\u0671-\u06d3][\u0610-\u061a\u0620-\u065f\u0670-\u06d3]*[،؛؟.:!»"'…]*$/;

function remember(shaper: Shaper, style: Style): Memory {
  const words = new Map<string, SetToken | undefined>();
  const arabic = (word: string): SetToken | undefined => {
    const known = words.get(word);
    if (known || words.has(word)) return known;
    if (words.size === MOST_WORDS) words.clear();
    const [token] = arabicWord.test(word) ? itemize(word, 'rtl') : [];
    const set = token && shapeToken({ ...token, breakAfter: false }, '', '', shaper, style);
    words.set(word, set);
    return set;
  };
  const space = { text: ' ', level: 1, script: 'Arab', kind: 'space', breakAfter: true } as const;
  return { style, arabic, space: shapeToken(space, '', '', shaper, style) };
}
