// Plain text: a saved page's text, or an article typed by someone.
import type { Block, Dates, Provenance, StatedDate } from '#contract/item.ts';
import { findDate } from '../../arabic/dates.ts';
import { languageOf } from '../../arabic/language.ts';
import { MAX_TITLE } from '../limits.ts';
import { type Line, linesOf } from '../lines.ts';
import { afterLabel, furnitureRule, isEnding } from '../recognise.ts';
import { authorLabels, publishedLabels, sourceLabels, updateLabels } from '../rules/labels.ts';

export type Article = {
  title: string;
  titleDerived: boolean;
  body: Block[];
  language: string;
  source?: string;
  creators: string[];
  url?: string;
  dates: Dates;
  provenance: Provenance;
};

type Sheet = { article: Line[]; removed: Provenance['removed']; source?: string; creators: string[]; dates: Dates };

/** Labels carry short values; a sentence that happens to begin with the word is part of the article. */
const LABEL_WORDS = 14;

/** Character for character: outer white space trimmed, nothing corrected. */
export function readText(text: string): Article {
  const sheet = sortLines(linesOf(text));
  const { title, derived, body } = takeTitle(sheet.article);
  return {
    title,
    titleDerived: derived,
    body: body.map((line): Block => ({ kind: 'paragraph', text: clean(line) })),
    language: languageOf(text),
    ...(sheet.source === undefined ? {} : { source: sheet.source }),
    creators: sheet.creators,
    dates: sheet.dates,
    provenance: { format: 'text', reader: 'text/1', removed: sheet.removed },
  };
}

function sortLines(lines: readonly Line[]): Sheet {
  const sheet: Sheet = { article: [], removed: [], creators: [], dates: {} };
  let ended = false;
  for (const line of lines) {
    const rule = ended && line.words.length < 20 ? 'after-article' : ruleFor(line, sheet);
    if (rule === 'ending') ended = sheet.article.length > 2;
    if (rule === undefined) sheet.article.push(line);
    else sheet.removed.push({ text: line.text, rule });
  }
  return sheet;
}

/** Notes what a label says and names the rule that took the line; undefined leaves it to the article. */
function ruleFor(line: Line, sheet: Sheet): string | undefined {
  if (isEnding(line)) return 'ending';
  const furnished = furnitureRule(line);
  if (furnished) return furnished;
  if (line.words.length > LABEL_WORDS) return undefined;
  const updated = datedLabel(line, updateLabels);
  if (updated) return note('label-updated', () => (sheet.dates.updated ??= updated));
  const published = datedLabel(line, publishedLabels);
  if (published) return note('label-published', () => (sheet.dates.published ??= published));
  const source = afterLabel(line, sourceLabels, 'needed');
  if (source) return note('label-source', () => (sheet.source ??= source));
  const author = afterLabel(line, authorLabels, 'needed');
  if (author && line.words.length <= 8) return note('label-author', () => sheet.creators.push(author));
  return bareDate(line, sheet);
}

function note(rule: string, take: () => unknown): string {
  take();
  return rule;
}

function datedLabel(line: Line, labels: readonly string[]): StatedDate | undefined {
  const said = afterLabel(line, labels, 'optional');
  const found = said === undefined ? undefined : findDate(said);
  return found && { value: found.value, stated: found.stated, calendar: found.calendar };
}

/** A line that is a date and nothing else (a weekday, perhaps an hour) is the date of publication, when it stands before the body. */
function bareDate(line: Line, sheet: Sheet): string | undefined {
  const found = sheet.article.length <= 1 ? findDate(line.text) : undefined;
  if (!found) return undefined;
  const rest = (line.text.slice(0, found.start) + line.text.slice(found.end)).replace(/[\d:٠-٩\s|,،\-–—صم]|am|pm|gmt/giu, '');
  if (rest !== '') return undefined;
  return note('date-line', () => (sheet.dates.published ??= { value: found.value, stated: found.stated, calendar: found.calendar }));
}

const FIRST_WORDS = 12;

function takeTitle(lines: readonly Line[]): { title: string; derived: boolean; body: readonly Line[] } {
  const first = lines[0];
  if (!first) return { title: '', derived: true, body: [] };
  const short = first.text.length <= MAX_TITLE && first.words.length <= 30;
  const alone = lines.length > 1 && !/[.؟!…]$/u.test(first.text) && short;
  if (alone) return { title: oneLine(first.text), derived: false, body: lines.slice(1) };
  const words = oneLine(first.text).split(' ');
  const cut = words.slice(0, FIRST_WORDS).join(' ').slice(0, MAX_TITLE);
  return { title: words.length > FIRST_WORDS ? `${cut} …` : cut, derived: true, body: lines };
}

const ansi = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;
const controls = /[\u0000-\u001f\u007f-\u009f]/g;
const oneLine = (text: string): string => text.replace(ansi, '').replace(controls, ' ').replace(/\s+/gu, ' ').trim().toWellFormed();

/** JSON and readers of fifty years' time must be able to hold it: no NUL, no half characters. */
const clean = (line: Line): string => line.text.replaceAll('\0', '\uFFFD').toWellFormed();
