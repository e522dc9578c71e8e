// Sets of rows of the catalogue: a bit for each.

export class RowSet implements Iterable<number> {
  #bits: Uint32Array<ArrayBuffer>;

  /** `capacity`: one more than the highest row that is expected. */
  constructor(capacity = 0) {
    this.#bits = new Uint32Array((capacity + 31) >>> 5);
  }

  static from(rows: Iterable<number>): RowSet {
    const set = new RowSet();
    for (const row of rows) set.add(row);
    return set;
  }

  add(row: number): void {
    const word = row >>> 5;
    if (word >= this.#bits.length) {
      const wider = new Uint32Array(Math.max(word + 1, this.#bits.length * 2));
      wider.set(this.#bits);
      this.#bits = wider;
    }
    this.#bits[word]! |= 1 << (row & 31);
  }

  /** Rows that are in both. */
  static both(one: RowSet, other: RowSet): RowSet {
    return RowSet.ofBits(one.#bits.slice(0, other.#bits.length).map((bits, word) => bits & other.#bits[word]!));
  }

  /** Rows that are in the one and not in the other. */
  static without(one: RowSet, other: RowSet): RowSet {
    return RowSet.ofBits(one.#bits.map((bits, word) => bits & ~(other.#bits[word] ?? 0)));
  }

  /** Rows that are in any of them. */
  static any(sets: Iterable<RowSet>): RowSet {
    const all = new RowSet();
    for (const { bits } of sets) {
      if (bits.length > all.#bits.length) {
        const wider = new Uint32Array(bits.length);
        wider.set(all.#bits);
        all.#bits = wider;
      }
      for (let word = 0; word < bits.length; word++) all.#bits[word]! |= bits[word]!;
    }
    return all;
  }

  delete(row: number): void {
    const word = row >>> 5;
    if (word < this.#bits.length) this.#bits[word]! &= ~(1 << (row & 31));
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
  }

  get size(): number {
    let size = 0;
    for (const word of this.#bits) if (word !== 0) size += bitsIn(word);
    return size;
  }

  /** Calls for each row in ascending order: faster than the iterator. */
  forEach(visit: (row: number) => void): void {
    for (let word = 0; word < this.#bits.length; word++) {
      for (let rest = this.#bits[word]!; rest !== 0; rest &= rest - 1) visit((word << 5) + (31 - Math.clz32(rest & -rest)));
    }
  }

  /** All rows in ascending order. */
  toArray(): Uint32Array<ArrayBuffer> {
    const rows = new Uint32Array(this.size);
    let at = 0;
    this.forEach((row) => {
      rows[at++] = row;
    });
    return rows;
  }

  [Symbol.iterator](): Iterator<number> {
    return this.toArray()[Symbol.iterator]();
  }

  /** What it is in memory and on the disk. */
  get bits(): Uint32Array<ArrayBuffer> {
    return this.#bits;
  }

  static ofBits(bits: Uint32Array<ArrayBuffer>): RowSet {
    const set = new RowSet();
    set.#bits = bits;
    return set;
  }
}

function bitsIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
