// Lines that state a source, a date or an author: what they say is noted, and the rule named that took the line.
import type { Dates, StatedDate } from '#contract/item.ts';
import { findDate } from '../arabic/dates.ts';
import { findRelativeDate } from '../arabic/relative-dates.ts';
import { findUncertainDate } from '../arabic/uncertain-dates.ts';
import { foldedWords, type Line } from './lines.ts';
import { isPerson, withoutPlace } from './persons.ts';
import { withoutLeadingPlace } from './place-names.ts';
import { afterLabel } from './recognise.ts';
import { reportDate } from './report-line.ts';
import { authorLabels, bylines, headLabels, publishedLabels, signedLabels, sourceLabels, updateLabels } from './rules/labels.ts';
import { timeWords } from './rules/time-words.ts';

export type Notes = { source?: string; creators: string[]; dates: Dates };

/** Labels carry short values; a sentence that happens to begin with the word is part of the article. */
const LABEL_WORDS = 14;
const AUTHOR_WORDS = 8;
const BYLINE_WORDS = 6;
const VALUE_WORDS = 8;
const SIGNED_WORDS = 18;
const NAME_WORDS = 5;
/** Where a name ends and the words of a date begin. */
const nameEnd = /\s+(?:في|فى|بتاريخ|يوم|on|at)\s+|\s*[,،|–—(]\s*|\s+-\s+/u;
const sentenceEnd = /[.؟?!…:]$/u;
const bullet = /^[•□☆*-]\s+/u;

export function labelRule(line: Line, notes: Notes): string | undefined {
  if (line.words.length > LABEL_WORDS) return undefined;
  const updated = datedLabel(line, updateLabels);
  if (updated) return note('label-updated', () => (notes.dates.updated ??= updated));
  const published = datedLabel(line, publishedLabels);
  if (published) return note('label-published', () => (notes.dates.published ??= published));
  const source = afterLabel(line, sourceLabels, 'needed');
  if (source) return note('label-source', () => (notes.source ??= source));
  const author = line.words.length <= AUTHOR_WORDS && afterLabel(line, authorLabels, 'needed');
  if (author && /\p{Nd}/u.test(author)) return signedRule(line, notes);
  return author ? note('label-author', () => takeName(author, notes)) : undefined;
}

/** Without the place; what names nobody is none. */
function takeName(said: string, notes: Notes): void {
  const name = withoutPlace(said);
  if (isPerson(name)) notes.creators.push(name);
}

/** «المصدر:» alone with its value on the next line, as one line. */
export function labelAndValue(line: Line, next: Line | undefined): Line | undefined {
  if (!next || !/[:：]$/u.test(line.text) || line.words.length > 4) return undefined;
  if (next.words.length > VALUE_WORDS || next.words.length === 0 || sentenceEnd.test(next.text)) return undefined;
  return { ...line, text: `${line.text} ${next.text.replace(bullet, '')}`, words: [...line.words, ...next.words] };
}

/** «كتب:» introduces what someone wrote, or who did. */
export const namesAuthor = (line: Line): boolean => afterLabel(line, authorLabels, 'needed') !== undefined;

/** «نشر بواسطة فلان في ثلاثاء, 26/11/2019 - 14:05»: a name, and when it was put there. */
function signedRule(line: Line, notes: Notes): string | undefined {
  if (line.words.length > SIGNED_WORDS) return undefined;
  const said = afterLabel(line, signedLabels, 'optional') ?? afterLabel(line, authorLabels, 'needed');
  if (said === undefined) return undefined;
  const found = findDate(said);
  const [name = ''] = (found ? said.slice(0, found.start) : said).split(nameEnd, 1);
  const rest = found ? `${said.slice(name.length, found.start)} ${said.slice(found.end)}` : said.slice(name.length);
  if (!found && !/\p{Nd}/u.test(rest)) return undefined;
  const names = foldedWords(name);
  if (names.length === 0 || names.length > NAME_WORDS || /\d/u.test(name) || !isBesideDate(rest)) return undefined;
  return note('label-author', () => {
    takeName(name.trim(), notes);
    if (found) notes.dates.published ??= statedBy(found);
  });
}

/** «بقلم فلان», "By Jane Doe": without a sign, and no more than a name. */
export function bylineRule(line: Line, notes: Notes): string | undefined {
  const signed = signedRule(line, notes);
  if (signed) return signed;
  if (line.words.length > BYLINE_WORDS || sentenceEnd.test(line.text)) return undefined;
  const name = afterLabel(line, bylines, 'optional') ?? afterLabel(line, headLabels, 'needed');
  if (!name || /\d/u.test(name) || name.split(/\s+/u).some((word) => /^\p{Ll}/u.test(word) && word !== 'and')) return undefined;
  return note('label-author', () => takeName(name, notes));
}

/** A line that is a date and nothing else (a weekday, perhaps an hour) is the date of publication. */
export function dateRule(line: Line, notes: Notes): string | undefined {
  if (line.words.length > LABEL_WORDS) return undefined;
  const date = dateAlone(line.text, findDate) ?? agoAlone(line) ?? reported(line.text);
  return date && note('date-line', () => (notes.dates.published ??= date));
}

function note(rule: string, take: () => unknown): string {
  take();
  return rule;
}

function datedLabel(line: Line, labels: readonly string[]): StatedDate | undefined {
  const said = afterLabel(line, labels, 'optional');
  if (said === undefined) return undefined;
  return dateAlone(said, findDate) ?? dateAlone(said, findUncertainDate) ?? dateAlone(said, findRelativeDate);
}

const besideDates = new Set(timeWords.flatMap(foldedWords));

/** «اليوم» and «أمس» alone are names of newspapers and sections; a number of hours or days is none. */
const agoAlone = (line: Line): StatedDate | undefined => (line.words.length > 1 ? dateAlone(line.text, findRelativeDate) : undefined);

function reported(text: string): StatedDate | undefined {
  const found = reportDate(text);
  return found && statedBy(found);
}

const statedBy = ({ value, stated, calendar }: Required<Pick<StatedDate, 'value' | 'stated' | 'calendar'>>): StatedDate => ({
  value,
  stated,
  calendar,
});

type Found = { readonly stated: string; readonly start: number; readonly end: number } & (
  | Pick<StatedDate, 'value' | 'calendar'>
  | { readonly duration: string }
);

/**
 * The date of a text that says nothing else: a sentence with a date in it is a sentence. A relative date is noted as its
 * duration; the capture, whose clock is not known here, makes a day of it.
 */
function dateAlone(text: string, find: (text: string) => Found | undefined): StatedDate | undefined {
  const found = find(text);
  if (!found || !saysNothingBeside(text, found)) return undefined;
  if ('duration' in found) return { value: found.duration, stated: found.stated, calendar: 'gregorian' };
  return statedBy(found);
}

const saysNothingBeside = (text: string, { start, end }: Found): boolean =>
  isBesideDate(`${withoutLeadingPlace(text.slice(0, start))} ${text.slice(end)}`);

/** Hours, weekdays, calendars, and nothing else. */
const isBesideDate = (text: string): boolean =>
  foldedWords(text)
    .map((word) => word.replace(/\d/g, ''))
    .every((word) => word === '' || besideDates.has(word));
