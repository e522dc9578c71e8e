// Words of a text with their places in it. One tokenizer for indexing, querying and highlighting.
import { exactForm, foldWord } from './fold.ts';
import type { MayBe } from './candidates.ts';
import { type Span, eachWord } from './spans.ts';
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
// memory stays bounded (some 20 MB), and a known word is found without being cut out of its text. With so many slots one
// word in twelve of a long run of articles is analysed anew.
const SLOTS = 1 << 17;
/** V8 copies slices this short; a longer one would keep its whole text in memory. */
const LONGEST_KEPT = 12;
const lengthIn = new Uint8Array(SLOTS);
const unitsIn = new Uint16Array(SLOTS * LONGEST_KEPT);
const formsIn: (WordForms | undefined)[] = Array.from({ length: SLOTS });

function formsAt(text: string, start: number, end: number, units: Uint16Array): WordForms {
  const length = end - start;
  if (length > LONGEST_KEPT) return analyze(squeezed(text.slice(start, end)));
  let hash = 0;
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + units[at]!) | 0;
  const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const from = slot * LONGEST_KEPT;
  let same = 0;
  if (lengthIn[slot] === length) while (same < length && unitsIn[from + same] === units[start + same]) same++;
  if (same === length) return formsIn[slot]!;
  const forms = analyze(text.slice(start, end));
  for (let at = 0; at < length; at++) unitsIn[from + at] = units[start + at]!;
  lengthIn[slot] = length;
  formsIn[slot] = forms;
  return forms;
}

function analyze(written: string): WordForms {
  const exact = cut(exactForm(written), TERM_LENGTH);
  const folded = foldWord(exact);
  return { exact, folded, stem: stemWord(folded) };
}

/** Stands for the forms of a word that was not analysed. */
const unread: WordForms = { exact: '\0', folded: '\0', stem: '\0' };

/** Words that cannot be what is looked for keep their places and are not analysed. */
export function tokenize(text: string, mayBe?: MayBe): Token[] {
  const tokens: Token[] = [];
  eachWord(text, (start, end, units) => {
    const { exact, folded, stem } = mayBe && !mayBe(start, end, units) ? unread : formsAt(text, start, end, units);
    if (folded !== '') tokens.push({ start, end, exact, folded, stem });
  });
  return tokens;
}

/** The words of `tokenize` without their places: what an index takes. A word met of late is the same object again. */
export function formsOf(text: string): WordForms[] {
  const words: WordForms[] = [];
  eachWord(text, (start, end, units) => {
    const forms = formsAt(text, start, end, units);
    if (forms.folded !== '') words.push(forms);
  });
  return words;
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
