// A paragraph cut into tokens: words and spaces, split where the level, the script or UAX #14 divides them.
import { type Direction, embeddingLevels } from './bidi.ts';
import { lineBreaks } from './line-break.ts';
import { scriptOf } from './script.ts';

export interface Token {
  text: string;
  level: number;
  /** ISO 15924. */
  script: string;
  kind: 'word' | 'space' | 'fixed-space';
  /** A line may end after this token. */
  breakAfter: boolean;
  /** Which of the links it belongs to. */
  link?: number;
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\u00a0';

/** A stretch of a text, in UTF-16 units. */
export type LinkPlace = { start: number; end: number };

/** Tokens of `links` are of one of them wholly, or of none. */
export function itemize(text: string, base: Direction, links: readonly LinkPlace[] = []): Token[] {
  if (text === '') return [];
  const levels = embeddingLevels(text, base);
  const breaks = new Set(lineBreaks(text).map(({ at }) => at)).add(text.length);
  const edges = new Set(links.flatMap((link) => [link.start, link.end]));
  const tokens: Token[] = [];
  let start = 0;
  let script: string | undefined;
  // Signs and digits are of the script before them (UAX #24 5.1), at first of the paragraph's.
  let before = base === 'rtl' ? 'Arab' : 'Latn';
  const close = (end: number): void => {
    const first = text[start];
    before = script ?? before;
    const link = links.findIndex((one) => one.start <= start && start < one.end);
    tokens.push({
      ...(link < 0 ? {} : { link }),
      text: text.slice(start, end),
      level: levels[start] ?? 0,
      script: before,
      kind: first === ' ' ? 'space' : first === '\u00a0' ? 'fixed-space' : 'word',
      breakAfter: breaks.has(end),
    });
    start = end;
    script = undefined;
  };
  let at = 0;
  for (const character of text) {
    const found = scriptOf(character);
    const differs = found !== undefined && script !== undefined && found !== script;
    if (
      at > 0 &&
      (differs || levels[at] !== levels[at - 1] || isSpace(character) || isSpace(text[at - 1]) || breaks.has(at) || edges.has(at))
    )
      close(at);
    script ??= found;
    at += character.length;
  }
  close(text.length);
  return tokens;
}
