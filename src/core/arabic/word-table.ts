// A fixed set of words in typed arrays. A look-up takes a stretch of a word as it lies there: nothing is cut out for it.

export type WordTable = {
  /**
   * The number of the word that stands at [start, end) of the text, or -1. With `ending`, one UTF-16 unit, it is asked about as though
   * that stood behind it.
   */
  find(text: string, start: number, end: number, ending?: number): number;
};

const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);
const spread = (hash: number): number => hash ^ (hash >>> 15);

/** Words are numbered in their order. */
export function wordTableOf(words: readonly string[]): WordTable {
  const mask = 2 ** Math.ceil(Math.log2(words.length * 2 + 1)) - 1;
  /** Number + 1; 0 where nothing is. */
  const slots = new Uint32Array(mask + 1);
  const starts = new Uint32Array(words.length + 1);
  for (const [at, word] of words.entries()) starts[at + 1] = starts[at]! + word.length;
  const letters = new Uint16Array(starts[words.length]!);
  for (const [number, word] of words.entries()) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) {
      letters[starts[number]! + at] = word.charCodeAt(at);
      hash = mix(hash, word.charCodeAt(at));
    }
    let slot = spread(hash) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }

  function stands(number: number, text: string, start: number, end: number, ending: number): boolean {
    let at = starts[number]!;
    const length = end - start + (ending === 0 ? 0 : 1);
    if (starts[number + 1]! - at !== length) return false;
    for (let from = start; from < end; from++, at++) if (letters[at] !== text.charCodeAt(from)) return false;
    return ending === 0 || letters[at] === ending;
  }

  return {
    find(text, start, end, ending = 0) {
      let hash = 0;
      for (let at = start; at < end; at++) hash = mix(hash, text.charCodeAt(at));
      if (ending !== 0) hash = mix(hash, ending);
      for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
        const number = slots[slot]! - 1;
        if (number < 0 || stands(number, text, start, end, ending)) return number;
      }
    },
  };
}
