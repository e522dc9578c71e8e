// One article as blocks of set lines.
import type { ExportOptions } from '#contract/contract.ts';
import type { Block, StatedDate } from '#contract/item.ts';
import { formatList } from '#i18n/locale.ts';
import { directionOfText } from '#text/direction.ts';
import { inBothCalendars } from './both-calendars.ts';
import { type PrintedLink, printedLinks } from './links.ts';
import type { AnnotatedItem, Tint } from '../annotated.ts';
import { labelLanguage, labelsIn } from '../labels.ts';
import { withNotes } from './notes.ts';

/** A row is one of a table. */
export type TextKind = Block['kind'] | 'row' | 'note';

export interface TextBlock {
  text: string;
  kind: TextKind;
  tag: 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'P';
  bold: boolean;
  /** Points, as are all lengths here. */
  size: number;
  leading: number;
  spaceAfter: number;
  /** Free room at the start of the lines, and at their end. */
  indent: number;
  outdent: number;
  justify: boolean;
  /** Else that of its first letter. */
  direction?: 'rtl' | 'ltr';
  grey: number;
  links: readonly PrintedLink[];
  /** Highlights, by their places in the text. */
  tints?: readonly Tint[];
  /** Of a row, the texts of its cells, and whether they name the columns. */
  cells?: readonly string[];
  header?: boolean;
  picture?: { sha256: string; alt: string };
  /** Of a footnote: its name. */
  note?: string;
}
const styled = (text: string, style: Partial<TextBlock> = {}): TextBlock => ({
  text,
  kind: 'paragraph',
  tag: 'P',
  bold: false,
  size: 14,
  leading: 24.5,
  spaceAfter: 7,
  indent: 0,
  outdent: 0,
  justify: true,
  grey: 0,
  links: [],
  ...style,
});
const small = { size: 11, leading: 18, spaceAfter: 0, justify: false, grey: 0.35 } as const;

/** Headings of an article are below its title, and no level is left out (ISO 14289-1 7.4.2). */
function headings(): (block: Block) => Partial<TextBlock> {
  let before = 1;
  return ({ level = 2 }) => {
    before = Math.min(Math.max(2, level), before + 1, 6);
    const size = Math.max(14, 18 - before);
    return { tag: `H${before}` as TextBlock['tag'], bold: true, size, leading: size * 1.75, justify: false };
  };
}

const looks: Readonly<Record<Exclude<TextKind, 'heading'>, Partial<TextBlock>>> = {
  paragraph: {},
  quote: { indent: 28, outdent: 28, size: 13, leading: 22.5 },
  'list-item': { indent: 20, spaceAfter: 2 },
  verse: { spaceAfter: 0 },
  caption: { ...small, spaceAfter: 7 },
  picture: { spaceAfter: 7 },
  note: { size: 10.5, leading: 17, spaceAfter: 1 },
  row: { size: 12, leading: 20, spaceAfter: 5, justify: false },
};

/** White space of any kind is one space, which joins only if all of it does. */
const oneSpace = (gap: string): string => (/^[\u00a0\u2007\u202f]+$/.test(gap) ? gap[0]! : ' ');

/** What there may be to change of a text, besides spaces at its ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const unprinted = / {2}|([\u200c\u200d])\1|(?! )[\s\p{Zs}\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff\ud800-\udfff]/u;

/** Control characters, zero-width floods and lone surrogates have no place on a page. */
export const printable = (text: string): string => (unprinted.test(text) ? cleaned(text) : text.trim());

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const cleaned = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029\p{Zs}]+/gu, oneSpace)
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g, '')
    .replace(/([\u200c\u200d])\1+/g, '$1')
    .trim();

/** Of a title, and of what stands on the pages for it: a headline that begins with "Reuters:" is Arabic all the same. */
export const titleDirection = (title: string): 'rtl' | 'ltr' => (directionOfText(title) === 'ltr' ? 'ltr' : 'rtl');

const LARGE = 1.36;
/** Points below the head, with its rule among them. */
const UNDER_HEAD = 30;
const scaled = (block: TextBlock, by: number): TextBlock => ({
  ...block,
  size: block.size * by,
  leading: block.leading * by,
  spaceAfter: block.spaceAfter * by,
  indent: block.indent * by,
  outdent: block.outdent * by,
});

const kindOf = ({ kind, cells, picture, note }: Block): TextKind =>
  picture ? 'picture' : cells && cells.length > 0 ? 'row' : note === undefined ? kind : 'note';

