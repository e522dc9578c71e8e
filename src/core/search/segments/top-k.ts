// The best of many, kept while they come by.

/** The `limit` pairs with the highest scores; among equal scores the lower row is the better one. */
export class TopK {
  readonly #limit: number;
  // A heap with the worst on top.
  readonly #heap: { score: number; row: number }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What a score must reach to come in. */
  get threshold(): number {
    return this.#heap.length < this.#limit ? -Infinity : (this.#heap[0]?.score ?? Infinity);
  }

  add(score: number, row: number): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push({ score, row });
      this.#rise(heap.length - 1);
    } else if (heap.length > 0 && isBetter(score, row, heap[0]!)) {
      heap[0] = { score, row };
      this.#sink();
    }
  }

  /** Best first. */
  sorted(): { score: number; row: number }[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.row - b.row);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!isBetter(heap[parent]!.score, heap[parent]!.row, heap[at]!)) return;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [at * 2 + 1, at * 2 + 2]) {
        const one = heap[child];
        if (one && isBetter(heap[worst]!.score, heap[worst]!.row, one)) worst = child;
      }
      if (worst === at) return;
      [heap[at], heap[worst]] = [heap[worst]!, heap[at]!];
      at = worst;
    }
  }
}

function isBetter(score: number, row: number, than: { score: number; row: number }): boolean {
  return score > than.score || (score === than.score && row < than.row);
}
