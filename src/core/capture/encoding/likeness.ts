// How much a text looks like one that people write: bits above chance of its letters outside ASCII, by which letter
// follows which. Wrong readings of the same bytes fall far below the right one.
import { letterPairs } from './letter-pairs.ts';
import { LETTERS, letterClass, STEPS } from './letters.ts';

const pairs = Float32Array.from(letterPairs.join(''), (sign) => (STEPS.indexOf(sign) - 40) / 4);

/** In bits. */
const WORTH = {
  lost: -6,
  control: -6,
  symbol: -4,
  accented: 1.5,
  accentedAlone: -0.5,
  accentedBeside: -2,
  letterAlone: -5,
  vowel: 1,
  vowelAlone: -5,
  punctuation: 0.5,
  digit: 1,
  quotation: 0,
  foreign: -1,
};

const isAsciiLetter = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
/** « », the dashes and quotation marks, the ellipsis, joiners and direction marks, the no-break space. */
const isTypographic = (unit: number): boolean =>
  unit === 0xa0 || unit === 0xab || unit === 0xbb || (unit >= 0x200b && unit <= 0x2026) || unit === 0xfeff;

/** The sum over all characters outside ASCII; more is better. Linear. */
export function likeness(text: string): number {
  let bits = 0;
  let before = 0;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const letter = letterClass(unit);
    if (letter === undefined) {
      if (unit >= 0x80) bits += before === 0 ? WORTH.vowelAlone : WORTH.vowel;
      continue;
    }
    if (letter !== 0 || before !== 0) bits += pairs[before * LETTERS + letter]!;
    // «aم»: a letter of one script joined to one of the other.
    if (letter !== 0 && before === 0 && at > 0 && isLatin(text.charCodeAt(at - 1))) bits += WORTH.symbol;
    if (letter === 0 && length === 1) bits += WORTH.letterAlone;
    length = letter === 0 ? 0 : length + 1;
    before = letter;
    if (letter === 0 && unit >= 0x80) bits += worthOf(unit, text.charCodeAt(at - 1), text.charCodeAt(at + 1));
  }
  return bits;
}

const isLatin = (unit: number): boolean => isAsciiLetter(unit) || (unit >= 0xc0 && unit <= 0x17f && unit !== 0xd7 && unit !== 0xf7);

function worthOf(unit: number, before: number, after: number): number {
  if (unit === 0xfffd) return WORTH.lost;
  if (unit < 0xa0) return WORTH.control;
  if (isTypographic(unit)) return WORTH.quotation;
  if (unit === 0x60c || unit === 0x61b || unit === 0x61f || unit === 0x66a) return joins(before) ? WORTH.punctuation : -WORTH.punctuation;
  if (unit >= 0x660 && unit <= 0x669) return WORTH.digit;
  if (unit < 0x180) {
    if (!isLatin(unit)) return WORTH.symbol;
    if (isForeign(before) || isForeign(after)) return WORTH.accentedBeside;
    return isAsciiLetter(before) || isAsciiLetter(after) ? WORTH.accented : WORTH.accentedAlone;
  }
  if (unit >= 0x2000 && unit < 0x2c00) return WORTH.symbol;
  return WORTH.foreign;
}

/** Two accented letters side by side are rare in the languages of Western Europe, and an Arabic one there is a misreading. */
const isForeign = (unit: number): boolean => unit >= 0xc0 && !isTypographic(unit);
const joins = (unit: number): boolean => (letterClass(unit) ?? 1) !== 0 || unit === 0x20 || unit === 0xbb || (unit >= 0x30 && unit <= 0x39);
