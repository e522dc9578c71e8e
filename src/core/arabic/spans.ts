// Where words begin and end. A word is letters and digits; marks, tatweel, joiners and bidi controls stand inside it and
// never split it. Everything else is a boundary: spaces, punctuation of every script, symbols.

/** [start, end) in UTF-16 units. */
export type Span = { readonly start: number; readonly end: number };

const BOUNDARY = 0;
const LETTER = 1;
/** Belongs to the word that it follows. */
const MARK = 2;
/** The same, but not at a word's end: there it belongs to the text around. */
const CONTROL = 3;

const letter = /^[\p{L}\p{N}]/u;
const mark = /^\p{M}/u;
const control = /^[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad]/;

function kindOf(character: string): number {
  if (letter.test(character)) return LETTER;
  if (control.test(character)) return CONTROL;
  return mark.test(character) ? MARK : BOUNDARY;
}

/** Latin and Arabic and what lies between: one look-up for almost every letter that is read. */
const TABLE = 0x800;
const table = Uint8Array.from({ length: TABLE }, (_, code) => kindOf(String.fromCharCode(code)));

/** Persian joins the parts of a word with ZWNJ; elsewhere it is noise within a word. */
const JOINT = '\u200c';
const persian = /[\u067e\u0686\u0698\u06a9\u06af\u06cc]/;

// A text's units in a row: they are looked at several times, and out of an array that is several times as fast.
let row = new Uint16Array(1 << 14);
/** A longer text gets a row of its own, which is not kept. */
const LONGEST_KEPT = 1 << 18;

function unitsOf(text: string): Uint16Array {
  let units = row;
  if (text.length > row.length) {
    units = new Uint16Array(text.length);
    if (text.length <= LONGEST_KEPT) row = units;
  }
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

/** Calls for each word, in their order, with where it stands in the text's UTF-16 units; these are to be read before the next text. */
export function eachWord(text: string, visit: (start: number, end: number, units: Uint16Array) => void): void {
  const units = unitsOf(text);
  const { length } = text;
  const joints = text.includes(JOINT);
  const close = (from: number, to: number): void => {
    const word = joints ? text.slice(from, to) : '';
    if (word.includes(JOINT) && persian.test(word)) for (const { start, end } of partsOf(word, from)) visit(start, end, units);
    else visit(from, to, units);
  };
  let start = -1;
  let end = 0;
  for (let at = 0; at < length; ) {
    const code = units[at]!;
    let size = 1;
    let kind: number;
    if (code < TABLE) kind = table[code]!;
    else {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      size = character.length;
      kind = kindOf(character);
    }
    if (kind === LETTER && start < 0) start = at;
    if (kind === BOUNDARY && start >= 0) {
      close(start, end);
      start = -1;
    }
    at += size;
    if (kind === LETTER || kind === MARK) end = at;
  }
  if (start >= 0) close(start, end);
}

function* partsOf(word: string, start: number): Generator<Span> {
  let from = start;
  for (const part of word.split(JOINT)) {
    if (part !== '') yield { start: from, end: from + part.length };
    from += part.length + 1;
  }
}
