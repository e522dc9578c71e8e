// Walks over one list: which documents, how closely, with what score. The innermost loops of a search.
import { type ClauseWeights, type FieldWeights, clauseScore } from './bm25.ts';
import { MatchList, type Matches } from './matches.ts';
import { BLOCK } from './postings.ts';
import { ALL_FIELDS, type WordList } from './words.ts';

export type Scoring = {
  readonly weights: ClauseWeights;
  readonly fields: FieldWeights;
  /** For each field the number of words in each document. */
  readonly words: readonly Uint32Array[];
};

const block = new Uint32Array(BLOCK);

/** Documents of the list, only those `within` when that is given. Without `scoring` scores are 0. */
export function scanList(
  { list, kinds }: WordList,
  fieldsWanted: number,
  scoring: Scoring | undefined,
  within?: Pick<Matches, 'docs' | 'count'>,
): Matches {
  const found = new MatchList(within ? Math.min(within.count, list.df) : list.df);
  const { bytes } = list;
  const plain = fieldsWanted === ALL_FIELDS && kinds.every(Boolean);
  // No one asks how closely when nothing is scored: documents alone, and their entries are not read.
  const bare = plain && !scoring;
  let next = 0;
  for (let n = 0; n < list.blocks; n++) {
    if (within) {
      if (next === within.count) break;
      if (within.docs[next]! > list.last[n]!) continue;
    }
    let at = list.documents(n, block);
    const size = list.sizeOf(n);
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
      if (!wanted) {
        at = afterEntries(bytes, at);
        continue;
      }
      let onlyStem = 0;
      let onlyFolded = 0;
      let inExact = 0;
      let closest = 0;
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
        if (!scoring) continue;
        const { boost, base, slope } = scoring.fields;
        const weight = (boost[field]! * count) / (base[field]! + slope[field]! * scoring.words[field]![doc]!);
        if (kind === 1) onlyStem += weight;
        else if (kind === 2) onlyFolded += weight;
        else inExact += weight;
      }
      if (closest > 0) found.add(doc, scoring ? clauseScore(scoring.weights, onlyStem, onlyFolded, inExact) : 0, closest);
    }
  }
  return found;
}

function afterEntries(bytes: Uint8Array, start: number): number {
  for (let at = start; ; ) {
    const code = bytes[at]!;
    while (bytes[at++]! >= 128);
    if ((code & 6) === 6) while (bytes[at++]! >= 128);
    if (code & 1) return at;
  }
}
