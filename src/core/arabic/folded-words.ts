// The words of a text in the one form that all spellings share, and nothing more: rules ask for no stems and no places.
import { foldWord } from './fold.ts';
import { eachWord } from './spans.ts';

export function foldedWords(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (start, end) => {
    const folded = foldWord(text.slice(start, end));
    if (folded !== '') words.push(folded);
  });
  return words;
}
