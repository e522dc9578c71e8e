// MARC-8, the letters of library records before Unicode (MARC 21 Specifications, Character Sets, part 2): Latin with marks (ANSEL),
// basic and extended Arabic, Hebrew letters. Of other sets each character stands as U+FFFD.

/** Sets are chosen for the lower and the upper half by escapes; what they are at the beginning of each field. */
const BEGIN = { low: 'B', high: 'E' };
const ESCAPE = 0x1b;

export function decodeMarc8(raw: Uint8Array): string {
  let { low, high } = BEGIN;
  let text = '';
  let waiting = '';
  for (let at = 0; at < raw.length; at++) {
    const byte = raw[at]!;
    if (byte === ESCAPE) {
      const [, sign = '', set = ''] = /^([(,)\-$]*)(.)/su.exec(latin(raw.subarray(at + 1, at + 5))) ?? [];
      if (sign === '' && set === 's') low = 'B';
      else if (sign === '' && /[gbp]/.test(set)) low = set;
      else if (/[)-]/.test(sign)) high = set;
      else low = set;
      at += sign.length + set.length;
      // «!E» and «!N»: the sign is of the set's name.
      if (set === '!') {
        const named = String.fromCharCode(raw[++at] ?? 32);
        if (/[)-]/.test(sign)) high = named;
        else low = named;
      }
      continue;
    }
    const set = byte < 0x80 ? low : high;
    const seven = byte & 0x7f;
    const letter =
      seven <= 0x20 ? String.fromCharCode(seven) : (sets[set]?.[seven] ?? (set === 'B' ? String.fromCharCode(seven) : '\uFFFD'));
    if (set === '1' && seven > 0x20) at += 2;
    // Marks of Latin stand before their letter.
    if (set === 'E' && /^\p{M}$/u.test(letter)) waiting += letter;
    else {
      text += letter + waiting;
      waiting = '';
    }
  }
  return (text + waiting).normalize('NFC');
}

const latin = (raw: Uint8Array): string => Buffer.from(raw).toString('latin1');

/** The letters of a set from a place in it on; «\uFFFD» stands for none. */
const from = (...runs: [start: number, letters: string][]): Record<number, string> =>
  Object.fromEntries(runs.flatMap(([start, letters]) => Array.from(letters, (letter, n) => [start + n, letter] as const)));
const range = (first: number, last: number): string =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n));

const ascii = from([0x21, range(0x21, 0x7e)]);
const arabic = {
  ...ascii,
  ...from([0x30, range(0x660, 0x669)], [0x41, range(0x621, 0x63a)], [0x60, range(0x640, 0x652)], [0x73, '\u0671\u0670']),
  ...from([0x25, '٪'], [0x2c, '،'], [0x3b, '؛'], [0x3f, '؟'], [0x78, '٬”“']),
};
const extendedArabic = from(
  [0x21, '\u06fd\u0672\u0673'],
  [0x24, range(0x679, 0x686)],
  [0x32, '\u06bf'],
  [0x33, range(0x687, 0x69c)],
  [0x49, '\u06fa\u069d\u069e\u06fb\u069f\u06a0\u06fc'],
  [0x50, range(0x6a1, 0x6b8)],
  [0x68, '\u06ba\u06bb\u06bc\u06bd\u06b9\u06be\u06c0\u06c1\u06c2\u06c3\u06c4\u06c5\u06c6\u06ca\u06cb\u06cd\u06ce\u06d0\u06d2\u06d3'],
);
const ansel = from(
  [0x21, 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ'],
  [0x30, 'ʻłøđþæœʺı£ð'],
  [0x3c, 'ơư'],
  [0x40, '°ℓ℗©♯¿¡ß€'],
  [0x60, '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315\u030b\u0310'],
  [0x70, '\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23'],
  [0x7e, '\u0313'],
);
const hebrew = { ...ascii, ...from([0x22, '״'], [0x27, '׳'], [0x2d, '־'], [0x60, range(0x5d0, 0x5ea)]) };
const sets: Record<string, Record<number, string>> = {
  B: ascii,
  E: ansel,
  '2': hebrew,
  '3': arabic,
  '4': extendedArabic,
  b: from([0x30, '₀₁₂₃₄₅₆₇₈₉'], [0x28, '₍₎'], [0x2b, '₊'], [0x2d, '₋']),
  p: from([0x30, '⁰¹²³⁴⁵⁶⁷⁸⁹'], [0x28, '⁽⁾'], [0x2b, '⁺'], [0x2d, '⁻']),
  g: from([0x61, 'αβγ']),
};
