// Positions of a word in the documents asked for: for phrases and nearness, read only then.
import { ByteSource } from './bytes.ts';
import type { Matches } from './matches.ts';
import { BLOCK, afterEntries } from './postings.ts';
import type { Segment } from './segment.ts';
import type { WordList } from './words.ts';
import { scratchWords } from './scratch.ts';

/** Positions are below this; what a field holds beyond is found, but not in phrases. */
export const FIELD = 2 ** 24;

/** A place is field, position and, in its two lowest bits, how closely the word stands there: sorted as numbers they are in order. */
export const fieldOf = (place: number): number => place >>> 26;
export const kindAt = (place: number): number => place & 3;
/** Field and position alone: the one right after has the next number. */
export const spotOf = (place: number): number => place >>> 2;

export type Places = {
  /** For each of the documents asked for, where its places begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
};

/** For documents in ascending order. Several lists of one word are one. */
export function placesOf(segment: Segment, lists: readonly WordList[], fields: number, docs: Pick<Matches, 'docs' | 'count'>): Places {
  const all = lists.map((list) => placesIn(segment, list, fields, docs));
  return all.length === 1 ? all[0]! : merged(all, docs.count);
}

const block = new Uint32Array(BLOCK);

function placesIn(
  segment: Segment,
  { list, kinds, positionsFrom, positionsSize }: WordList,
  fields: number,
  { docs, count }: Pick<Matches, 'docs' | 'count'>,
): Places {
  const entries = list.bytes;
  const starts = scratchWords(count + 1).fill(0);
  let places = scratchWords(Math.max(16, count * 2));
  let size = 0;
  let next = 0;
  for (let n = 0; n < list.blocks && next < count; n++) {
    if (docs[next]! > list.last[n]!) continue;
    let entry = list.documents(n, block);
    const end = n + 1 < list.blocks ? list.positionsAt[n + 1]! : positionsSize;
    const positions = segment.positions(positionsFrom, list.positionsAt[n]!, end);
    const inBlock = list.sizeOf(n);
    let at = 0;
    for (let place = 0; place < inBlock && next < count; place++) {
      const doc = block[place]!;
      while (next < count && docs[next]! < doc) starts[++next] = size;
      let length = positions[at++]!;
      if (length >= 128) {
        length &= 127;
        for (let shift = 7; ; shift += 7) {
          const byte = positions[at++]!;
          length |= (byte & 127) << shift;
          if (byte < 128) break;
        }
      }
      if (next === count || docs[next] !== doc) {
        entry = afterEntries(entries, entry);
        at += length;
        continue;
      }
      let runs = 0;
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
        let occurrences = ((code >>> 1) & 3) + 1;
        let field = 0;
        if (occurrences === 4) {
          const more = new ByteSource(entries, entry);
          const both = more.varint();
          entry = more.at;
          occurrences = both >>> 2;
          field = both & 3;
        }
        const kind = kinds[code >>> 3]!;
        if (kind === 0 || !(fields & (1 << field))) {
          while (occurrences > 0) if (positions[at++]! < 128) occurrences--;
          continue;
        }
        if (size + occurrences > places.length) places = widened(places, size + occurrences);
        for (let position = -1; occurrences > 0; occurrences--) {
          let step = positions[at++]!;
          if (step >= 128) {
            step &= 127;
            for (let shift = 7; ; shift += 7) {
              const byte = positions[at++]!;
              step |= (byte & 127) << shift;
              if (byte < 128) break;
            }
          }
          position += step + 1;
          if (position < FIELD) places[size++] = (((field << 24) | position) << 2) | kind;
        }
        runs++;
      }
      // Each run is in order; several together are not.
      if (runs > 1) places.subarray(starts[next]!, size).sort();
      starts[++next] = size;
    }
  }
  while (next < count) starts[++next] = size;
  return { starts, places };
}

function widened(places: Uint32Array<ArrayBuffer>, wanted: number): Uint32Array<ArrayBuffer> {
  const wider = scratchWords(Math.max(wanted, places.length * 2));
  wider.set(places);
  return wider;
}

function merged(all: readonly Places[], count: number): Places {
  const starts = scratchWords(count + 1).fill(0);
  const places = scratchWords(all.reduce((sum, one) => sum + one.starts[count]!, 0));
  let size = 0;
  for (let at = 0; at < count; at++) {
    starts[at] = size;
    for (const one of all) for (let from = one.starts[at]!; from < one.starts[at + 1]!; from++) places[size++] = one.places[from]!;
    places.subarray(starts[at]!, size).sort();
  }
  starts[count] = size;
  return { starts, places };
}
