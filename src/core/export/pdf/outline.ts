// Outlines of a TrueType face as points (OpenType, glyf), so that glyphs of one face can stand in another of other units.
import { componentOffsets, type TrueType } from './true-type.ts';

type Point = { x: number; y: number; on: boolean };
/** Closed contours; of two points off the curve the middle is on it. */
export type Outline = Point[][];

type Affine = (x: number, y: number) => readonly [number, number];
export const transformed = (outline: Outline, by: Affine): Outline =>
  outline.map((contour) =>
    contour.map(({ x, y, on }) => {
      const [left, up] = by(x, y);
      return { x: left, y: up, on };
    }),
  );

/** Components are drawn in; hints are left out. */
export function outlineOf(face: Pick<TrueType, 'glyph'>, gid: number, depth = 0): Outline {
  const glyph = face.glyph(gid);
  if (glyph.length < 10 || depth > 8) return [];
  if (glyph.readInt16BE(0) >= 0) return simpleOutline(glyph);
  return componentOffsets(glyph).flatMap((at) => transformed(outlineOf(face, glyph.readUInt16BE(at), depth + 1), placing(glyph, at)));
}

const [WORDS, XY, SCALE, X_AND_Y, TWO_BY_TWO] = [1, 2, 8, 0x40, 0x80] as const;

/** How the component whose glyph id stands at `at` is moved and scaled. */
function placing(glyph: Buffer, at: number): Affine {
  const flags = glyph.readUInt16BE(at - 2);
  const read = flags & WORDS ? (field: number) => glyph.readInt16BE(at + 2 + 2 * field) : (field: number) => glyph.readInt8(at + 2 + field);
  const [dx, dy] = flags & XY ? [read(0), read(1)] : [0, 0];
  const after = at + 2 + (flags & WORDS ? 4 : 2);
  const factor = (field: number): number => glyph.readInt16BE(after + 2 * field) / 0x4000;
  if (flags & TWO_BY_TWO) {
    const [a, b, c, d] = [factor(0), factor(1), factor(2), factor(3)];
    return (x, y) => [a * x + c * y + dx, b * x + d * y + dy];
  }
  const [across, up] = flags & X_AND_Y ? [factor(0), factor(1)] : flags & SCALE ? [factor(0), factor(0)] : [1, 1];
  return (x, y) => [across * x + dx, up * y + dy];
}

const [ON, X_SHORT, Y_SHORT, REPEAT, X_SAME, Y_SAME] = [1, 2, 4, 8, 0x10, 0x20] as const;

function simpleOutline(glyph: Buffer): Outline {
  const ends = Array.from({ length: glyph.readInt16BE(0) }, (_, at) => glyph.readUInt16BE(10 + 2 * at));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * ends.length;
  at += 2 + glyph.readUInt16BE(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyph.readUInt8(at++);
    flags.push(flag);
    if (flag & REPEAT) for (let more = glyph.readUInt8(at++); more > 0; more--) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? glyph.readUInt8(at++) : -glyph.readUInt8(at++);
      else if (!(flag & same)) {
        value += glyph.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(X_SHORT, X_SAME);
  const ys = coordinates(Y_SHORT, Y_SAME);
  const points = flags.slice(0, count).map((flag, index) => ({ x: xs[index]!, y: ys[index]!, on: (flag & ON) !== 0 }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : ends[index - 1]! + 1, end + 1));
}

/** A simple glyph without hints; coordinates are rounded. */
export function glyphOf(outline: Outline): Buffer {
  const contours = outline.filter(({ length }) => length > 0);
  const points = contours.flat().map(({ x, y, on }) => ({ x: Math.round(x), y: Math.round(y), on }));
  if (points.length === 0) return Buffer.alloc(0);
  const [flags, xs, ys]: [number[], number[], number[]] = [[], [], []];
  const push = (bytes: number[], delta: number, short: number, same: number): number => {
    if (delta === 0) return same;
    if (Math.abs(delta) < 256) {
      bytes.push(Math.abs(delta));
      return short | (delta > 0 ? same : 0);
    }
    bytes.push((delta >> 8) & 0xff, delta & 0xff);
    return 0;
  };
  let [x, y] = [0, 0];
  for (const point of points) {
    flags.push((point.on ? ON : 0) | push(xs, point.x - x, X_SHORT, X_SAME) | push(ys, point.y - y, Y_SHORT, Y_SAME));
    ({ x, y } = point);
  }
  const head = Buffer.alloc(10 + 2 * contours.length + 2);
  head.writeInt16BE(contours.length, 0);
  const bounds = (pick: (...values: number[]) => number, axis: 'x' | 'y'): number =>
    points.map((one) => one[axis]).reduce((a, b) => pick(a, b));
  [bounds(Math.min, 'x'), bounds(Math.min, 'y'), bounds(Math.max, 'x'), bounds(Math.max, 'y')].forEach((value, field) =>
    head.writeInt16BE(value, 2 + 2 * field),
  );
  let end = -1;
  contours.forEach(({ length }, at) => head.writeUInt16BE((end += length), 10 + 2 * at));
  return Buffer.concat([head, Buffer.from([...flags, ...xs, ...ys])]);
}
