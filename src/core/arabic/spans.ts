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

export function wordSpans(text: string): Span[] {
  const spans: Span[] = [];
  const joints = text.includes(JOINT);
  const close = (from: number, to: number): void => {
    const word = joints ? text.slice(from, to) : '';
    if (word.includes(JOINT) && persian.test(word)) for (const part of partsOf(word, from)) spans.push(part);
    else spans.push({ start: from, end: to });
  };
  let start = -1;
  let end = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
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
  return spans;
}

function* partsOf(word: string, start: number): Generator<Span> {
  let from = start;
  for (const part of word.split(JOINT)) {
    if (part !== '') yield { start: from, end: from + part.length };
    from += part.length + 1;
  }
}
