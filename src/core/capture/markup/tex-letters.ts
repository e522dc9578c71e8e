// Letters that TeX writes with commands: «\\={a}» is ā, «\\d{h}» is ḥ, as in names of Arabic in Latin letters.

/** Commands of marks over and under a letter (The TeXbook, chapter 9). */
const marks: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  d: '\u0323',
  b: '\u0331',
  k: '\u0328',
  r: '\u030a',
};
const letters: Record<string, string> = {
  aa: 'å',
  AA: 'Å',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ss: 'ß',
  i: 'ı',
  j: 'ȷ',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  textendash: '–',
  textemdash: '—',
  ldots: '…',
  dots: '…',
};

const marked = /\\(?:([`'^~"=.])\s*|([uvHcdbkr])(?:\s+|(?=\{)))(?:\{\\?(\p{L})\s*\}|\\?(\p{L}))/gu;
const named = /\\([a-zA-Z]+)(?:\{\}|\s+|(?![a-zA-Z]))/g;

/** Commands that change the look of what follows are left out; others stay as they are. */
export const lettersOfTex = (words: string): string =>
  words
    .replace(marked, (_, sign: string | undefined, command: string | undefined, within: string | undefined, letter: string | undefined) =>
      `${within ?? letter}${marks[sign ?? command!]!}`.normalize('NFC'),
    )
    .replace(/\\(?:emph|textit|textbf|textsc|textrm|mkbibquote|mkbibemph)\s*(?=\{)/g, '')
    .replace(named, (whole, name: string) => letters[name] ?? whole);
