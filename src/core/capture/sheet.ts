// The lines of a page, sorted: the article's own, and those a rule took, with what their labels say.
import type { Dates, Provenance, StatedDate } from '#contract/item.ts';
import { findDate, type FoundDate } from '../arabic/dates.ts';
import { foldedWords, type Line } from './lines.ts';
import { afterLabel, furnitureRule, isBreadcrumb, isEnding } from './recognise.ts';
import { authorLabels, bylines, publishedLabels, sourceLabels, updateLabels } from './rules/labels.ts';
import { timeWords } from './rules/time-words.ts';

export type Sheet = { article: Line[]; removed: Provenance['removed']; source?: string; creators: string[]; dates: Dates };

/** Labels carry short values; a sentence that happens to begin with the word is part of the article. */
const LABEL_WORDS = 14;
const AUTHOR_WORDS = 8;
const BYLINE_WORDS = 6;
const VALUE_WORDS = 8;
/** A line as long as this is a paragraph of the article wherever it stands. */
const LONG_LINE = 20;
const MENU = { lines: 3, words: 3, headline: 5 };

const sentenceEnd = /[.؟?!…:]$/u;

export function sortLines(lines: readonly Line[]): Sheet {
  const sheet: Sheet = { article: [], removed: [], creators: [], dates: {} };
  const menuEnd = leadingMenu(lines);
  const lastLong = lines.findLastIndex((line) => line.words.length >= LONG_LINE);
  let ended = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    // «كتب:» within the article introduces what someone wrote.
    const quotes = sheet.article.length > 1 && afterLabel(line, authorLabels, 'needed') !== undefined;
    const pair = ended || quotes ? undefined : labelAndValue(line, lines[at + 1]);
    const pairRule = pair && labelRule(pair, sheet);
    if (pairRule) {
      sheet.removed.push({ text: line.text, rule: pairRule }, { text: lines[++at]!.text, rule: pairRule });
      continue;
    }
    const rule = ended && at > lastLong ? 'after-article' : (ruleFor(line, sheet) ?? (at < menuEnd ? 'menu' : undefined));
    // Short paragraphs may follow a link in mid-article: only what stands after the last long line is behind the article.
    if (rule === 'ending') ended = sheet.article.length > 2;
    if (rule === undefined) sheet.article.push(line);
    else sheet.removed.push({ text: line.text, rule });
  }
  return sheet;
}

/** The page's menu stands before the title: short lines in a run, then a headline, then an article with long lines. */
function leadingMenu(lines: readonly Line[]): number {
  const end = lines.findIndex((line) => line.words.length > MENU.words || sentenceEnd.test(line.text));
  const headline = lines[end];
  const follows = headline && headline.words.length >= MENU.headline && lines.slice(end + 1).some((line) => line.words.length >= LONG_LINE);
  return follows && end >= MENU.lines ? end : 0;
}

/** «المصدر:» alone with its value on the next line, as one line. */
function labelAndValue(line: Line, next: Line | undefined): Line | undefined {
  if (!next || !/[:：]$/u.test(line.text) || line.words.length > 4) return undefined;
  if (next.words.length > VALUE_WORDS || next.words.length === 0 || sentenceEnd.test(next.text)) return undefined;
  return { ...line, text: `${line.text} ${next.text}`, words: [...line.words, ...next.words] };
}

/** Notes what a label says and names the rule that took the line; undefined leaves it to the article. */
function ruleFor(line: Line, sheet: Sheet): string | undefined {
  if (isEnding(line)) return 'ending';
  const furnished = furnitureRule(line);
  if (furnished) return furnished;
  if (isBreadcrumb(line)) return 'breadcrumb';
  return labelRule(line, sheet) ?? byline(line, sheet) ?? bareDate(line, sheet);
}

function labelRule(line: Line, sheet: Sheet): string | undefined {
  if (line.words.length > LABEL_WORDS) return undefined;
  const updated = datedLabel(line, updateLabels);
  if (updated) return note('label-updated', () => (sheet.dates.updated ??= updated));
  const published = datedLabel(line, publishedLabels);
  if (published) return note('label-published', () => (sheet.dates.published ??= published));
  const source = afterLabel(line, sourceLabels, 'needed');
  if (source) return note('label-source', () => (sheet.source ??= source));
  const author = line.words.length <= AUTHOR_WORDS && afterLabel(line, authorLabels, 'needed');
  return author ? note('label-author', () => sheet.creators.push(author)) : undefined;
}

/** «بقلم فلان», "By Jane Doe": without a sign only directly under the title, and no more than a name. */
function byline(line: Line, sheet: Sheet): string | undefined {
  if (sheet.article.length !== 1 || line.words.length > BYLINE_WORDS || sentenceEnd.test(line.text)) return undefined;
  const name = afterLabel(line, bylines, 'optional');
  if (!name || name.split(/\s+/u).some((word) => /^\p{Ll}/u.test(word) && word !== 'and')) return undefined;
  return note('label-author', () => sheet.creators.push(name));
}

function note(rule: string, take: () => unknown): string {
  take();
  return rule;
}

function datedLabel(line: Line, labels: readonly string[]): StatedDate | undefined {
  const said = afterLabel(line, labels, 'optional');
  return said === undefined ? undefined : dateAlone(said);
}

/** A line that is a date and nothing else (a weekday, perhaps an hour) is the date of publication, when it stands before the body. */
function bareDate(line: Line, sheet: Sheet): string | undefined {
  const date = sheet.article.length <= 1 && line.words.length <= LABEL_WORDS ? dateAlone(line.text) : undefined;
  return date && note('date-line', () => (sheet.dates.published ??= date));
}

const besideDates = new Set(timeWords.flatMap(foldedWords));

/** The date of a text that says nothing else: a sentence with a date in it is a sentence. */
function dateAlone(text: string): StatedDate | undefined {
  const found = findDate(text);
  if (!found || !saysNothingBeside(text, found)) return undefined;
  return { value: found.value, stated: found.stated, calendar: found.calendar };
}

const saysNothingBeside = (text: string, { start, end }: FoundDate): boolean =>
  foldedWords(`${text.slice(0, start)} ${text.slice(end)}`)
    .map((word) => word.replace(/\d/g, ''))
    .every((word) => word === '' || besideDates.has(word));
