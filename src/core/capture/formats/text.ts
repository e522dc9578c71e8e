// Plain text: a saved page's text, or an article typed by someone.
import type { Block, Dates, Provenance } from '#contract/item.ts';
import { languageOf } from '../../arabic/language.ts';
import { firstWords } from '../first-words.ts';
import { legible, oneLine } from '../legible.ts';
import { MAX_TITLE } from '../limits.ts';
import type { Picture } from '../pictures.ts';
import { type Line, linesOf } from '../lines.ts';
import { placedParagraphs } from '../paragraphs.ts';
import { noRules, type PageRules } from '../rules/packs.ts';
import { verseAt, versePlaces } from '../verses.ts';
import { sortLines } from '../sheet.ts';

export type Article = {
  title: string;
  titleDerived: boolean;
  body: Block[];
  language: string;
  source?: string;
  creators: string[];
  url?: string;
  dates: Dates;
  tags?: string[];
  notes?: string;
  reference?: Record<string, string>;
  provenance: Provenance;
  pictures?: readonly Picture[];
};

/** Character for character: outer white space trimmed, nothing corrected. */
/** `rules` are those of outlets. */
export function readText(text: string, rules: PageRules = noRules): Article {
  const sheet = sortLines(linesOf(text), rules);
  const { title, derived, body } = sheet.title
    ? { title: oneLine(sheet.title.text), derived: false, body: sheet.article }
    : takeTitle(sheet.article);
  const paragraphs = placedBlocks(body);
  /** How many paragraphs begin before the line. */
  const placeOf = (number: number): number => paragraphs.filter((paragraph) => paragraph.number < number).length;
  return {
    title,
    titleDerived: derived,
    body: paragraphs.map(({ kind, text: paragraph }): Block => ({ kind, text: legible(paragraph) })),
    language: languageOf(text),
    ...(sheet.source === undefined ? {} : { source: sheet.source }),
    creators: sheet.creators,
    dates: sheet.dates,
    provenance: {
      format: 'text',
      reader: 'text/1',
      removed: sheet.removed.map(({ text: taken, rule, number }) => ({ text: taken, rule, at: placeOf(number) })),
    },
  };
}

/** Lines of verse are as they are; others may be paragraphs that a machine broke. */
function placedBlocks(lines: readonly Line[]): { kind: Block['kind']; text: string; number: number }[] {
  const verses = versePlaces(lines.map(({ text }) => text));
  const prose = placedParagraphs(lines.filter((_, at) => !verses.has(at)));
  return [
    ...prose.map((paragraph) => ({ kind: 'paragraph' as const, ...paragraph })),
    ...[...verses].map((at) => ({ kind: 'verse' as const, text: lines[at]!.text, number: lines[at]!.number })),
  ].sort((a, b) => a.number - b.number);
}

/** A headline may ask, exclaim or trail off; only one full stop ends a sentence. */
const sentence = /(?<!\.)\.[»”"')]?$/u;

function takeTitle(lines: readonly Line[]): { title: string; derived: boolean; body: readonly Line[] } {
  const first = lines[0];
  if (!first) return { title: '', derived: true, body: [] };
  const short = first.text.length <= MAX_TITLE && first.words.length <= 30;
  // A poem without a title is named by its first half verse.
  const half = versePlaces(lines.slice(0, 3).map(({ text }) => text)).has(0) ? verseAt(first.text)?.first : undefined;
  if (half !== undefined) return { title: firstWords(half), derived: true, body: lines };
  const alone = lines.length > 1 && !sentence.test(first.text) && short;
  if (alone) return { title: oneLine(first.text), derived: false, body: lines.slice(1) };
  return { title: firstWords(first.text), derived: true, body: lines };
}
