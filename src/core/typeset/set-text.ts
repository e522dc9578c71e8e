// A text as tokens with their glyphs. An Arabic word among Arabic words is the same wherever it stands: each is set once.
import { type Direction, isFarReaching } from './bidi.ts';
import { itemize, type LinkPlace, type Token } from './itemize.ts';
import { type SetToken, withBreak } from './line.ts';
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
  const { arabic, foreign, space } = memoryOf(shaper, style);
  const words = text.split(' ');
  const known = words.map(arabic);
  const out: SetToken[] = [];
  for (let at = 0; at < words.length; ) {
    if (known[at]) {
      out.push(known[at++]!);
      if (known[at]) out.push(space);
      continue;
    }
    const from = at++;
    while (at < words.length && !known[at]) at++;
    // The end of a text is to it as an Arabic letter is.
    const between = from > 0 ? foreign(words.slice(from, at).join(' ')) : undefined;
    if (!between) return set(text);
    for (const token of between) out.push(token);
    if (at === words.length) out.pop();
  }
  // The text ends behind its last word.
  out.push(withBreak(out.pop()!, true));
  return out;
}

type Memory = {
  style: Style;
  /** The token of an Arabic word; none for others. */
  arabic: (word: string) => SetToken | undefined;
  /** Tokens of what stands between two Arabic words, with the spaces at its sides; none where they are not the same wherever it stands. */
  foreign: (words: string) => readonly SetToken[] | undefined;
  /** Between two Arabic words. */
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
/** Longer ones are seldom seen again. */
const LONGEST = 40;

/**
 * Letters and marks of Arabic, with what may stand before and after them in a sentence. All are of one level, whatever stands
 * beside them (UAX #9: what is between an Arabic letter and anything else is of the level of its paragraph); a line may end at
 * the space between two of them, and nowhere else (UAX #14).
 */
const arabicWord = /^[«"']?[\u0620-\u064a\u0671-\u06d3][\u0610-\u061a\u0620-\u065f\u0670-\u06d3]*[،؛؟.:!»"'…]*$/;
/** Nothing that opens, and holds to a quotation mark over the space before it (UAX #14 LB15). */
const startOfForeign = /^[\p{L}\p{Nd}!-/:-@–—•·]/u;

function remember(shaper: Shaper, style: Style): Memory {
  const set = (token: Token): SetToken => shapeToken(token, '', '', shaper, style);
  const arabic = remembered(MOST_WORDS, (word: string) =>
    arabicWord.test(word) ? set({ text: word, level: 1, script: 'Arab', kind: 'word', breakAfter: false }) : undefined,
  );
  const around = (words: string): readonly SetToken[] => shapeTokens(itemize(`ا ${words} ا`, 'rtl'), shaper, style).slice(1, -1);
  const foreign = remembered(MOST_WORDS, (words: string) =>
    words.length > LONGEST || !startOfForeign.test(words) || isFarReaching(words) ? undefined : around(words),
  );
  return { style, arabic, foreign, space: set({ text: ' ', level: 1, script: 'Arab', kind: 'space', breakAfter: true }) };
}

/** What `make` makes of the texts that are seen, at most so many. */
function remembered<T>(most: number, make: (text: string) => T | undefined): (text: string) => T | undefined {
  const known = new Map<string, T | undefined>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found;
    if (known.size === most) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}
