// Every spelling that was met, numbered: what a build looks up for each word of each document.

/** What the index takes of a word: three terms that stand at one place. */
export type Word = { readonly exact: string; readonly folded: string; readonly stem: string };

export type Spelling = Word & {
  readonly number: number;
  readonly stemNumber: number;
  /** The number of its folded form under its stem. */
  readonly formNumber: number;
};

/** Frequent words are found in the one slot that their letters choose, without a walk through a large map. */
const SLOTS = 1 << 16;

function slotOf(word: string): number {
  let hash = word.length;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}

const isOf = (known: Word, { exact, folded, stem }: Word): boolean =>
  known.exact === exact && known.folded === folded && known.stem === stem;

export class Spellings {
  readonly all: Spelling[] = [];
  readonly stems: string[] = [];
  /** The number of each spelling's stem. */
  readonly stemOf: number[] = [];
  // The analyzer gives the same object for words met of late: most are known by that alone.
  readonly #met: (Word | undefined)[] = Array.from({ length: SLOTS });
  readonly #numbers = new Uint32Array(SLOTS);
  readonly #byExact = new Map<string, Spelling>();
  readonly #byFolded = new Map<string, Spelling>();
  readonly #stemNumbers = new Map<string, number>();
  // Nearly always a spelling has one analysis, and a folded form one stem; where they have several, each is a number of its own.
  readonly #otherSpellings = new Map<string, Spelling>();
  readonly #otherForms = new Map<string, number>();
  #forms = 0;

  numberOf(word: Word): number {
    const slot = slotOf(word.exact);
    const met = this.#met[slot];
    if (met === word || (met && isOf(met, word))) return this.#numbers[slot]!;
    const { number } = this.#spellingOf(word);
    this.#met[slot] = word;
    this.#numbers[slot] = number;
    return number;
  }

  #spellingOf(word: Word): Spelling {
    const first = this.#byExact.get(word.exact);
    if (first && isOf(first, word)) return first;
    const key = first && keyOf(word.exact, word.folded, word.stem);
    const other = key && this.#otherSpellings.get(key);
    if (other) return other;
    const { exact, folded, stem } = word;
    const spelling = {
      exact,
      folded,
      stem,
      number: this.all.length,
      stemNumber: this.#stemNumber(stem),
      formNumber: this.#formNumber(word),
    };
    this.all.push(spelling);
    this.stemOf.push(spelling.stemNumber);
    if (key) this.#otherSpellings.set(key, spelling);
    else this.#byExact.set(exact, spelling);
    if (!this.#byFolded.has(folded)) this.#byFolded.set(folded, spelling);
    return spelling;
  }

  #stemNumber(stem: string): number {
    const known = this.#stemNumbers.get(stem);
    if (known !== undefined) return known;
    this.#stemNumbers.set(stem, this.stems.length);
    return this.stems.push(stem) - 1;
  }

  #formNumber({ folded, stem }: Word): number {
    const first = this.#byFolded.get(folded);
    if (!first) return this.#forms++;
    if (first.stem === stem) return first.formNumber;
    const key = keyOf(folded, stem);
    const known = this.#otherForms.get(key) ?? this.#forms++;
    this.#otherForms.set(key, known);
    return known;
  }
}

const keyOf = (...terms: string[]): string => terms.join('\0');
