// How common words are, told by whoever counts them.

/** `of` gives the number of articles in which a term stands (0 when it is not known); `total` all articles. */
export type Frequencies = { readonly total: number; of(term: string): number };

/** How telling a term is: 0 for one that stands everywhere, about 1 more for each time it is three times as rare. */
export const rarity = (frequencies: Frequencies, term: string): number => Math.log((frequencies.total + 1) / (frequencies.of(term) + 0.5));
