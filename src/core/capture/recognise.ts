// Tells labels and furniture from the article, by rules that are data.
import { foldedWords, type Line } from './lines.ts';
import { compilePhrases, isMadeOf, type Phrases, phraseAt } from './phrases.ts';
import { endings, furniture, pathStarts, rightsWords } from './rules/furniture.ts';
import { sections, services } from './rules/navigation.ts';

const furniturePhrases = compilePhrases(furniture);
const sectionPhrases = compilePhrases(sections);
const navigationPhrases = compilePhrases([...sections, ...services, ...furniture, ...pathStarts]);
const endingPhrases = new Set(endings.map((ending) => foldedWords(ending).join(' ')));
/** A line of more words is no row of buttons. */
const MOST_WORDS = 24;

/** The rule that takes the whole line: furniture phrases one after another, in any number, or nothing but signs. */
export function furnitureRule(line: Line): string | undefined {
  if (line.words.length === 0) return 'no-words';
  return line.words.length <= MOST_WORDS && isMadeOf(line.words, furniturePhrases) ? 'furniture' : undefined;
}

const rightsPhrases = compilePhrases(rightsWords);
const RIGHTS_WORDS = 16;

/** «© 2021 الجريدة. جميع الحقوق محفوظة»: what a page prints of itself. */
export const isRights = ({ text, words }: Line): boolean =>
  words.length <= RIGHTS_WORDS && (/^\s*[©Ⓒ]/u.test(text) || words.some((_, at) => phraseAt(words, at, rightsPhrases) > 0));

const leadPhrases = compilePhrases(endings);
const LEAD_WORDS = 30;

/** «اقرأ أيضا: …»: a label before the headline of another article. */
export function leadsElsewhere({ text, words }: Line): boolean {
  if (words.length > LEAD_WORDS) return false;
  const length = phraseAt(words, 0, leadPhrases);
  return length > 0 && length < words.length && /^\s*[:：|.…<«\-–—]/u.test(skipWords(text, length));
}

/** Sections and services of a site and nothing else. */
export const isNavigation = (line: Line): boolean => line.words.length <= MOST_WORDS && isMadeOf(line.words, navigationPhrases);

/** Names of subjects, which an article may have for headings too. */
export const isSection = (line: Line): boolean => line.words.length <= MOST_WORDS && isMadeOf(line.words, sectionPhrases);

export const isEnding = (line: Line): boolean => line.words.length <= MOST_WORDS && endingPhrases.has(line.words.join(' '));

const pictures = /^[\s•□☆*]*(?:\[[^[\]]*\][\s*]*)+$/u;
const emptyField = /\[\s*\]\s*\*?$/u;
const FIELD = { characters: 60, words: 4 };

/** What a text browser prints for pictures, buttons and fields: «[logo]», «[بحث]», «الاسم [ ]». */
export function isField(line: Line): boolean {
  if (line.text.length > FIELD.characters) return false;
  return pictures.test(line.text) || (line.words.length <= FIELD.words && emptyField.test(line.text));
}

const pathStartWords = new Set(pathStarts.map((start) => foldedWords(start).join(' ')));
const STEP_WORDS = 5;

/** The path from the front page to this one: steps of few words between signs. */
export function isBreadcrumb(line: Line): boolean {
  if (line.words.length > 16) return false;
  const steps = line.text.split(/[>›»→←/|\\]/u).map((step) => foldedWords(step));
  return steps.length > 1 && pathStartWords.has(steps[0]!.join(' ')) && steps.every((step) => step.length <= STEP_WORDS);
}

/** The path printed without signs, one step a line or all in one: «الرئيسية القارات السبع», «1. صفحه اصلی». */
export const beginsPath = (line: Line): boolean =>
  line.words.length <= STEP_WORDS && phraseAt(line.words, startOf(line.words), pathPhrases) > 0;
const pathPhrases = compilePhrases(pathStarts);
const startOf = (words: readonly string[]): number => (words[0] === '1' ? 1 : 0);

const compiled = new Map<readonly string[], Phrases>();

/** What stands behind a label and its sign (: / | -), or undefined when the line does not begin with one. */
export function afterLabel(line: Line, labels: readonly string[], sign: 'needed' | 'optional'): string | undefined {
  let phrases = compiled.get(labels);
  if (!phrases) compiled.set(labels, (phrases = compilePhrases(labels)));
  const length = phraseAt(line.words, 0, phrases);
  if (length === 0) return undefined;
  const rest = skipWords(line.text, length);
  const [, mark, value] = /^\s*([:：/|\\\-–—])?\s*(.*)$/su.exec(rest)!;
  if (mark === undefined && (sign === 'needed' || value === '')) return undefined;
  return value!.replace(/^[\s:：/|\\\-–—]+/u, '').trim();
}

function skipWords(text: string, count: number): string {
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640\u200b-\u200f]*/gu;
  for (let i = 0; i < count; i++) word.exec(text);
  return text.slice(word.lastIndex);
}
