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
    to.take(docs, scores, kinds, count);
  }
}

const block = new Uint32Array(BLOCK);
/** Those of a block that are met. */
const met = { docs: new Uint32Array(BLOCK), scores: new Float32Array(BLOCK), kinds: new Uint8Array(BLOCK) };

/** Gives the documents of the list `to` whoever takes them, in ascending order. Without `scoring` scores are 0. */
function scanList(one: WordList, fields: number, scoring: Scoring | undefined, to: Taker, { within, worth, check }: ScanOptions): void {
  const { list } = one;
  const { bytes } = list;
  const { docs, scores, kinds } = met;
  const plain = isPlain(one, fields);
  const reader = new EntryReader(one.kinds, fields, scoring);
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
    const bare = plain && (!scoring || (worth !== undefined && !anyWorth(size, worth.scores, worth.floor)));
    let count = 0;
    for (let place = 0; place < size; place++) {
      const doc = block[place]!;
      let wanted = true;
      if (within) {
        while (next < within.count && within.docs[next]! < doc) next++;
        if (next === within.count) break;
        wanted = within.docs[next] === doc;
      }
      let score = 0;
      let kind = 0;
      if (!bare) {
        if (!wanted || (worth !== undefined && plain && worth.scores[doc]! < worth.floor)) at = afterEntries(bytes, at);
        else {
          at = reader.read(bytes, at, doc);
          ({ score, kind } = reader);
          wanted = kind > 0;
        }
      }
      if (!wanted) continue;
      docs[count] = doc;
      scores[count] = score;
      kinds[count++] = kind;
    }
    if (count > 0) to.take(docs, scores, kinds, count);
  }
}

function anyWorth(size: number, scores: Float32Array, floor: number): boolean {
  for (let place = 0; place < size; place++) if (scores[block[place]!]! >= floor) return true;
  return false;
}

/** Reads one document's entries: how closely it has the word, and its score. */
class EntryReader {
  /** 0 when no spelling that is meant stands in a field that counts. */
  kind = 0;
  score = 0;
  readonly #kinds: Uint8Array;
  readonly #fields: number;
  readonly #scoring: Scoring | undefined;
  readonly #inBody: boolean;
  readonly #body: Float32Array | undefined;
  readonly #k1: number;
  /** What all occurrences weigh when they are of one kind. */
  readonly #full: Float64Array;

  constructor(kinds: Uint8Array, fields: number, scoring: Scoring | undefined) {
    this.#kinds = kinds;
    this.#fields = fields;
    this.#inBody = (fields & 1) !== 0;
    this.#scoring = scoring;
    const { k1, stem, folded, exact } = scoring?.weights ?? { k1: 1, stem: 0, folded: 0, exact: 0 };
    this.#body = scoring?.norms[0];
    this.#k1 = k1;
    this.#full = Float64Array.of(0, stem, stem + folded, stem + folded + exact);
  }

  /** Gives where the entries end. */
  read(bytes: Uint8Array, at: number, doc: number): number {
    // Mostly a document has one entry, in the body, of one byte.
    const first = bytes[at]!;
    if ((first & 0x81) !== 1 || (first & 6) === 6) return this.#readAll(bytes, at, doc);
    this.kind = this.#inBody ? this.#kinds[first >>> 3]! : 0;
    if (this.#body) {
      const weight = this.#body[doc]! * (((first >>> 1) & 3) + 1);
      this.score = (this.#full[this.kind]! * weight) / (this.#k1 + weight);
    }
    return at + 1;
  }

  #readAll(bytes: Uint8Array, start: number, doc: number): number {
    let at = start;
    let closest = 0;
    let onlyStem = 0;
    let onlyFolded = 0;
    let inExact = 0;
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
      const kind = this.#kinds[code >>> 3]!;
      if (kind === 0 || (this.#fields & (1 << field)) === 0) continue;
      if (kind > closest) closest = kind;
      if (!this.#scoring) continue;
      const weight = this.#scoring.norms[field]![doc]! * count;
      if (kind === 3) inExact += weight;
      else if (kind === 1) onlyStem += weight;
      else onlyFolded += weight;
    }
    this.kind = closest;
    this.score = this.#scoring ? clauseScore(this.#scoring.weights, onlyStem, onlyFolded, inExact) : 0;
    return at;
  }
}
