// Light stemming: light10 (Larkey, Ballesteros and Connell, 2007), with a lexicon asked before a letter is taken that may
// belong to the word. A little taken off, never a root sought.
import { brokenPlurals, singularOf } from './broken-plurals.ts';
import { isNoun, isWhole } from './lexicon.ts';

/** The article with what may stand before it; two letters must be left. */
const articles = ['وبال', 'وكال', 'فبال', 'ولل', 'فلل', 'وال', 'بال', 'كال', 'فال', 'ال', 'لل'];
/** Clitics that are taken only from what the lexicon knows as a noun of three letters or more. */
const clitics = ['وب', 'ول', 'وك', 'فب', 'فل', 'و', 'ف', 'ب', 'ل', 'ك'];
const pronouns = ['هما', 'كما', 'هم', 'هن', 'كم', 'كن', 'نا', 'ني', 'ها', 'ه', 'ك'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'];
const numbers = ['ان', 'ون', 'ين'];
const [ALIF, HEH, TEH, WAW, YEH] = ['ا', 'ه', 'ت', 'و', 'ي'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];

// What is left of a word is a stretch of it, [start, end): letters are looked at where they are, and cut out at the very end.

function begins(word: string, start: number, end: number, affix: string): boolean {
  if (affix.length > end - start) return false;
  for (let at = 0; at < affix.length; at++) if (word.charCodeAt(start + at) !== affix.charCodeAt(at)) return false;
  return true;
}

const ends = (word: string, start: number, end: number, affix: string): boolean =>
  affix.length <= end - start && begins(word, end - affix.length, end, affix);

/** What the beginning of a folded word may be, the likeliest first: for the maker of the lexicon. */
export function beginningsOf(word: string): string[] {
  const found = articles.filter((one) => word.startsWith(one) && word.length - one.length >= 2);
  return [...found, ...clitics.filter((one) => word.startsWith(one) && word.length - one.length >= 3)];
}

/** Where the word begins without what is put before it. */
function withoutBeginning(word: string, start: number, end: number): number {
  if (isWhole(word, start, end) || singularOf(word, start, end) !== undefined) return start;
  for (const article of articles) if (end - start - article.length >= 2 && begins(word, start, end, article)) return start + article.length;
  let noun: boolean | undefined;
  for (const clitic of clitics) {
    const rest = start + clitic.length;
    if (end - rest < 3 || !begins(word, start, end, clitic)) continue;
    if (isNoun(word, rest, end)) return rest;
    noun ??= isNoun(word, start, end);
    if (!noun && bearsPronoun(word, rest, end)) return rest;
  }
  // A و before a verb or an unknown name, as in light10; a noun's own و stays.
  if (word.charCodeAt(start) !== WAW || end - start <= 3) return start;
  return (noun ?? isNoun(word, start, end)) ? start : withoutBeginning(word, start + 1, end);
}

/** «سيارتهم»: the ت is the ة of «سيارة». */
const closed = (word: string, start: number, end: number): number =>
  word.charCodeAt(end - 1) === TEH && !isNoun(word, start, end) && isNoun(word, start, end - 1, HEH) ? end - 1 : end;

/** Where the word ends without the pronoun that it bears. */
function withoutPronoun(word: string, start: number, end: number): number {
  if (isNoun(word, start, end)) return end;
  for (const pronoun of pronouns) {
    const rest = end - pronoun.length;
    if (rest - start < 3 || !ends(word, start, end, pronoun)) continue;
    const base = closed(word, start, rest);
    if (base !== rest || isNoun(word, start, rest)) return base;
  }
  // «رئيسا»: the alif of the accusative.
  return word.charCodeAt(end - 1) === ALIF && end - start > 3 && isNoun(word, start, end - 1) ? end - 1 : end;
}

/** «بكتابهم»: what follows the clitic is a noun, though not as it stands. */
function bearsPronoun(word: string, start: number, end: number): boolean {
  const base = withoutPronoun(word, start, end);
  return base !== end && (isNoun(word, start, base) || isNoun(word, start, base, HEH));
}

/** «برلمان» is no dual: nothing that is left without its ان is a noun. */
const isOwnEnding = (word: string, start: number, end: number, rest: number): boolean =>
  isNoun(word, start, end) && !isNoun(word, start, rest) && !isNoun(word, start, rest, HEH) && !isNoun(word, start, rest, YEH);

function withoutEnding(word: string, start: number, end: number): number {
  let left = withoutPronoun(word, start, end);
  for (const suffix of suffixes) {
    const rest = left - suffix.length;
    if (rest - start < 2 || !ends(word, start, left, suffix)) continue;
    if (numbers.includes(suffix) && isOwnEnding(word, start, left, rest)) continue;
    left = rest;
  }
  return left;
}

function isArabic(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 0x621 || unit > 0x64a) return false;
  }
  return word !== '';
}

/** Takes a folded word; words of other scripts come back as they are. */
export function stemWord(folded: string): string {
  if (!isArabic(folded)) return folded;
  const start = withoutBeginning(folded, 0, folded.length);
  const end = folded.length;
  const singular = singularOf(folded, start, end) ?? singularOf(folded, start, withoutPronoun(folded, start, end));
  const stem =
    singular === undefined
      ? folded.slice(start, withoutEnding(folded, start, end))
      : singular.slice(0, withoutEnding(singular, 0, singular.length));
  // مسؤول and مسئول are one word.
  return stem.replace(/[ؤئ]/g, 'ء');
}

let byStem: Map<string, string[]> | undefined;

/** Folded broken plurals whose stem is this one, which need not be a part of them. */
export function pluralsWithStem(stem: string): readonly string[] {
  byStem ??= Map.groupBy(brokenPlurals(), stemWord);
  return byStem.get(stem) ?? [];
}
