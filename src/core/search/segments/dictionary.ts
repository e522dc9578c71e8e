// Sorted terms with a few numbers each, in pages of 16: a term is written as what differs from the one before it.
import { ByteSink, ByteSource } from './bytes.ts';
import { compareBytes, startsWith } from './letters.ts';

/** Few, as a look-up reads half a page. */
const PAGE = 16;

/** What a dictionary's numbers are: the first is always a document frequency; with `sums`, the others are added up from the start. */
export type Shape = { readonly columns: number; readonly sums: boolean };

export type DictionaryWriter = {
  /** In ascending order; the same term may come again. */
  add(term: Uint8Array, values: readonly number[]): void;
  finish(): void;
};

/** `emit` takes bytes of the terms and bytes of the index of pages as they become ready. */
export function writeDictionary(shape: Shape, emit: (to: 'terms' | 'pages', bytes: ByteSink) => void): DictionaryWriter {
  const page = new ByteSink();
  const index = new ByteSink();
  const sums = Array.from({ length: shape.columns }, () => 0);
  const pageSums = [...sums];
  let before = new Uint8Array(0);
  let first = before;
  let count = 0;
  let highest = 0;

  function flush(): void {
    index.sized(first);
    index.varint(page.length);
    index.varint(count);
    index.varint(highest);
    if (shape.sums) for (let column = 1; column < shape.columns; column++) index.varint(sums[column]! - pageSums[column]!);
    for (let column = 1; column < shape.columns; column++) pageSums[column] = sums[column]!;
    emit('terms', page);
    emit('pages', index);
    page.clear();
    index.clear();
    count = highest = 0;
  }

  return {
    add(term, values) {
      if (count === PAGE) flush();
      let shared = 0;
      if (count === 0) first = term.slice();
      else while (shared < term.length && shared < before.length && term[shared] === before[shared]) shared++;
      page.varint(shared);
      page.varint(term.length - shared);
      page.copy(term, shared, term.length);
      for (let column = 0; column < shape.columns; column++) {
        page.varint(values[column]!);
        sums[column]! += values[column]!;
      }
      before = term.slice();
      highest = Math.max(highest, values[0]!);
      count++;
    },
    finish() {
      if (count > 0) flush();
    },
  };
}

type Pages = {
  readonly count: number;
  /** Where the first term of each page begins and ends in `bytes`. */
  readonly bytes: Uint8Array;
  readonly firstAt: Uint32Array;
  readonly firstEnd: Uint32Array;
  /** Where each page starts among the terms; one more at the end. */
  readonly starts: Float64Array;
  readonly entries: Uint8Array;
  readonly highest: Uint32Array;
  /** For each summed column: what stands before each page. */
  readonly sums: readonly Float64Array[];
};

function readPages(bytes: Uint8Array, { columns, sums }: Shape): Pages {
  const source = new ByteSource(bytes);
  const ends: number[] = [];
  const begins: number[] = [];
  const numbers: number[] = [];
  const width = 3 + (sums ? columns - 1 : 0);
  while (source.at < bytes.length) {
    const length = source.varint();
    begins.push(source.at);
    ends.push((source.at += length));
    for (let n = 0; n < width; n++) numbers.push(source.varint());
  }
  const count = begins.length;
  const summed = (column: number): Float64Array => {
    const totals = new Float64Array(count + 1);
    for (let page = 0; page < count; page++) totals[page + 1] = totals[page]! + numbers[page * width + column]!;
    return totals;
  };
  return {
    count,
    bytes,
    firstAt: Uint32Array.from(begins),
    firstEnd: Uint32Array.from(ends),
    starts: summed(0),
    entries: Uint8Array.from({ length: count }, (_, page) => numbers[page * width + 1]!),
    highest: Uint32Array.from({ length: count }, (_, page) => numbers[page * width + 2]!),
    sums: sums ? Array.from({ length: columns - 1 }, (_, column) => summed(3 + column)) : [],
  };
}

/** Walks over entries in order. `values` are those of the entry; `before` what the summed columns come to before it. */
export class DictionaryCursor {
  term = new Uint8Array(64);
  length = 0;
  /** The entry's place in the whole dictionary, from 0; -1 before the first call of next(). */
  ordinal: number;
  readonly values: number[];
  readonly before: number[];
  readonly #dictionary: Dictionary;
  #page: number;
  #source = new ByteSource(new Uint8Array(0));
  #left = 0;

  /** Starts before the first entry of a page. */
  constructor(dictionary: Dictionary, page: number) {
    this.#dictionary = dictionary;
    this.#page = page;
    this.ordinal = page * PAGE - 1;
    this.values = Array.from({ length: dictionary.shape.columns }, () => 0);
    this.before = [...this.values];
  }

