// Words as a language has them: few of them frequent, most of them rare, with spellings and stems in common.
import type { Word } from '#core/search/segments/spellings.ts';
import type { Seeded } from './seeded.ts';

const letters = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي';

export type Lexicon = {
  /** Frequent words come often. */
  readonly draw: () => Word;
  readonly text: (length: number) => Word[];
};

export function zipfWords(chance: Seeded, size: number): Lexicon {
  const all = Array.from({ length: size }, (): Word => {
    const stem = Array.from({ length: 3 + chance.int(2) }, () => letters[chance.int(letters.length)]).join('');
    const folded = `${chance.pick(['', '', 'ال', 'و', 'ب'])}${stem}${chance.pick(['', '', 'ه', 'ات'])}`;
    return { stem, folded, exact: chance.chance(0.2) ? `${folded}ة` : folded };
  });
  const draw = (): Word => all[Math.floor(size ** (chance.int(1_000_000) / 1_000_000)) - 1]!;
  return { draw, text: (length) => Array.from({ length }, draw) };
}
