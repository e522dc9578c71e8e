// Walks over one list: which documents, how closely, with what score. The innermost loops of a search.
import { type ClauseWeights, type FieldWeights, clauseScore } from './bm25.ts';
import { MatchList, type Matches } from './matches.ts';
import { BLOCK, afterEntries } from './postings.ts';
import { ALL_FIELDS, type WordList } from './words.ts';

export type Scoring = {
  readonly weights: ClauseWeights;
  readonly fields: FieldWeights;
  /** For each field the number of words in each document. */
  readonly words: readonly Uint32Array[];
};

export type ScanOptions = {
  /** Only these documents. */
  readonly within?: Pick<Matches, 'docs' | 'count'> | undefined;
  /** Documents whose score so far is below `floor` are found, but neither scored nor told how closely: they cannot be among the best. */
  readonly worth?: { readonly scores: Float32Array; readonly floor: number } | undefined;
};

/** Whether all of the list is meant, so that its documents alone answer who is met. */
export const isPlain = ({ kinds }: WordList, fieldsWanted: number): boolean => fieldsWanted === ALL_FIELDS && kinds.every(Boolean);

const block = new Uint32Array(BLOCK);

/** Documents of the list. Without `scoring` scores are 0. */
export function scanList(one: WordList, fieldsWanted: number, scoring: Scoring | undefined, { within, worth }: ScanOptions = {}): Matches {
  const { list, kinds } = one;
  const found = new MatchList(within ? Math.min(within.count, list.df) : list.df);
  const { bytes } = list;
  const plain = isPlain(one, fieldsWanted);
  const scorer = scoring && new Scorer(scoring);
  let next = 0;
  for (let n = 0; n < list.blocks; n++) {
    if (within) {
      if (next === within.count) break;
      if (within.docs[next]! > list.last[n]!) continue;
    }
    let at = list.documents(n, block);
    const size = list.sizeOf(n);
    // No one asks how closely when nothing is scored: documents alone, and their entries are not read.
    const bare = plain && (!scorer || (worth !== undefined && !anyWorth(size, worth.scores, worth.floor)));
    for (let place = 0; place < size; place++) {
      const doc = block[place]!;
      let wanted = true;
      if (within) {
        while (next < within.count && within.docs[next]! < doc) next++;
        if (next === within.count) break;
        wanted = within.docs[next] === doc;
      }
      if (bare) {
        if (wanted) found.add(doc, 0, 0);
        continue;
      }
      if (!wanted || (worth !== undefined && plain && worth.scores[doc]! < worth.floor)) {
        at = afterEntries(bytes, at);
        if (wanted) found.add(doc, 0, 0);
        continue;
      }
      let closest = 0;
      scorer?.begin(doc);
      for (let last = 0; last === 0; ) {
        let code = bytes[at++]!;
        if (code >= 128) {
          code &= 127;
          for (let shift = 7; ; shift += 7) {
            const byte = bytes[at++]!;
            code |= (byte & 127) << shift;
            if (byte < 128) break;
          }
        }
        last = code & 1;
        let count = ((code >>> 1) & 3) + 1;
        let field = 0;
        if (count === 4) {
          let more = bytes[at++]!;
          if (more >= 128) {
            more &= 127;
            for (let shift = 7; ; shift += 7) {
              const byte = bytes[at++]!;
              more |= (byte & 127) << shift;
              if (byte < 128) break;
            }
          }
          count = more >>> 2;
          field = more & 3;
        }
        const kind = kinds[code >>> 3]!;
        if (kind === 0 || (fieldsWanted & (1 << field)) === 0) continue;
        if (kind > closest) closest = kind;
        scorer?.add(kind, field, count);
      }
      if (closest > 0) found.add(doc, scorer ? scorer.score() : 0, closest);
    }
  }
  return found;
}

function anyWorth(size: number, scores: Float32Array, floor: number): boolean {
  for (let place = 0; place < size; place++) if (scores[block[place]!]! >= floor) return true;
  return false;
}

/** Adds up one document's occurrences. */
class Scorer {
  readonly #weights: ClauseWeights;
  readonly #boost: Float64Array;
  readonly #base: Float64Array;
  readonly #slope: Float64Array;
  readonly #words: readonly Uint32Array[];
  readonly #body: Uint32Array;
  readonly #allLayers: number;
  #doc = 0;
  #onlyStem = 0;
  #onlyFolded = 0;
  #inExact = 0;

  constructor({ weights, fields, words }: Scoring) {
    this.#weights = weights;
    this.#boost = fields.boost;
    this.#base = fields.base;
    this.#slope = fields.slope;
    this.#words = words;
    this.#body = words[0]!;
    this.#allLayers = weights.stem + weights.folded + weights.exact;
  }

  begin(doc: number): void {
    this.#doc = doc;
    this.#onlyStem = this.#onlyFolded = this.#inExact = 0;
  }

  add(kind: number, field: number, count: number): void {
    const words = field === 0 ? this.#body[this.#doc]! : this.#words[field]![this.#doc]!;
    const weight = (this.#boost[field]! * count) / (this.#base[field]! + this.#slope[field]! * words);
    if (kind === 3) this.#inExact += weight;
    else if (kind === 1) this.#onlyStem += weight;
    else this.#onlyFolded += weight;
  }

  score(): number {
    // Mostly all occurrences are of one layer: one division in place of three.
    if (this.#onlyStem === 0 && this.#onlyFolded === 0) return (this.#allLayers * this.#inExact) / (this.#weights.k1 + this.#inExact);
    if (this.#onlyFolded === 0 && this.#inExact === 0) return (this.#weights.stem * this.#onlyStem) / (this.#weights.k1 + this.#onlyStem);
    return clauseScore(this.#weights, this.#onlyStem, this.#onlyFolded, this.#inExact);
  }
}