  /** False at the end. */
  next(): boolean {
    if (this.#left === 0) {
      if (this.#page >= this.#dictionary.pages.count) return false;
      this.#open();
    } else for (let column = 1; column < this.values.length; column++) this.before[column]! += this.values[column]!;
    const source = this.#source;
    const { bytes } = source;
    // Mostly each number is one byte.
    const shared = bytes[source.at]! < 128 ? bytes[source.at++]! : source.varint();
    const size = bytes[source.at]! < 128 ? bytes[source.at++]! : source.varint();
    if (shared + size > this.term.length) {
      const wider = new Uint8Array((shared + size) * 2);
      wider.set(this.term);
      this.term = wider;
    }
    for (let at = 0; at < size; at++) this.term[shared + at] = bytes[source.at + at]!;
    source.at += size;
    this.length = shared + size;
    for (let column = 0; column < this.values.length; column++) {
      this.values[column] = bytes[source.at]! < 128 ? bytes[source.at++]! : source.varint();
    }
    this.#left--;
    this.ordinal++;
    return true;
  }

  #open(): void {
    const { pages } = this.#dictionary;
    this.#source = new ByteSource(this.#dictionary.page(this.#page));
    this.#left = pages.entries[this.#page]!;
    for (const [column, sums] of pages.sums.entries()) this.before[column + 1] = sums[this.#page]!;
    this.#page++;
  }

  get bytes(): Uint8Array {
    return this.term.subarray(0, this.length);
  }
}

/** The index of pages is read when it is first needed. */
export class Dictionary {
  readonly shape: Shape;
  readonly #readTerms: (start: number, end: number) => Uint8Array;
  readonly #readIndex: () => Uint8Array;
  #pages: Pages | undefined;

  constructor(shape: Shape, readIndex: () => Uint8Array, readTerms: (start: number, end: number) => Uint8Array) {
    this.shape = shape;
    this.#readIndex = readIndex;
    this.#readTerms = readTerms;
  }

  get pages(): Pages {
    this.#pages ??= readPages(this.#readIndex(), this.shape);
    return this.#pages;
  }

  page(page: number): Uint8Array {
    return this.#readTerms(this.pages.starts[page]!, this.pages.starts[page + 1]!);
  }

  #compareFirst(page: number, term: Uint8Array): number {
    const { bytes, firstAt, firstEnd } = this.pages;
    const end = firstEnd[page]!;
    let at = firstAt[page]!;
    for (let letter = 0; letter < term.length; letter++, at++) {
      if (at === end) return -1;
      if (bytes[at] !== term[letter]) return bytes[at]! - term[letter]!;
    }
    return end - at;
  }

  /** The last page whose first term is before ours: the same term may fill several pages. */
  #pageBefore(term: Uint8Array): number {
    let low = 0;
    let high = this.pages.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#compareFirst(middle, term) < 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The pages that may hold terms with this beginning: from, up to. */
  pagesOf(prefix: Uint8Array): [from: number, to: number] {
    const { bytes, firstAt, firstEnd, count } = this.pages;
    const from = this.#pageBefore(prefix);
    let to = Math.min(from + 1, count);
    while (to < count && startsWith(bytes.subarray(firstAt[to]!), firstEnd[to]! - firstAt[to]!, prefix)) to++;
    return [from, to];
  }

  /** A cursor on each entry of a page, one after the other. */
  *entriesOf(page: number): Generator<DictionaryCursor> {
    const cursor = new DictionaryCursor(this, page);
    for (let left = this.pages.entries[page]!; left > 0 && cursor.next(); left--) yield cursor;
  }

  /** A cursor on the first entry that is not before the term, or undefined when all are. */
  from(term: Uint8Array): DictionaryCursor | undefined {
    const cursor = new DictionaryCursor(this, this.#pageBefore(term));
    while (cursor.next()) if (compareBytes(cursor.term, cursor.length, term, term.length) >= 0) return cursor;
    return undefined;
  }

  /** A cursor on the term's (first) entry. */
  find(term: Uint8Array): DictionaryCursor | undefined {
    const cursor = this.from(term);
    return cursor && compareBytes(cursor.term, cursor.length, term, term.length) === 0 ? cursor : undefined;
  }

  /** A cursor on the entry within whose share of a summed column the number falls. */
  holding(column: number, number: number): DictionaryCursor | undefined {
    const sums = this.pages.sums[column - 1]!;
    let low = 0;
    let high = this.pages.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle + 1]! <= number) low = middle + 1;
      else high = middle;
    }
    const cursor = new DictionaryCursor(this, low);
    while (cursor.next()) if (number < cursor.before[column]! + cursor.values[column]!) return cursor;
    return undefined;
  }

  all(): DictionaryCursor {
    return new DictionaryCursor(this, 0);
  }
}
