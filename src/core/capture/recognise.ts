// Tells labels and furniture from the article, by rules that are data.
import { foldedWords, type Line } from './lines.ts';
import { endings, furniture, pathStarts } from './rules/furniture.ts';

const byLength = (phrases: readonly string[]): string[][] => phrases.map(foldedWords).sort((a, b) => b.length - a.length);
const furniturePhrases = byLength(furniture);
const endingPhrases = byLength(endings);

const startsWith = (words: readonly string[], phrase: readonly string[], at: number): boolean =>
  at + phrase.length <= words.length && phrase.every((word, i) => words[at + i] === word);

/** The rule that takes the whole line: furniture phrases one after another, in any number, or nothing but signs. */
export function furnitureRule(line: Line): string | undefined {
  if (line.words.length === 0) return 'no-words';
  if (line.words.length > 24) return undefined;
  let at = 0;
  while (at < line.words.length) {
    const phrase = furniturePhrases.find((one) => startsWith(line.words, one, at));
    if (phrase) at += phrase.length;
    // A counter beside a label: «تعليقات 3».
    else if (at > 0 && /^\d{1,6}$/.test(line.words[at]!)) at += 1;
    else return undefined;
  }
  return 'furniture';
}

export const isEnding = (line: Line): boolean =>
  endingPhrases.some((phrase) => phrase.length === line.words.length && startsWith(line.words, phrase, 0));

const pathStartWords = new Set(pathStarts.map((start) => foldedWords(start).join(' ')));
const STEP_WORDS = 5;

/** The path from the front page to this one: steps of few words between signs. */
export function isBreadcrumb(line: Line): boolean {
  if (line.words.length > 16) return false;
  const steps = line.text.split(/[>›»→←/|\\]/u).map((step) => foldedWords(step));
  return steps.length > 1 && pathStartWords.has(steps[0]!.join(' ')) && steps.every((step) => step.length <= STEP_WORDS);
}

const compiled = new Map<readonly string[], string[][]>();

/** What stands behind a label and its sign (: / | -), or undefined when the line does not begin with one. */
export function afterLabel(line: Line, labels: readonly string[], sign: 'needed' | 'optional'): string | undefined {
  let phrases = compiled.get(labels);
  if (!phrases) compiled.set(labels, (phrases = byLength(labels)));
  const phrase = phrases.find((one) => startsWith(line.words, one, 0));
  if (!phrase) return undefined;
  const rest = skipWords(line.text, phrase.length);
  const [, mark, value] = /^\s*([:：/|\\\-–—])?\s*(.*)$/su.exec(rest)!;
  if (mark === undefined && (sign === 'needed' || value === '')) return undefined;
  return value!.replace(/^[\s:：/|\\\-–—]+/u, '').trim();
}

function skipWords(text: string, count: number): string {
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u0640\u200b-\u200f]*/gu;
  for (let i = 0; i < count; i++) word.exec(text);
  return text.slice(word.lastIndex);
}
