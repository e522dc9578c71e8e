// Light stemming: light10 (Larkey, Ballesteros and Connell, 2007), with a lexicon asked before a letter is taken that may
// belong to the word. A little taken off, never a root sought.
import { singularOf } from './broken-plurals.ts';
import { isNoun, isWhole } from './lexicon.ts';

const arabic = /^[\u0621-\u064a]+$/;

/** The article with what may stand before it; two letters must be left. */
const articles = ['وبال', 'وكال', 'فبال', 'ولل', 'فلل', 'وال', 'بال', 'كال', 'فال', 'ال', 'لل'];
/** Clitics that are taken only from what the lexicon knows as a noun of three letters or more. */
const clitics = ['وب', 'ول', 'وك', 'فب', 'فل', 'و', 'ف', 'ب', 'ل', 'ك'];
const pronouns = ['هما', 'كما', 'هم', 'هن', 'كم', 'كن', 'نا', 'ني', 'ها', 'ه', 'ك'];
const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'];
const numbers = new Set(['ان', 'ون', 'ين']);

/** What the beginning of a folded word may be, the likeliest first: for the maker of the lexicon. */
export function beginningsOf(word: string): string[] {
  const found = articles.filter((one) => word.startsWith(one) && word.length - one.length >= 2);
  return [...found, ...clitics.filter((one) => word.startsWith(one) && word.length - one.length >= 3)];
}

function withoutBeginning(word: string): string {
  if (isWhole(word) || singularOf(word) !== undefined) return word;
  const article = articles.find((one) => word.startsWith(one) && word.length - one.length >= 2);
  if (article !== undefined) return word.slice(article.length);
  for (const clitic of clitics) {
    const rest = word.slice(clitic.length);
    if (word.startsWith(clitic) && rest.length >= 3 && (isNoun(rest) || (!isNoun(word) && bearsPronoun(rest)))) return rest;
  }
  // A و before a verb or an unknown name, as in light10; a noun's own و stays.
  return word.startsWith('و') && word.length > 3 && !isNoun(word) ? withoutBeginning(word.slice(1)) : word;
}

/** «سيارتهم»: the ت is the ة of «سيارة». */
const closed = (word: string): string =>
  word.endsWith('ت') && !isNoun(word) && isNoun(`${word.slice(0, -1)}ه`) ? word.slice(0, -1) : word;

function withoutPronoun(word: string): string {
  if (isNoun(word)) return word;
  for (const pronoun of pronouns) {
    const rest = word.slice(0, -pronoun.length);
    if (!word.endsWith(pronoun) || rest.length < 3) continue;
    const base = closed(rest);
    if (base !== rest || isNoun(rest)) return base;
  }
  // «رئيسا»: the alif of the accusative.
  return word.endsWith('ا') && word.length > 3 && isNoun(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

/** «بكتابهم»: what follows the clitic is a noun, though not as it stands. */
function bearsPronoun(word: string): boolean {
  const base = withoutPronoun(word);
  return base !== word && (isNoun(base) || isNoun(`${base}ه`));
}

/** «برلمان» is no dual: nothing that is left without its ان is a noun. */
const isOwnEnding = (word: string, rest: string): boolean => isNoun(word) && !isNoun(rest) && !isNoun(`${rest}ه`) && !isNoun(`${rest}ي`);

function withoutEnding(word: string): string {
  let left = withoutPronoun(word);
  for (const suffix of suffixes) {
    const rest = left.slice(0, -suffix.length);
    if (!left.endsWith(suffix) || rest.length < 2) continue;
    if (numbers.has(suffix) && isOwnEnding(left, rest)) continue;
    left = rest;
  }
  return left;
}

/** Takes a folded word; words of other scripts come back as they are. */
export function stemWord(folded: string): string {
  if (!arabic.test(folded)) return folded;
  const word = withoutBeginning(folded);
  const singular = singularOf(word) ?? singularOf(withoutPronoun(word));
  // مسؤول and مسئول are one word.
  return withoutEnding(singular ?? word).replace(/[ؤئ]/g, 'ء');
}
