// The words of a text in the one form that all spellings share, and nothing more: rules ask for no stems and no places.
import { foldWord } from './fold.ts';
import { eachWord } from './spans.ts';
import { formsOf } from './tokens.ts';

/** Longer words are floods, which the tokenizer cuts: to normalize thousands of marks on one letter takes their square. */
const LONGEST = 64;

export function foldedWords(text: string): string[] {
  const words: string[] = [];
  // One text after the other: what is read of a word would take the place of what is read of this one.
  eachWord(text, (start, end) => words.push(text.slice(start, end)));
  return words.map((word) => (word.length > LONGEST ? (formsOf(word)[0]?.folded ?? '') : foldWord(word))).filter((folded) => folded !== '');
}
