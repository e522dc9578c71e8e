// Round numbers for an axis of counts. Pure.

/** From 0 in equal whole steps of 1, 2 or 5 times a power of ten, to the first that is not below `most`; at most `lines` steps. */
export function roundSteps(most: number, lines = 4): number[] {
  const wanted = Math.max(1, most) / lines;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= wanted - 1e-9) ?? 10) * power);
  const count = Math.max(1, Math.ceil(Math.max(1, most) / step));
  return Array.from({ length: count + 1 }, (_, n) => n * step);
}
