// The name of a newspaper over a headline: «صحيفة أم القرى», alone on its line.
import { isHeadline } from './document.ts';
import { foldedWords, type Line } from './lines.ts';
import { dateRule, labelRule } from './note.ts';
import { compilePhrases, phraseAt } from './phrases.ts';
import { outlets, outletWords } from './rules/outlets.ts';

const WORDS = { name: 5, headline: 4 };
const words = compilePhrases(outletWords);
const names = new Set(outlets.map((name) => foldedWords(name).join(' ')));

/** `below` are the lines under it: the first must be a headline, and one of the others date it. */
export function isMasthead(line: Line, [headline, ...below]: readonly Line[]): boolean {
  const isName = names.has(line.words.join(' ')) || (phraseAt(line.words, 0, words) > 0 && line.words.length > 1);
  if (!isName || line.words.length > WORDS.name || /[.،؛:؟!…]/u.test(line.text) || !headline || headline.words.length < WORDS.headline)
    return false;
  const isDated = (one: Line): boolean => {
    const notes = { creators: [], dates: {} };
    return (labelRule(one, notes) ?? dateRule(one, notes)) !== undefined && Object.keys(notes.dates).length > 0;
  };
  return isHeadline({ kind: 'paragraph', text: headline.text }) && !isDated(headline) && below.some(isDated);
}
