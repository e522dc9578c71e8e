// Words one right after the other. From the rarest word on each leaves the places that the next one stands beside, so that a frequent
// word's positions are read only where a phrase may still be, and only as far as it may go on.
import type { Matches } from './matches.ts';
import { FIELD, type Places, fieldOf, kindAt, placesOf } from './places.ts';
import { BLOCK, afterEntries } from './postings.ts';
import type { Segment } from './segment.ts';
import type { WordList } from './words.ts';
import { scratchBytes, scratchWords } from './scratch.ts';

export type PhraseWord = {
  readonly lists: readonly WordList[];
  readonly fields: number;
  /** Its place in the phrase, from 0. */
  readonly step: number;
};

/** Places are where the phrase begins and how closely its loosest word was met. */
export type Phrases = Places & Pick<Matches, 'docs' | 'count'>;

/** `words`: the rarest first. `docs` hold them all, or at least the first. */
export function findPhrases(segment: Segment, words: readonly PhraseWord[], docs: Pick<Matches, 'docs' | 'count'>): Phrases {
  const [first, ...others] = words as [PhraseWord, ...PhraseWord[]];
  const { starts, places } = placesOf(segment, first.lists, first.fields, docs);
  let found = chosen({ ...docs, starts, places }, (at) => (positionOf(places[at]!) < first.step ? 0 : 3));
  for (let at = 0; at < found.places.length; at++) found.places[at]! -= first.step << 2;
  for (const { lists, fields, step } of others) {
    if (found.count === 0) break;
    const met = scratchBytes(found.places.length).fill(0);
    for (const list of lists) mark(segment, list, fields, step, found, met);
    found = chosen(found, (at) => met[at]!);
  }
  return found;
}

const positionOf = (place: number): number => (place >>> 2) & (FIELD - 1);

/** Where `kind` is 0 the place is dropped, else no closer than that. */
function chosen({ docs, count, starts, places }: Phrases, kind: (at: number) => number): Phrases {
  const left = { docs: scratchWords(count), starts: scratchWords(count + 1), places: scratchWords(starts[count]!) };
  left.starts[0] = 0;
  let documents = 0;
  let size = 0;
  for (let n = 0; n < count; n++) {
    const before = size;
    for (let at = starts[n]!; at < starts[n + 1]!; at++) {
      const closest = kind(at);
      if (closest > 0) left.places[size++] = closest < kindAt(places[at]!) ? (places[at]! & ~3) | closest : places[at]!;
    }
    if (size === before) continue;
    left.docs[documents++] = docs[n]!;
    left.starts[documents] = size;
  }
  return { docs: left.docs, count: documents, starts: left.starts, places: left.places.subarray(0, size) };
}

const block = new Uint32Array(BLOCK);

/** Marks in `met` the places that have the word `step` words on: how closely. */
function mark(
  segment: Segment,
  { list, kinds, positionsFrom, positionsSize }: WordList,
  fields: number,
  step: number,
  { docs, count, starts, places }: Phrases,
  met: Uint8Array,
): void {
  const entries = list.bytes;
  let next = 0;
  for (let n = 0; n < list.blocks && next < count; n++) {
    if (docs[next]! > list.last[n]!) continue;
    let entry = list.documents(n, block);
    const end = n + 1 < list.blocks ? list.positionsAt[n + 1]! : positionsSize;
    const positions = segment.positions(positionsFrom, list.positionsAt[n]!, end);
    const inBlock = list.sizeOf(n);
    let after = 0;
    for (let place = 0; place < inBlock; place++) {
      const doc = block[place]!;
      while (next < count && docs[next]! < doc) next++;
      if (next === count) return;
      let at = after;
      let length = positions[at++]!;
      if (length >= 128) {
        length &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = positions[at++]!;
          length |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      after = at + length;
      if (docs[next] !== doc) {
        entry = afterEntries(entries, entry);
        continue;
      }
      const to = starts[next + 1]!;
      for (let last = 0; last === 0; ) {
        let code = entries[entry++]!;
        if (code >= 128) {
          code &= 127;
          for (let shift = 7; ; shift += 7) {
            const byte = entries[entry++]!;
            code |= (byte & 127) << shift;
            if (byte < 128) break;
          }
        }
        last = code & 1;
        let left = ((code >>> 1) & 3) + 1;
        let field = 0;
        if (left === 4) {
          let more = entries[entry++]!;
          if (more >= 128) {
            more &= 127;
            for (let shift = 7; ; shift += 7) {
              const byte = entries[entry++]!;
              more |= (byte & 127) << shift;
              if (byte < 128) break;
            }
          }
          left = more >>> 2;
          field = more & 3;
        }
        const kind = kinds[code >>> 3]!;
        if (kind > 0 && (fields & (1 << field)) !== 0) {
          let from = starts[next]!;
          while (from < to && fieldOf(places[from]!) < field) from++;
          let wanted = from < to && fieldOf(places[from]!) === field ? positionOf(places[from]!) + step : -1;
          for (let position = -1; left > 0 && wanted >= 0; left--) {
            let gap = positions[at++]!;
            if (gap >= 128) {
              gap &= 127;
              for (let shift = 7; ; shift += 7) {
                const byte = positions[at++]!;
                gap |= (byte & 127) << shift;
                if (byte < 128) break;
              }
            }
            position += gap + 1;
            while (wanted >= 0 && wanted <= position) {
              if (wanted === position && position < FIELD && met[from]! < kind) met[from] = kind;
              from++;
              wanted = from < to && fieldOf(places[from]!) === field ? positionOf(places[from]!) + step : -1;
            }
          }
        }
        if (last === 0) while (left > 0) if (positions[at++]! < 128) left--;
      }
      next++;
    }
  }
}
