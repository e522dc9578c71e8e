// A whole page printed as text: menus above the headline, links below the article. A text without signs of a site
// around it is no page and is left as it is.
import { headlineBefore } from './headline.ts';
import { foldedWords, type Line } from './lines.ts';
import { countIn, isDoubled, isParagraph, isSentence, paragraphPlaces, proseOf, type Stretch } from './prose.ts';
import { beginsPath, isEnding, isField, isNavigation, isSection } from './recognise.ts';

/** `headline` is a place in the lines; lines from `end` on are behind the article; `timesOf` counts the same lines. */
export type Page = {
  readonly headline?: number;
  readonly prose: Stretch;
  readonly paragraphs: ReadonlySet<number>;
  readonly end: number;
  readonly timesOf: (line: Line) => number;
};

/** So many different lines of a site's navigation make a menu. */
const SIGNS = 3;
const SIGN_SHARE = 20;
const NEAR = 40;
const MENU = { rows: 8, words: 4 };
/** A line as short as this may stand twice in an article as well. */
const REPEATED_WORDS = 4;
/** Lines of one length that begin with the same words are the same line. */
const KEY_WORDS = 12;

export function pageOf(lines: readonly Line[]): Page | undefined {
  const times = new Map<string, number>();
  const keyOf = ({ words }: Line): string => `${words.length} ${words.slice(0, KEY_WORDS).join(' ')}`;
  for (const line of lines) times.set(keyOf(line), (times.get(keyOf(line)) ?? 0) + 1);
  const timesOf = (line: Line): number => times.get(keyOf(line)) ?? 0;
  const isRepeated = (line: Line): boolean => line.words.length >= REPEATED_WORDS && timesOf(line) > 1;

  const paragraphs = paragraphPlaces(lines);
  const prose = proseOf(lines, paragraphs, isRepeated);
  if (!prose) return undefined;
  const found = headlineBefore(lines, prose.start, paragraphs);
  const headline = found !== undefined && isFramed(lines.slice(0, found).toReversed(), true) ? found : undefined;
  const behind = countIn(paragraphs, { start: prose.end, end: lines.length }) <= countIn(paragraphs, prose);
  const end = behind && isFramed(lines.slice(prose.end), false) ? endAfter(lines, prose.end, isRepeated) : lines.length;
  if (headline === undefined && end === lines.length) return undefined;
  return { ...(headline === undefined ? {} : { headline }), prose, paragraphs, end, timesOf };
}

const besides = /\s*[|•·]\s*/u;
const isSign = (line: Line): boolean => isNavigation(line) || isField(line) || isEnding(line);

/** Signs among all the lines above the headline or below the text, or among those nearest to it, which come first. */
const isFramed = (lines: readonly Line[], withMenu: boolean): boolean =>
  hasSigns(lines, withMenu) || hasSigns(lines.slice(0, NEAR), withMenu);

/**
 * Different signs, not all of them mere subjects, and not lost among other lines. A long menu needs but one sign
 * beside it; without any it may be a table of contents.
 */
function hasSigns(lines: readonly Line[], withMenu: boolean): boolean {
  const signs = lines.filter(isSign);
  const rows = withMenu ? lines.filter((line) => isMenuRow(line) && !isSign(line)).length : 0;
  // «الرئيسية | سياسة | اقتصاد»: one line, three signs.
  const different = new Set(signs.flatMap(({ text }) => text.split(besides).map((one) => foldedWords(one).join(' ')))).size;
  const enough = different >= SIGNS || (different > 0 && rows >= MENU.rows);
  return enough && (signs.length + rows) * SIGN_SHARE >= lines.length && !signs.every(isSection);
}

const isMenuRow = (line: Line): boolean => line.words.length > 0 && line.words.length <= MENU.words && /^[•□☆◦▪*]/u.test(line.text);

/** Short last paragraphs are the article's own: it ends where something begins that only a site prints. */
function endAfter(lines: readonly Line[], from: number, isRepeated: (line: Line) => boolean): number {
  const stop = lines.findIndex(
    (line, at) => at >= from && (isSign(line) || isDoubled(line.words) || isRepeated(line)) && !(isParagraph(line) || isSentence(line)),
  );
  return stop === -1 ? lines.length : stop;
}

/** The rule that takes a line for its place on the page; undefined leaves it to the rules of any text. */
export function pageRule(page: Page, lines: readonly Line[], at: number): string | undefined {
  const line = lines[at]!;
  const { headline = -1 } = page;
  if (at >= page.end) return 'after-article';
  // A paragraph above the headline may be the article's own.
  if (at < headline) return page.paragraphs.has(at) && page.timesOf(line) === 1 ? undefined : 'menu';
  if (headline === -1) return undefined;
  if (isField(line)) return 'field';
  if (at >= page.prose.start) return undefined;
  if (isNavigation(line) || beginsPath(line)) return 'menu';
  const twice = page.timesOf(line) > 1;
  return twice || line.words.join(' ') === lines[headline]!.words.join(' ') ? 'repeated' : undefined;
}
