// Chance that can be had again: the seed is told with every failure and taken from WARRAQ_SEED.
export type Random = {
  readonly seed: number;
  /** A whole number from 0 up to, not including, `below`. */
  under(below: number): number;
  one<T>(values: readonly T[]): T;
  /** Up to so many different ones. */
  some<T>(values: readonly T[], most: number): T[];
};

const given = process.env['WARRAQ_SEED'];

/** mulberry32, by Tommy Ettinger: small, and good enough to choose a moment or a byte. */
export function randomFrom(salt = 0): Random {
  const seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  let state = (seed + salt * 0x9e3779b9) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const under = (below: number): number => Math.floor(next() * below);
  const one = <T>(values: readonly T[]): T => values[under(values.length)]!;
  return {
    seed,
    under,
    one,
    some(values, most) {
      if (values.length === 0) return [];
      return [...new Set(Array.from({ length: 1 + under(most) }, () => one(values)))];
    },
  };
}
