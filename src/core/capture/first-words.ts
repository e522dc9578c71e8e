// A title for what has none: its first sentence, or the first words of it.
import { cut, oneLine } from './legible.ts';
import { MAX_TITLE } from './limits.ts';

const WORDS = { least: 3, most: 12 };
const LOOKED_AT = 2000;
/** A question or a cry within quotation marks ends none. */
const end = /[.؟?!۔]$|[.۔][»”"')\]]+$/u;
/** «د.», “St.”, “U.S.”, «5.»: what a stop shortens or numbers. */
const shortened = /^[«“"'([]*(?:\p{L}\p{M}*|\p{Lu}\p{Ll}|.*\..*|\p{Nd}{1,3})\.[»”"')\]]*$/u;

/** Marks of Markdown's notes: of those whose text is not in the file. */
export const withoutNoteMarks = (text: string): string => text.replace(/\s{0,4}\\?\[\^[^\]\s]{1,60}\]/gu, '');

/** `…` at the end tells that the sentence goes on. */
export function firstWords(text: string): string {
  const words = withoutNoteMarks(oneLine(cut(text, LOOKED_AT)))
    .trim()
    .split(' ');
  const stop = words.findIndex((_, at) => at + 1 >= WORDS.least && at < WORDS.most && isEnd(words, at));
  if (stop !== -1) return cut(words.slice(0, stop + 1).join(' '), MAX_TITLE).replace(/(?<!\.)\.$/u, '');
  const start = cut(words.slice(0, WORDS.most).join(' '), MAX_TITLE);
  return words.length > WORDS.most ? `${start} …` : start;
}

/** Of a sentence that another follows; one within a quotation is no end of it. */
function isEnd(words: readonly string[], at: number): boolean {
  const [word, next] = [words[at]!, words[at + 1]];
  if (next === undefined || !end.test(word) || /\.\.|…/u.test(word) || shortened.test(word) || /^[\p{Ll}.…]/u.test(next)) return false;
  const sentence = words.slice(0, at + 1).join(' ');
  return countOf(/[«“(]/gu, sentence) === countOf(/[»”)]/gu, sentence);
}

const countOf = (sign: RegExp, text: string): number => text.match(sign)?.length ?? 0;
