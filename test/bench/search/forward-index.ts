// The texts as numbers: every token by its exact form, and postings for any form made of it. In memory; for measuring only.
import { tokenize } from '#core/arabic/tokens.ts';

export type ForwardIndex = {
  readonly count: number;
  readonly average: number;
  /** Exact forms by number, and the numbers of text n at [starts[n], starts[n + 1]). */
  readonly words: readonly string[];
  readonly starts: Uint32Array;
  readonly tokens: Uint32Array;
};

export function indexTexts(texts: readonly string[]): ForwardIndex {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const starts = new Uint32Array(texts.length + 1);
  let tokens = new Uint32Array(1 << 20);
  let used = 0;
  for (const [at, text] of texts.entries()) {
    for (const { exact } of tokenize(text)) {
      let number = numbers.get(exact);
      if (number === undefined) numbers.set(exact, (number = words.push(exact) - 1));
      if (used === tokens.length) {
        const larger = new Uint32Array(used * 2);
        larger.set(tokens);
        tokens = larger;
      }
      tokens[used++] = number;
    }
    starts[at + 1] = used;
  }
  return { count: texts.length, average: used / texts.length, words, starts, tokens: tokens.subarray(0, used) };
}

/** Postings of one form: the texts and counts of term t at [starts[t], starts[t + 1]). */
export type Layer = {
  readonly terms: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  readonly termOf: Uint32Array;
  readonly starts: Uint32Array;
  readonly texts: Uint32Array;
  readonly times: Uint8Array;
};

export function layerOf(index: ForwardIndex, form: (exact: string) => string): Layer {
  const terms = new Map<string, number>();
  const names: string[] = [];
  const termOf = new Uint32Array(index.words.length);
  for (const [number, word] of index.words.entries()) {
    const name = form(word);
    let term = terms.get(name);
    if (term === undefined) terms.set(name, (term = names.push(name) - 1));
    termOf[number] = term;
  }
  const starts = new Uint32Array(names.length + 1);
  const last = new Int32Array(names.length).fill(-1);
  eachToken(index, termOf, (text, term) => {
    if (last[term] !== text) starts[term + 1]!++;
    last[term] = text;
  });
  for (let term = 0; term < names.length; term++) starts[term + 1]! += starts[term]!;
  const texts = new Uint32Array(starts[names.length]!);
  const times = new Uint8Array(texts.length);
  const next = starts.slice();
  last.fill(-1);
  eachToken(index, termOf, (text, term) => {
    if (last[term] !== text) {
      texts[next[term]!] = text;
      next[term]!++;
    }
    const at = next[term]! - 1;
    if (times[at]! < 255) times[at]!++;
    last[term] = text;
  });
  return { terms, names, termOf, starts, texts, times };
}

function eachToken(index: ForwardIndex, termOf: Uint32Array, visit: (text: number, term: number) => void): void {
  for (let text = 0; text < index.count; text++) {
    for (let at = index.starts[text]!; at < index.starts[text + 1]!; at++) visit(text, termOf[index.tokens[at]!]!);
  }
}

export const frequencyOf = (layer: Layer, name: string): number => {
  const term = layer.terms.get(name);
  return term === undefined ? 0 : layer.starts[term + 1]! - layer.starts[term]!;
};
