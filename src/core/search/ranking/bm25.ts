// BM25 (Robertson and Zaragoza, 2009) in the two halves an index needs: what a term is worth, and what an article has of it.

/** Damping of repeated words, and the part of the length norm. The usual values; nothing was gained by others. */
export const K1 = 1.2;
export const B = 0.75;

/** Worth of a term that stands in `frequency` of `total` articles: 0 or more, natural logarithm. */
export const idf = (frequency: number, total: number): number => Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5));

/** 0 to 1 (never reached) + K1: `times` a term stands in an article of `length` words, `average` being the mean length. */
export const saturation = (times: number, length: number, average: number): number =>
  (times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / average));
