// The lines of a text, sorted: the article's own, and those a rule took, with what their labels say.
import type { Line } from './lines.ts';
import { bylineRule, dateRule, labelAndValue, labelRule, namesAuthor, type Notes } from './note.ts';
import { isMasthead } from './masthead.ts';
import { type Page, pageOf, pageRule } from './page.ts';
import { noRules, type PageRules } from './rules/packs.ts';
import { furnitureRule, isBreadcrumb, isEnding } from './recognise.ts';

/** `title` is the headline of a page; without one the article's first line may be it. */
export type Sheet = Notes & { title?: Line; article: Line[]; removed: Taken[] };

/** `number` is that of the line. */
export type Taken = { readonly text: string; readonly rule: string; readonly number: number };

/** A line as long as this is a paragraph of the article wherever it stands. */
const LONG_LINE = 20;
/** A page may print the date over its headline. */
const NEAR_TITLE = 4;
/** The headline, its date and a byline. */
const UNDER_MASTHEAD = 4;
const MENU = { lines: 3, words: 3, headline: 5 };

/** Under the title an agency or a place may be named before the date. */
const HEAD = { lines: 3, words: 6 };

const sentenceEnd = /[.؟?!…:]$/u;

export function sortLines(lines: readonly Line[], rules: PageRules = noRules): Sheet {
  const page = pageOf(lines);
  const headline = page?.headline;
  const sheet: Sheet = { article: [], removed: [], creators: [], dates: {} };
  if (headline !== undefined) sheet.title = lines[headline]!;
  const menuEnd = headline === undefined ? leadingMenu(lines) : 0;
  const lastLong = page ? page.prose.end - 1 : lines.findLastIndex((line) => line.words.length >= LONG_LINE);
  let ended = false;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (at === headline) continue;
    const verdict = rules.verdict(line);
    if (verdict === 'keep') {
      sheet.article.push(line);
      continue;
    }
    if (verdict) {
      if (verdict.ending) ended = lastLong >= 0 && sheet.article.length > 2;
      sheet.removed.push({ text: line.text, rule: verdict.rule, number: line.number });
      continue;
    }
    const above = placeAbove(sheet, page, at);
    const taken = page && pageRule(page, lines, at);
    if (taken) {
      const dated = taken === 'menu' && above !== 'none' ? (labelRule(line, sheet) ?? dateRule(line, sheet)) : undefined;
      sheet.removed.push({ text: line.text, rule: dated ?? taken, number: line.number });
      continue;
    }
    if (above === 'top' && isMasthead(line, lines.slice(at + 1, at + 1 + UNDER_MASTHEAD))) {
      sheet.source ??= line.text;
      sheet.removed.push({ text: line.text, rule: 'masthead', number: line.number });
      continue;
    }
    // «كتب:» within the article introduces what someone wrote.
    const quotes = above === 'none' && namesAuthor(line);
    const pair = ended || quotes ? undefined : labelAndValue(line, lines[at + 1]);
    const pairRule = pair && labelRule(pair, sheet);
    if (pairRule) {
      const value = lines[++at]!;
      sheet.removed.push(
        { text: line.text, rule: pairRule, number: line.number },
        { text: value.text, rule: pairRule, number: value.number },
      );
      continue;
    }
    const rule = ended && at > lastLong ? 'after-article' : (ruleFor(line, sheet, above) ?? (at < menuEnd ? 'menu' : undefined));
    // Short paragraphs may follow a link in mid-article: only what stands after the last long line is behind the article.
    // A text without any is a poem or a list of words, and «الوسوم» one of them.
    if (rule === 'ending') ended = lastLong >= 0 && sheet.article.length > 2;
    if (rule === undefined) sheet.article.push(line);
    else sheet.removed.push({ text: line.text, rule, number: line.number });
  }
  return sheet;
}

type Above = 'top' | 'title' | 'none';

/** What of the article's head stands over the line: dates are looked for there, bylines under the title only. */
function placeAbove(sheet: Sheet, page: Page | undefined, at: number): Above {
  if (page?.headline !== undefined) return at >= page.headline - NEAR_TITLE && at <= page.prose.start ? 'title' : 'none';
  if (sheet.article.length === 0) return 'top';
  return sheet.article.length <= HEAD.lines && sheet.article.slice(1).every(isOfHead) ? 'title' : 'none';
}

const isOfHead = (line: Line): boolean => line.words.length <= HEAD.words && !sentenceEnd.test(line.text);

/** The page's menu stands before the title: short lines in a run, then a headline, then an article with long lines. */
function leadingMenu(lines: readonly Line[]): number {
  const end = lines.findIndex((line) => line.words.length > MENU.words || sentenceEnd.test(line.text));
  const headline = lines[end];
  const follows = headline && headline.words.length >= MENU.headline && lines.slice(end + 1).some((line) => line.words.length >= LONG_LINE);
  return follows && end >= MENU.lines ? end : 0;
}

/** The rule that takes the line, what its label says being noted; undefined leaves it to the article. */
function ruleFor(line: Line, sheet: Sheet, above: Above): string | undefined {
  if (isEnding(line)) return 'ending';
  const furnished = furnitureRule(line);
  if (furnished) return furnished;
  if (isBreadcrumb(line)) return 'breadcrumb';
  const labelled = labelRule(line, sheet) ?? (above === 'title' ? bylineRule(line, sheet) : undefined);
  return labelled ?? (above === 'none' ? undefined : dateRule(line, sheet));
}
