// Words of a text with their places in it. One tokenizer for indexing, querying and highlighting.
import { exactForm, foldWord } from './fold.ts';
import { stemWord } from './stem.ts';

/** `start` and `end` are UTF-16 offsets into the original text; the slice between them is the word with its marks. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly folded: string;
  readonly stem: string;
};

// Letters, marks, digits; tatweel, joiners and bidi controls stand inside a word and never split it.
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad]*/gu;
const control = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad]/;
const weightless = /[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad]+/gu;

/** Longer terms are cut: no one searches for more of a word, and an index must stay bounded. */
const TERM_LENGTH = 64;
/** Enough of a word, marks included, to fill a term even when every letter bears several marks. */
const WORD_LENGTH = TERM_LENGTH * 16;

const cached = new Map<string, Pick<Token, 'exact' | 'folded' | 'stem'>>();
const CACHE_SIZE = 50_000;

function formsOf(written: string): Pick<Token, 'exact' | 'folded' | 'stem'> {
  const known = cached.get(written);
  if (known) return known;
  const exact = cut(exactForm(written), TERM_LENGTH);
  const folded = foldWord(exact);
  const forms = { exact, folded, stem: stemWord(folded) };
  if (cached.size >= CACHE_SIZE) cached.clear();
  if (written.length <= TERM_LENGTH) cached.set(written, forms);
  return forms;
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: raw, index } of text.matchAll(word)) {
    const written = withoutEndControls(raw);
    const forms = formsOf(squeezed(written));
    if (forms.folded !== '') tokens.push({ start: index, end: index + written.length, ...forms });
  }
  return tokens;
}

/** A flood of tatweel or marks must not hide the letters behind it when a very long word is cut. */
function squeezed(written: string): string {
  if (written.length <= WORD_LENGTH) return written;
  return cut(written.replace(weightless, ''), WORD_LENGTH);
}

/** Backwards, letter by letter: a pattern tied to the end would try every control of a flood anew. */
function withoutEndControls(raw: string): string {
  let end = raw.length;
  while (end > 1 && control.test(raw[end - 1]!)) end--;
  return raw.slice(0, end);
}

/** At most `length` UTF-16 units, never half a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
