// The letters that are counted, and how the counts are written.

/** 0 is the end of a word, 1–26 U+0621–063A, 27–36 U+0641–064A. */
export const LETTERS = 37;
/** Quarters of a bit, from −10 to +5.75. */
export const STEPS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-';

/** Letters of Persian and Urdu, as the Arabic ones whose place they take. */
const kin: Record<number, number> = {
  0x67e: 0x628,
  0x686: 0x62c,
  0x698: 0x632,
  0x6af: 0x643,
  0x6a9: 0x643,
  0x6cc: 0x64a,
  0x6a4: 0x641,
  0x679: 0x62a,
  0x688: 0x62f,
  0x691: 0x631,
  0x6ba: 0x646,
  0x6be: 0x647,
  0x6c1: 0x647,
  0x6d2: 0x64a,
};

/** Undefined for vowel signs and tatweel, which stand between letters and change nothing; 0 for all that is no letter. */
export function letterClass(unit: number): number | undefined {
  const letter = kin[unit] ?? unit;
  if (letter >= 0x621 && letter <= 0x63a) return letter - 0x620;
  if (letter >= 0x641 && letter <= 0x64a) return letter - 0x641 + 27;
  return (letter >= 0x64b && letter <= 0x652) || letter === 0x640 || letter === 0x670 ? undefined : 0;
}
