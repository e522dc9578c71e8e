// Walks over one list: which documents, how closely, with what score. The innermost loops of a search.
import { type ClauseWeights, clauseScore } from './bm25.ts';
import { Gathered, MatchList, type Matches, type Taker, none } from './matches.ts';
import type { Norms } from './norms.ts';
import { BLOCK, afterEntries } from './postings.ts';
import { ALL_FIELDS, type WordList } from './words.ts';

export type Scoring = { readonly weights: ClauseWeights; readonly norms: Norms };

export type ScanOptions = {
  /** Only these documents. */
  readonly within?: Pick<Matches, 'docs' | 'count'> | undefined;
  /** Documents whose score so far is below `floor` are found, but neither scored nor told how closely: they cannot be among the best. */
  readonly worth?: { readonly scores: Float32Array; readonly floor: number } | undefined;
  /** Called before each block; throws to end the search. */
  readonly check?: (() => void) | undefined;
};

/** Whether all of the list is meant, so that its documents alone answer who is met. */
const isPlain = ({ kinds }: WordList, fieldsWanted: number): boolean => fieldsWanted === ALL_FIELDS && kinds.every(Boolean);

/** The documents of one word's lists, in a segment of `size` documents; where one stands in several the best counts. */
export function scanLists(
  lists: readonly WordList[],
  fields: number,
  scoring: Scoring | undefined,
  size: number,
  options: ScanOptions = {},
): Matches {
  if (lists.length === 0) return none;
  if (lists.length === 1) {
    const { df } = lists[0]!.list;
    const found = new MatchList(options.within ? Math.min(options.within.count, df) : df);
    scanList(lists[0]!, fields, scoring, found, options);
    return found;
  }
  const gathered = new Gathered(size, 'best');
  for (const list of lists) scanList(list, fields, scoring, gathered, options);
  return gathered.matches();
}

/** As `scanLists`, for someone who takes the documents. */
export function scanInto(
  to: Taker,
  lists: readonly WordList[],
  fields: number,
  scoring: Scoring | undefined,
  size: number,
  options: ScanOptions = {},
): void {
  if (lists.length === 1) scanList(lists[0]!, fields, scoring, to, options);
  else {
    const { docs, scores, kinds, count } = scanLists(lists, fields, scoring, size, options);
    for (let at = 0; at < count; at++) to.add(docs[at]!, scores[at]!, kinds[at]!);
  }
}

const block = new Uint32Array(BLOCK);

/** Gives the documents of the list `to` whoever takes them, in ascending order. Without `scoring` scores are 0. */
function scanList(
  one: WordList,
  fieldsWanted: number,
  scoring: Scoring | undefined,
  to: Taker,
  { within, worth, check }: ScanOptions,
): void {
  const { list, kinds } = one;
  const { bytes } = list;
  const plain = isPlain(one, fieldsWanted);
  const scorer = scoring && new Scorer(scoring);
  const inBody = (fieldsWanted & 1) !== 0;
  let next = 0;
  for (let n = 0; n < list.blocks; n++) {
    check?.();
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
        if (wanted) to.add(doc, 0, 0);
        continue;
      }
      if (!wanted || (worth !== undefined && plain && worth.scores[doc]! < worth.floor)) {
        at = afterEntries(bytes, at);
        if (wanted) to.add(doc, 0, 0);
        continue;
      }
      // Mostly a document has one entry, in the body, of one byte.
      const first = bytes[at]!;
      if ((first & 0x81) === 1 && (first & 6) !== 6) {
        at++;
        const kind = inBody ? kinds[first >>> 3]! : 0;
        if (kind > 0) to.add(doc, scorer ? scorer.inBody(doc, kind, ((first >>> 1) & 3) + 1) : 0, kind);
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
      if (closest > 0) to.add(doc, scorer ? scorer.score() : 0, closest);
    }
  }
}

function anyWorth(size: number, scores: Float32Array, floor: number): boolean {
  for (let place = 0; place < size; place++) if (scores[block[place]!]! >= floor) return true;
  return false;
}

/** Adds up one document's occurrences. */
class Scorer {
  readonly #weights: ClauseWeights;
  readonly #norms: Norms;
  readonly #body: Float32Array;
  readonly #k1: number;
  /** What all occurrences weigh when they are of one kind. */
  readonly #full: Float64Array;
  #doc = 0;
  #onlyStem = 0;
  #onlyFolded = 0;
  #inExact = 0;

  constructor({ weights, norms }: Scoring) {
    const { k1, stem, folded, exact } = weights;
    this.#weights = weights;
    this.#norms = norms;
    this.#body = norms[0]!;
    this.#k1 = k1;
    this.#full = Float64Array.of(0, stem, stem + folded, stem + folded + exact);
  }

  /** The score of a document that has the word in its body alone. */
  inBody(doc: number, kind: number, count: number): number {
    const weight = this.#body[doc]! * count;
    return (this.#full[kind]! * weight) / (this.#k1 + weight);
  }

  begin(doc: number): void {
    this.#doc = doc;
    this.#onlyStem = this.#onlyFolded = this.#inExact = 0;
  }

  add(kind: number, field: number, count: number): void {
    const weight = this.#norms[field]![this.#doc]! * count;
    if (kind === 3) this.#inExact += weight;
    else if (kind === 1) this.#onlyStem += weight;
    else this.#onlyFolded += weight;
  }

  score(): number {
    return clauseScore(this.#weights, this.#onlyStem, this.#onlyFolded, this.#inExact);
  }
}
