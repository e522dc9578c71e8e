// The glyph of a character that no face has: a frame with its code point in it, two rows of hexadecimal digits.
import { boxAdvance } from '#core/typeset/companions.ts';
import { type Outline, transformed } from './outline.ts';

/** In ems, from the baseline. */
const [FOOT, TOP, SIDE, STROKE] = [-0.15, 0.75, 0.04, 0.03];
const DIGIT_HEIGHT = 0.3;

/** A digit drawn for an em of one, its height and advance. */
export type Digit = { outline: Outline; height: number; advance: number };

export function codeBox(codePoint: number, digits: ReadonlyMap<string, Digit>, unitsPerEm: number): Outline {
  const width = boxAdvance(codePoint);
  const code = codePoint
    .toString(16)
    .toUpperCase()
    .padStart(codePoint > 0xffff ? 6 : 4, '0');
  const half = code.length / 2;
  const rows = [code.slice(0, half), code.slice(half)].flatMap((row, at) => {
    const middle = (FOOT + TOP) / 2 + (at === 0 ? 0.2 : -0.2);
    return [...row].flatMap((sign, place) => {
      const digit = digits.get(sign);
      if (!digit) return [];
      const scale = DIGIT_HEIGHT / digit.height;
      const cell = (width - 2 * (SIDE + STROKE)) / half;
      const x = SIDE + STROKE + cell * (place + 0.5) - (digit.advance * scale) / 2;
      return transformed(digit.outline, (left, up) => [left * scale + x, up * scale + middle - DIGIT_HEIGHT / 2]);
    });
  });
  const frame = [
    rectangle(SIDE, FOOT, width - SIDE, TOP),
    rectangle(SIDE + STROKE, FOOT + STROKE, width - SIDE - STROKE, TOP - STROKE).reverse(),
  ];
  return transformed([...frame, ...rows], (x, y) => [x * unitsPerEm, y * unitsPerEm]);
}

/** Clockwise, as outer contours go. */
const rectangle = (left: number, foot: number, right: number, top: number): Outline[number] =>
  [
    [left, foot],
    [left, top],
    [right, top],
    [right, foot],
  ].map(([x, y]) => ({ x: x!, y: y!, on: true }));
