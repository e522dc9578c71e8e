// node scripts/lexicon.mjs < document-frequency.txt: writes resources/lexicon.json, the stemmer's frozen knowledge.
//
// Source: how often each word stands in about 70,000 Arabic news articles (ANT 1.1 and 2.1, SaudiNewsNet) and in the
// Arabic passages of TyDi QA, ARCD and XQuAD. Counts are facts; no text of theirs is in the result. A line is a word, a
// tab and its count.
//
// nouns: folded words seen bare and, at least twice, with the article. A verb or a piece of a word takes no article, so what
//        is left of a word after a clitic was taken must stand here.
// whole: words whose beginning is their own: with the article added they are as frequent as what would be left («وزير»:
//        «الوزير» is seen, «زير» hardly), or they are far more frequent than it («بوتين»).
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldWord } from '../src/core/arabic/fold.ts';
import { beginningsOf } from '../src/core/arabic/stem.ts';

const VERSION = 1;
/** Fewer sightings with the article are misprints as often as not. */
const SEEN = 2;
/** How many times more frequent than its remainder a word must be to be left whole though it is never seen with the article. */
const FAR = 8;
/** A noun is seen with the article once in so many times at least; what hardly ever is, is a phrase («بشكل»). */
const OFTEN = 16;
/** How many times more frequent the noun with ة must be for a misprint of its plural to be taken as one. */
const MISPRINT = 20;

const counts = new Map();
for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [word, count] = line.split('\t');
  const folded = foldWord(word);
  if (/^[\u0621-\u064a]+$/.test(folded)) counts.set(folded, (counts.get(folded) ?? 0) + Number(count));
}
const count = (word) => counts.get(word) ?? 0;
const withArticle = (word) => count(`ال${word}`) + count(`لل${word}`) + (word.startsWith('ال') ? count(`ل${word}`) : 0);

/** «السيارت» is a misprint of «السيارات», not a noun beside «السيارة». */
const isMisprint = (word) => word.endsWith('ت') && withArticle(`${word.slice(0, -1)}ه`) >= MISPRINT * withArticle(word);

const nouns = [...counts.keys()].filter((word) => word.length >= 3 && count(word) >= 1 && withArticle(word) >= SEEN && !isMisprint(word));
const known = new Set(nouns);

function isWhole(word) {
  const [beginning] = beginningsOf(word);
  if (beginning === undefined) return false;
  const rest = word.slice(beginning.length);
  const article = beginning.endsWith('ال') || beginning.endsWith('لل');
  if (!article && beginning !== 'و' && !known.has(rest)) return false;
  const own = count(word) + withArticle(word);
  // «الوزير» counts for «وزير»; for «التزام» it is «الالتزام» that counts, for «الوزير» itself speaks for its remainder.
  const others = count(rest) + (article ? 0 : withArticle(rest));
  if (withArticle(word) >= SEEN && withArticle(word) * OFTEN >= count(word) && own >= others) return true;
  return beginning.length === 1 && known.has(rest) && count(word) >= FAR * others;
}
const whole = [...counts.keys()].filter((word) => count(word) >= SEEN && isWhole(word));

/** By first letter; each word as the number of letters shared with the word before (base 36) and the rest. */
function fold(words) {
  const lists = {};
  let before = '';
  for (const word of words.toSorted()) {
    let shared = 0;
    if (before[0] === word[0]) while (shared < 35 && shared < word.length && word[shared] === before[shared]) shared++;
    lists[word[0]] = (lists[word[0]] ?? '') + shared.toString(36) + word.slice(shared);
    before = word;
  }
  return lists;
}

const file = join(import.meta.dirname, '..', 'resources', 'lexicon.json');
const source = 'Word counts of ANT 1.1/2.1, SaudiNewsNet, TyDi QA, ARCD and XQuAD (Arabic); see scripts/lexicon.mjs';
const text = JSON.stringify({ version: VERSION, source, nouns: fold(nouns), whole: fold(whole) }, null, 1);
writeFileSync(file, `${text}\n`);
console.log(`${nouns.length} nouns, ${whole.length} whole words, ${Buffer.byteLength(text)} bytes`);
