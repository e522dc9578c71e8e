// What the words of a large press corpus tell a stemmer: which words are nouns, and which begin with a letter that only
// looks like a clitic. Frozen and versioned; made by scripts/lexicon.mjs, which tells of the source and of the rules.
import lexicon from '../../../resources/lexicon.json' with { type: 'json' };

/** Indexes made with another version hold other stems. */
export const LEXICON_VERSION: number = lexicon.version;

type List = Readonly<Record<string, string>>;

/** Words by their first letter, each as the number of letters shared with the word before (base 36) and the rest. */
function unfold(folded: string): ReadonlySet<string> {
  const words = new Set<string>();
  let word = '';
  for (const [, shared, rest] of folded.matchAll(/([0-9a-z])([^0-9a-z]*)/g)) {
    word = word.slice(0, Number.parseInt(shared!, 36)) + rest;
    words.add(word);
  }
  return words;
}

/** A letter's words are unfolded when the first word with that letter is met: a short call does not wait for all. */
function lookup(list: List): (word: string) => boolean {
  const unfolded = new Map<string, ReadonlySet<string>>();
  return (word) => {
    const letter = word[0] ?? '';
    let words = unfolded.get(letter);
    if (words === undefined) unfolded.set(letter, (words = unfold(list[letter] ?? '')));
    return words.has(word);
  };
}

/** Whether the folded word was seen both bare and with the article. */
export const isNoun: (folded: string) => boolean = lookup(lexicon.nouns);

/** Whether the first letters of the folded word belong to it, though they could be a clitic or the article. */
export const isWhole: (folded: string) => boolean = lookup(lexicon.whole);
