// Words of a text with their places in it. One tokenizer for indexing, querying and highlighting.
import { exactForm, foldWord } from './fold.ts';
import { type Span, wordSpans } from './spans.ts';
import { stemWord } from './stem.ts';

/** `exact` as written but for marks, `folded` one form for all spellings, `stem` one for a word's inflections. */
export type WordForms = { readonly exact: string; readonly folded: string; readonly stem: string };

/** `start` and `end` are UTF-16 offsets into the original text; the slice between them is the word with its marks. */
export type Token = Span & WordForms;

/** Longer terms are cut: no one searches for more of a word, and an index must stay bounded. */
const TERM_LENGTH = 64;
/** Enough of a word, marks included, to fill a term even when every letter bears several marks. */
const WORD_LENGTH = TERM_LENGTH * 16;

const weightless = /[\p{M}\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u061c\ufeff\u00ad]+/gu;

// Words met of late, each in the one slot that its letters choose: a frequent word soon has it back from a rare one, the
// memory stays bounded, and a known word is found without being cut out of its text.
const SLOTS = 1 << 15;
/** V8 copies slices this short; a longer one would keep its whole text in memory. */
const LONGEST_KEPT = 12;
const slots: ({ readonly written: string; readonly forms: WordForms } | undefined)[] = Array.from({ length: SLOTS });

function formsAt(text: string, start: number, end: number): WordForms {
  if (end - start > LONGEST_KEPT) return analyze(squeezed(text.slice(start, end)));
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  hash = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const slot = slots[hash];
  if (slot !== undefined && slot.written.length === end - start && text.startsWith(slot.written, start)) return slot.forms;
  const written = text.slice(start, end);
  const forms = analyze(written);
  slots[hash] = { written, forms };
  return forms;
}

function analyze(written: string): WordForms {
  const exact = cut(exactForm(written), TERM_LENGTH);
  const folded = foldWord(exact);
  return { exact, folded, stem: stemWord(folded) };
}

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { start, end } of wordSpans(text)) {
    const { exact, folded, stem } = formsAt(text, start, end);
    if (folded !== '') tokens.push({ start, end, exact, folded, stem });
  }
  return tokens;
}

/** A flood of tatweel or marks must not hide the letters behind it when a very long word is cut. */
function squeezed(written: string): string {
  if (written.length <= WORD_LENGTH) return written;
  return cut(written.replace(weightless, ''), WORD_LENGTH);
}

/** At most `length` UTF-16 units, never half a surrogate pair. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
