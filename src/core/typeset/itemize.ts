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

const [SPACE, NO_BREAK_SPACE] = [0x20, 0xa0];

/** A stretch of a text, in UTF-16 units. */
export type LinkPlace = { start: number; end: number };

/** Tokens of `links` are of one of them wholly, or of none. */
export function itemize(text: string, base: Direction, links: readonly LinkPlace[] = []): Token[] {
  if (text === '') return [];
  const levels = embeddingLevels(text, base);
  const breaks = lineBreaks(text);
  const edges = new Set(links.flatMap((link) => [link.start, link.end]));
  const tokens: Token[] = [];
  let start = 0;
  let script: string | undefined;
  // Signs and digits are of the script before them (UAX #24 5.1), at first of the paragraph's.
  let before = base === 'rtl' ? 'Arab' : 'Latn';
  let following = 0;
  const close = (end: number, breakAfter: boolean): void => {
    const first = text.charCodeAt(start);
    before = script ?? before;
    const kind = first === SPACE ? 'space' : first === NO_BREAK_SPACE ? 'fixed-space' : 'word';
    const token: Token = { text: text.slice(start, end), level: levels[start] ?? 0, script: before, kind, breakAfter };
    const link = links.findIndex((one) => one.start <= start && start < one.end);
    tokens.push(link < 0 ? token : { ...token, link });
    start = end;
    script = undefined;
  };
  let spaceBefore = false;
  let next = 0;
  for (let at = 0; at < text.length; at = next) {
    const code = text.charCodeAt(at);
    next = at + (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1);
    const space = code === SPACE || code === NO_BREAK_SPACE;
    const found = space ? undefined : code >= 0x620 && code <= 0x64a ? 'Arab' : scriptOf(text.slice(at, next));
    while ((breaks[following]?.at ?? text.length) < at) following++;
    const breakBefore = breaks[following]?.at === at;
    const differs = found !== undefined && script !== undefined && found !== script;
    if (at > 0 && (differs || space || spaceBefore || breakBefore || levels[at] !== levels[at - 1] || edges.has(at)))
      close(at, breakBefore);
    script ??= found;
    spaceBefore = space;
  }
  close(text.length, true);
  return tokens;
}
