// A paragraph cut into tokens: words and spaces, split at level changes and UAX #14 break opportunities.
import { type Direction, embeddingLevels } from './bidi.ts';
import { lineBreaks } from './line-break.ts';

export interface Token {
  text: string;
  level: number;
  kind: 'word' | 'space' | 'fixed-space';
  /** A line may end after this token. */
  breakAfter: boolean;
}

const isSpace = (character: string | undefined): boolean => character === ' ' || character === '\u00a0';
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

export function itemize(text: string, base: Direction): Token[] {
  if (text === '') return [];
  const levels = embeddingLevels(text, base);
  const breaks = new Set(lineBreaks(text).map(({ at }) => at)).add(text.length);
  const tokens: Token[] = [];
  let start = 0;
  const close = (end: number): void => {
    const first = text[start];
    tokens.push({
      text: text.slice(start, end),
      level: levels[start] ?? 0,
      kind: first === ' ' ? 'space' : first === '\u00a0' ? 'fixed-space' : 'word',
      breakAfter: breaks.has(end),
    });
    start = end;
  };
  for (let at = 1; at < text.length; at++) {
    if (isLow(text.charCodeAt(at))) continue;
    if (levels[at] !== levels[at - 1] || isSpace(text[at]) || isSpace(text[at - 1]) || breaks.has(at)) close(at);
  }
  close(text.length);
  return tokens;
}
