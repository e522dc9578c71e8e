// Keywords that a document states, as the tags a person could have meant.
import { tagName } from '../catalog/tag-name.ts';
import { oneLine } from './legible.ts';
import { foldedWords } from './lines.ts';

const address =
  /^(?:[a-z][a-z\d+.-]*:\/\/|(?:https?|ftp|mailto|javascript):|\/\/|www\.)|^[\w-]+(?:\.[\w-]+)+\/|^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;

/** Systems fill in the words of the title one by one. */
const TITLE = { words: 3, share: 2 / 3 };

/** No addresses, not the title again, and no words of the title where the list is made of it. */
export function keywordsOf(stated: readonly string[], title: string): string[] {
  const words = new Set(foldedWords(title));
  const isTitle = (tag: string): boolean => words.size > TITLE.words && foldedWords(tag).join(' ') === foldedWords(title).join(' ');
  const tags = new Set(stated.map((tag) => tagName(oneLine(tag))).filter((tag) => tag !== '' && !address.test(tag) && !isTitle(tag)));
  const single = [...tags].filter((tag) => /^\S+$/u.test(tag) && foldedWords(tag).every((word) => words.has(word)));
  const covered = new Set(single.flatMap(foldedWords)).size;
  if (covered < TITLE.words || covered < words.size * TITLE.share) return [...tags];
  const split = new Set(single);
  return [...tags].filter((tag) => !split.has(tag));
}
