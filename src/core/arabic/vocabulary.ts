// A sorted list of terms in three typed arrays: 264,000 terms take 6 MB, and a walk reads letters without making strings.

export type Vocabulary = {
  readonly size: number;
  /** UTF-16 units of all terms, one after the other; term n stands at [starts[n], starts[n + 1]). Terms ascend by unit. */
  readonly letters: Uint16Array;
  readonly starts: Uint32Array;
  /** Articles that a term stands in. */
  readonly frequencies: Uint32Array;
};

/** Of terms with their document frequencies, in any order. */
export function vocabularyOf(frequencyOf: ReadonlyMap<string, number>): Vocabulary {
  // Without a comparing function: strings are then ordered by their units, natively.
  const terms = [...frequencyOf.keys()].sort();
  const starts = new Uint32Array(terms.length + 1);
  for (const [at, term] of terms.entries()) starts[at + 1] = starts[at]! + term.length;
  const letters = new Uint16Array(starts[terms.length]!);
  for (const [at, term] of terms.entries()) for (let i = 0; i < term.length; i++) letters[starts[at]! + i] = term.charCodeAt(i);
  return { size: terms.length, letters, starts, frequencies: Uint32Array.from(terms, (term) => frequencyOf.get(term)!) };
}

export const termAt = ({ letters, starts }: Vocabulary, at: number): string =>
  String.fromCharCode(...letters.subarray(starts[at]!, starts[at + 1]!));

/** 0 when the vocabulary does not hold the term. */
export function frequencyIn(vocabulary: Vocabulary, term: string): number {
  let low = 0;
  let high = vocabulary.size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compare(vocabulary, middle, term);
    if (order === 0) return vocabulary.frequencies[middle]!;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return 0;
}

function compare({ letters, starts }: Vocabulary, at: number, term: string): number {
  const start = starts[at]!;
  const length = starts[at + 1]! - start;
  for (let i = 0; i < length && i < term.length; i++) {
    const difference = letters[start + i]! - term.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return length - term.length;
}

/** Reads a term letter by letter. `step` gives whether any term may still follow; `accepts` whether a term may end here. */
export type Automaton = {
  step(depth: number, letter: number): boolean;
  accepts(depth: number): boolean;
};

/**
 * Numbers of all terms that the automaton accepts, ascending. Common beginnings are read once, and everything behind a
 * beginning that leads nowhere is leapt over, so a narrow question costs a few thousand steps, not a scan.
 */
export function walk(vocabulary: Vocabulary, automaton: Automaton): number[] {
  const { size, letters, starts } = vocabulary;
  const found: number[] = [];
  let before = 0;
  let alive = 0;
  for (let at = 0; at < size; ) {
    const start = starts[at]!;
    const length = starts[at + 1]! - start;
    let depth = 0;
    while (depth < alive && depth < length && letters[start + depth] === letters[before + depth]) depth++;
    while (depth < length && automaton.step(depth, letters[start + depth]!)) depth++;
    before = start;
    alive = depth;
    if (depth < length) at = behind(vocabulary, at, depth + 1);
    else {
      if (automaton.accepts(length)) found.push(at);
      at++;
    }
  }
  return found;
}

/** The first term after `at` that does not share its first `shared` letters. */
function behind(vocabulary: Vocabulary, at: number, shared: number): number {
  let step = 1;
  let low = at;
  while (low + step < vocabulary.size && shares(vocabulary, at, low + step, shared)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, vocabulary.size);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (shares(vocabulary, at, middle, shared)) low = middle;
    else high = middle;
  }
  return high;
}

function shares({ letters, starts }: Vocabulary, one: number, other: number, shared: number): boolean {
  const a = starts[one]!;
  const b = starts[other]!;
  if (starts[other + 1]! - b < shared) return false;
  // Sorted neighbours differ late: the end of the beginning is looked at first.
  for (let i = shared - 1; i >= 0; i--) if (letters[a + i] !== letters[b + i]) return false;
  return true;
}