/** Links and marks; all of them stand behind `cut` units that were put before the text. */
function linksOf({ links = [], marks = [] }: Block, text: string, cut: number): PrintedLink[] {
  const moved = <T extends { start: number; end: number }>(one: T): T => ({ ...one, start: one.start + cut, end: one.end + cut });
  return printedLinks(text, [...links, ...marks].map(moved), printable);
}

/** In the text as it is printed; that of a verse is not changed. */
function tintsOf(tints: readonly Tint[] | undefined, text: string, cut: number, verse: boolean): { tints?: readonly Tint[] } {
  if (!tints || tints.length === 0) return {};
  const place = (at: number): number => (verse ? at + cut : printable(`${text.slice(0, at + cut)}x`).length - 1);
  return { tints: tints.map((one) => ({ ...one, start: place(one.start), end: place(one.end) })) };
}

/** `scale` of all sizes, so that faces look alike; large print is of 19 points. */
export function articleBlocks(item: AnnotatedItem, options: ExportOptions, scale = 1): { blocks: TextBlock[]; ruleAfter: number } {
  const language = labelLanguage(item, options);
  const labels = labelsIn(language);
  const listed = (values: readonly string[]): string =>
    // Arabic names in an English line stand one after another, as it runs.
    formatList(language === 'ar' ? values : values.map((value) => `\u2068${value}\u2069`), { language });
  const digits = (text: string): string =>
    options.digits === 'arab' ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : text;
  const dated = (date: StatedDate): string => digits(inBothCalendars(date, language));
  const { creators } = item;
  const facts = [
    creators.length > 0 && `${creators.length > 1 ? labels.authors : labels.author}: ${listed(creators)}`,
    item.source && `${labels.source}: ${item.source}`,
    item.dates.published && `${labels.published}: ${dated(item.dates.published)}`,
    item.dates.updated && `${labels.updated}: ${dated(item.dates.updated)}`,
    item.tags.length > 0 && `${labels.tags}: ${listed(item.tags)}`,
  ].filter((fact) => typeof fact === 'string');
  const head = [
    styled(item.title, {
      tag: 'H1',
      bold: true,
      size: 21,
      leading: 36,
      justify: false,
      direction: titleDirection(item.title),
      ...tintsOf(item.titleTints, item.title, 0, false),
    }),
    ...facts.map((fact) => styled(fact, small)),
  ].map((block, at, all) => (at === all.length - 1 ? { ...block, spaceAfter: UNDER_HEAD } : block));
  const heading = headings();
  const marked = withNotes(item.body, digits);
  const kinds = marked.map(kindOf);
  const body = marked.map((block, at) => {
    const text = block.label ? `${block.label} ${block.text}` : block.text;
    const cut = text.length - block.text.length;
    const kind = kinds[at]!;
    const look = kind === 'heading' ? heading(block) : looks[kind];
    // A poem, a list or a table ends with the space of a paragraph.
    const ends =
      kinds[at + 1] !== kind &&
      (kind === 'verse' || kind === 'list-item' ? { spaceAfter: 7 } : kind === 'row' || kinds[at + 1] === 'row' ? { spaceAfter: 12 } : {});
    const row = kind === 'row' && { cells: block.cells?.map(printable), header: block.header === true, bold: block.header === true };
    const following = kinds[at + 1] === 'caption' ? marked[at + 1]?.text : undefined;
    const picture = block.picture && {
      picture: { sha256: block.picture.sha256, alt: printable(block.picture.alt || following || labels.picture) },
    };
    const tints = tintsOf(block.tints, text, cut, kind === 'verse');
    return styled(text, { ...look, kind, ...ends, ...row, ...picture, ...tints, links: linksOf(block, text, cut), note: block.note });
  });
  const digest = item.files[0]?.sha256.slice(0, 16);
  const foot = [digest && `${labels.digest}: ${digest}`, item.notes && `${labels.notes}: ${item.notes}`].filter(
    (line) => typeof line === 'string' && line !== '',
  ) as string[];
  const blocks = [...head, ...body, ...foot.map((line) => styled(line, { ...small, size: 9.5, leading: 16 }))];
  // Where a verse is divided is told from its white space.
  const shown = blocks.map((block) => (block.kind === 'verse' ? block : { ...block, text: printable(block.text) }));
  const factor = scale * (options.print === 'large' ? LARGE : 1);
  return { blocks: factor === 1 ? shown : shown.map((block) => scaled(block, factor)), ruleAfter: head.length - 1 };
}
