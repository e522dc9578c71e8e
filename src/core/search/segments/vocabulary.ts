// The folded forms of all segments, in order: for suggestions and for spellings that are close.
import type { DictionaryCursor } from './dictionary.ts';
import { compareBytes, decodeTerm, encodeTerm } from './letters.ts';
import { formDf } from './prefix.ts';
import type { Segment } from './segment.ts';

export type Vocabulary = {
  /** In how many documents a folded form stands; removed ones count until their segment is merged. */
  df(term: string): number;
  /** The same for a stem. */
  dfOfStem(stem: string): number;
  /** Forms from `start` on, in the order of UTF-16 units, with their df. To be read through before the index is changed. */
  termsFrom(start: string): Iterable<readonly [term: string, df: number]>;
};

export function vocabularyOf(segments: () => readonly Segment[]): Vocabulary {
  return {
    df(term) {
      const form = encodeTerm(term);
      return segments().reduce((sum, segment) => sum + formDf(segment, form), 0);
    },
    dfOfStem(stem) {
      const term = encodeTerm(stem);
      return segments().reduce((sum, segment) => sum + (segment.stems.find(term)?.values[0] ?? 0), 0);
    },
    *termsFrom(start) {
      const from = encodeTerm(start);
      const cursors = segments().flatMap((segment) => segment.forms.from(from) ?? []);
      while (cursors.length > 0) {
        const first = cursors.reduce((best, one) => (compare(one, best) < 0 ? one : best));
        const term = first.bytes.slice();
        let df = 0;
        for (let n = cursors.length - 1; n >= 0; n--) {
          const cursor = cursors[n]!;
          while (compareBytes(cursor.term, cursor.length, term, term.length) === 0) {
            df += cursor.values[0]!;
            if (cursor.next()) continue;
            cursors.splice(n, 1);
            break;
          }
        }
        yield [decodeTerm(term), df];
      }
    },
  };
}

const compare = (a: DictionaryCursor, b: DictionaryCursor): number => compareBytes(a.term, a.length, b.term, b.length);
