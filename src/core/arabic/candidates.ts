// Which words of a text may be ones that are looked for, told by their letters alone: analysing a word costs thirty times as much.
import { foldWord } from './fold.ts';
import { pluralsWithStem } from './stem.ts';

/** Of a word at [start, end) of a text's units. False is sure, true is not. */
export type MayBe = (start: number, end: number, units: Uint16Array) => boolean;

/** What a word must have in it; `whole`: and nothing else. */
type Stretch = { readonly letters: Uint16Array; readonly whole: boolean };

/** Letters of a folded word, hamza on its seats as one; 0 for what is left out, UNUSUAL for what only the analyzer can fold. */
const UNUSUAL = 0xffff;
const TABLE = 0x700;
const table = Uint16Array.from({ length: TABLE }, (_, code) => letterOf(code));
const LONGEST = 128;
/** More of them are dearer than what they spare. */
const MOST = 24;

function letterOf(code: number): number {
  const isAscii = code < 0x80;
  const isArabic = (code >= 0x621 && code <= 0x63a) || (code >= 0x640 && code <= 0x652) || (code >= 0x660 && code <= 0x669);
  const isPersian = code >= 0x671 && code <= 0x6d3;
  if (!isAscii && !isArabic && !isPersian) return UNUSUAL;
  const folded = foldWord(String.fromCharCode(code));
  if (folded === '') return 0;
  return folded.length > 1 ? UNUSUAL : hamza(folded.charCodeAt(0));
}

/** مسؤول and مسئول have one stem. */
function hamza(code: number): number {
  return code === 0x624 || code === 0x626 ? 0x621 : code;
}

const stretch = (folded: string, whole: boolean): Stretch => ({
  letters: Uint16Array.from(folded, (_, at) => hamza(folded.charCodeAt(at))),
  whole,
});

/** A stem is a part of its word, or of the singular of its word; a stem of one letter is its word. */
export const stretchesOfStem = (stem: string): Stretch[] => [
  stretch(stem, stem.length < 2),
  ...pluralsWithStem(stem).map((plural) => stretch(plural, false)),
];

/** Of a word that is meant in any spelling of its own, or as the beginning of others. */
export const stretchOfWord = (folded: string, begins = false): Stretch => stretch(folded, !begins);

/** Undefined when too many are looked for. */
export function mayBeOneOf(stretches: readonly Stretch[]): MayBe | undefined {
  if (stretches.length > MOST) return undefined;
  const word = new Uint16Array(LONGEST);
  return (start, end, units) => {
    if (end - start > LONGEST) return true;
    let length = 0;
    for (let at = start; at < end; at++) {
      const unit = units[at]!;
      const letter = unit < TABLE ? table[unit]! : UNUSUAL;
      if (letter === UNUSUAL) return true;
      if (letter !== 0) word[length++] = letter;
    }
    // A word of nothing but tatweel is none: the analyzer tells.
    return length === 0 || stretches.some((one) => isIn(word, length, one));
  };
}

function isIn(word: Uint16Array, length: number, { letters, whole }: Stretch): boolean {
  const last = length - letters.length;
  if (whole && last !== 0) return false;
  for (let at = 0; at <= last; at++) {
    let same = 0;
    while (same < letters.length && word[at + same] === letters[same]) same++;
    if (same === letters.length) return true;
  }
  return false;
}
