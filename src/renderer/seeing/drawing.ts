// A picture as shapes: made by pure functions, shown in the window and written to a file from the same list.
import type { TagColour } from '#contract/shelf.ts';
import { directionOfText } from '#text/direction.ts';

/** A colour of the window by its name in tokens.css, or that of a tag. */
export type Ink = 'ink' | 'soft' | 'line' | 'edge' | 'accent' | TagColour;

/** CSS pixels; y grows downward. `side`: which edge of the text stands at x. */
export type Shape =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly ink: Ink }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly ink: Ink }
  | { readonly kind: 'path'; readonly d: string; readonly ink: Ink; readonly stroke?: number }
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly side: 'left' | 'right' | 'middle';
      readonly size: number;
      readonly ink: Ink;
      readonly strong?: boolean;
    };

/** What a mark stands for: articles of a time, with a tag, of a source, by an author. Dates are ISO prefixes, inclusive. */
export type Pick = {
  readonly time?: { readonly from: string; readonly to: string } | undefined;
  readonly tag?: string | undefined;
  readonly source?: string | undefined;
  readonly author?: string | undefined;
};

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A part of a picture that can be chosen. `name` is what a screen reader says. `at`: its column and row, for the arrow keys. */
export type Mark = {
  readonly key: string;
  readonly name: string;
  readonly pick: Pick;
  readonly box: Box;
  readonly at: readonly [column: number, row: number];
  readonly shapes: readonly Shape[];
};

/** A line between two marks, which can be chosen as they can: for what both stand for. */
export type Tie = {
  readonly key: string;
  readonly name: string;
  readonly picks: readonly [Pick, Pick];
  readonly at: readonly [column: number, row: number];
  readonly of: readonly [string, string];
  readonly shape: Shape & { readonly kind: 'path' };
};

/** What can be chosen in a picture. */
export type Spot = {
  readonly key: string;
  readonly name: string;
  readonly picks: readonly Pick[];
  readonly at: readonly [column: number, row: number];
};

/** Marks first. */
export const spotsOf = ({ marks, ties }: Drawing): Spot[] => [...marks.map((mark) => ({ ...mark, picks: [mark.pick] })), ...ties];

export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly direction: 'rtl' | 'ltr';
  readonly title: string;
  readonly description: string;
  /** Behind the marks. */
  readonly shapes: readonly Shape[];
  readonly ties: readonly Tie[];
  /** Where ties can be pressed: not where marks stand. */
  readonly tieRoom?: Box;
  readonly marks: readonly Mark[];
};

/** How a picture speaks: the person's language, digits and names of months. */
export type Speech = {
  readonly direction: 'rtl' | 'ltr';
  readonly number: (value: number) => string;
  /** A span by its whole name, and as short as an axis wants it. */
  readonly span: (at: string, unit: 'month' | 'year' | 'decade') => string;
  readonly year: (at: string) => string;
  readonly month: (at: string) => string;
  readonly articles: (count: number) => string;
  /** Parts of a sentence, as a list. */
  readonly list: (parts: readonly string[]) => string;
};

/** The direction that a text is set in, and the anchor that puts its edge where it is wanted (SVG 2, 11.10.3). */
export function setting(
  { text, side }: { text: string; side: 'left' | 'right' | 'middle' },
  direction: 'rtl' | 'ltr',
): { direction: 'rtl' | 'ltr'; anchor: 'start' | 'middle' | 'end' } {
  const own = directionOfText(text);
  const dir = own === 'auto' ? direction : own;
  if (side === 'middle') return { direction: dir, anchor: 'middle' };
  return { direction: dir, anchor: (side === 'right') === (dir === 'rtl') ? 'start' : 'end' };
}

const isolates = { rtl: '\u2067', ltr: '\u2066', auto: '\u2068' } as const;

/** A name among other words: isolated, in the direction that it has everywhere else (UAX #9, RLI, LRI, FSI). */
export const isolated = (name: string): string => `${isolates[directionOfText(name)]}${name}\u2069`;

/** A rough measure, a little more than most texts take: nothing is drawn yet that could be measured. */
export function widthOf(text: string, size: number): number {
  let wide = 0;
  for (const letter of text.replaceAll(/\p{M}/gu, '')) wide += /\p{Script=Arabic}/u.test(letter) ? 0.5 : 0.58;
  return wide * size;
}

/** The text, or as much of its beginning as there is room for. */
export function fitting(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
