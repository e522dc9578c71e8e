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
  readonly #byAll = new Map<string, Spelling>();
  readonly #stemNumbers = new Map<string, number>();
  readonly #formNumbers = new Map<string, number>();

  numberOf(word: Word): number {
    const slot = slotOf(word.exact);
    const met = this.#met[slot];
    if (met === word || (met && isOf(met, word))) return this.#numbers[slot]!;
    const known = this.#byExact.get(word.exact);
    const { number } = known && isOf(known, word) ? known : this.#another(word, known === undefined);
    this.#met[slot] = word;
    this.#numbers[slot] = number;
    return number;
  }

  /** Nearly always a spelling has one analysis; where it has several, each is a spelling of its own. */
  #another({ exact, folded, stem }: Word, first: boolean): Spelling {
    const key = `${exact}\0${folded}\0${stem}`;
    const known = first ? undefined : this.#byAll.get(key);
    if (known) return known;
    const spelling = {
      exact,
      folded,
      stem,
      number: this.all.length,
      stemNumber: this.#stemNumber(stem),
      formNumber: this.#formNumber(`${folded}\0${stem}`),
    };
    this.all.push(spelling);
    this.stemOf.push(spelling.stemNumber);
    if (first) this.#byExact.set(exact, spelling);
    this.#byAll.set(key, spelling);
    return spelling;
  }

  #stemNumber(stem: string): number {
    const known = this.#stemNumbers.get(stem);
    if (known !== undefined) return known;
    this.#stemNumbers.set(stem, this.stems.length);
    return this.stems.push(stem) - 1;
  }

  #formNumber(form: string): number {
    const known = this.#formNumbers.get(form) ?? this.#formNumbers.size;
    this.#formNumbers.set(form, known);
    return known;
  }
}
