// What the words of a large press corpus tell a stemmer: which words are nouns, and which begin with a letter that only
// looks like a clitic. Frozen and versioned; made by scripts/lexicon.mjs, which tells of the source and of the rules.
import lexicon from '../../../resources/lexicon.json' with { type: 'json' };
import { type WordTable, wordTableOf } from './word-table.ts';

/** Indexes made with another version hold other stems. */
export const LEXICON_VERSION: number = lexicon.version;

type List = Readonly<Record<string, string>>;

/** Words by their first letter, each as the number of letters shared with the word before (base 36) and the rest. */
function unfold(folded: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const [, shared, rest] of folded.matchAll(/([0-9a-z])([^0-9a-z]*)/g)) {
    word = word.slice(0, Number.parseInt(shared!, 36)) + rest;
    words.push(word);
  }
  return words;
}

/** Whether the folded word at [start, end) of the text, with `ending` (one UTF-16 unit) behind it when that is given, is in the list. */
export type LexiconList = (text: string, start: number, end: number, ending?: number) => boolean;

const FIRST = 0x621;

/** A letter's words are unfolded when the first word with that letter is met: a short call does not wait for all. */
function lookup(list: List): LexiconList {
  const unfolded: (WordTable | undefined)[] = Array.from({ length: 0x64b - FIRST });
  return (text, start, end, ending) => {
    const letter = text.charCodeAt(start) - FIRST;
    if (start === end || letter < 0 || letter >= unfolded.length) return false;
    const words = (unfolded[letter] ??= wordTableOf(unfold(list[text[start]!] ?? '')));
    return words.find(text, start, end, ending) >= 0;
  };
}

/** Whether the folded word was seen both bare and with the article. */
export const isNoun: LexiconList = lookup(lexicon.nouns);

/** Whether the first letters of the folded word belong to it, though they could be a clitic or the article. */
export const isWhole: LexiconList = lookup(lexicon.whole);
