// Words without markup as blocks; words that have markup in spite of it as what they are.
import type { Block } from '#contract/item.ts';
import { linesOf } from '../lines.ts';
import { paragraphsOf } from '../paragraphs.ts';
import { blocksOf } from './blocks.ts';
import { parsePage } from './dom.ts';

/** One paragraph a line. */
export const blocksOfLines = (text: string): Block[] =>
  text
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): Block => ({ kind: 'paragraph', text: line }));

/** Lines that a mailer broke at one width are one paragraph again. */
export const blocksOfWrapped = (text: string): Block[] =>
  paragraphsOf(linesOf(text)).map((line): Block => ({ kind: 'paragraph', text: line }));

const markup = /<(?:p|br|div|span|a|h[1-6]|ul|ol|li|table|blockquote|img|strong|em|b|i)(?:\s[^<>]*)?\/?>/i;

export const blocksOfWords = (text: string, base?: string): Block[] =>
  markup.test(text) ? blocksOfMarkup(text, base) : blocksOfLines(text);

export const blocksOfMarkup = (markup: string, base?: string): Block[] => blocksOf(parsePage(markup).documentElement, { base });
