// Where an arrow key leads in a picture. Pure.
import type { Spot } from './drawing.ts';

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The mark that lies next in the direction of a key, as it is seen; Home and End go to the first and the last. Undefined for none. */
export function markBy(key: string, from: number, marks: readonly Pick<Spot, 'at'>[]): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return marks.length - 1;
  const way = ways[key];
  const here = marks[from];
  if (!way || !here) return undefined;
  const [dx, dy] = way;
  let best: { at: number; off: number; far: number } | undefined;
  for (const [at, { at: place }] of marks.entries()) {
    const [x, y] = [place[0] - here.at[0], place[1] - here.at[1]];
    const [far, off] = dx === 0 ? [y * dy, Math.abs(x)] : [x * dx, Math.abs(y)];
    // Along a line one stays on it; from line to line one goes to the next, and there as little aside as can be.
    if (far <= 0 || (dx !== 0 && off > 0)) continue;
    if (!best || far < best.far || (far === best.far && off < best.off)) best = { at, off, far };
  }
  return best?.at;
}
