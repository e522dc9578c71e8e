// One article as blocks of set lines.
import type { ExportOptions } from '#contract/contract.ts';
import type { Block, Item } from '#contract/item.ts';
import { printAr } from '#i18n/print.ar.ts';
import { printEn } from '#i18n/print.en.ts';

type BlockKind = Block['kind'];

export interface TextBlock {
  text: string;
  kind: BlockKind;
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
  grey: number;
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

const looks: Readonly<Record<Exclude<BlockKind, 'heading' | 'picture'>, Partial<TextBlock>>> = {
  paragraph: {},
  quote: { indent: 28, outdent: 28, size: 13, leading: 22.5 },
  'list-item': { indent: 20, spaceAfter: 2 },
  verse: { spaceAfter: 0 },
  caption: { ...small, spaceAfter: 7 },
};

/** Control characters, zero-width floods and lone surrogates have no place on a page. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
export const printable = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029 ]+/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g, '')
    .replace(/([\u200c\u200d])\1+/g, '$1')
    .trim();

/** The labels of a page are in the language of the article on it; the option decides for other languages. */
export const labelsFor = ({ language }: Item, options: ExportOptions) =>
  (language === 'ar' || language === 'en' ? language : options.language) === 'ar' ? printAr : printEn;

export function articleBlocks(item: Item, options: ExportOptions): { blocks: TextBlock[]; ruleAfter: number } {
  const labels = labelsFor(item, options);
  const digits = (text: string): string =>
    options.digits === 'arab' ? text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x660 + Number(digit))) : text;
  const facts = [
    item.source && `${labels.source}: ${item.source}`,
    item.dates.published && `${labels.published}: ${item.dates.published.stated ?? digits(item.dates.published.value)}`,
    item.dates.updated && `${labels.updated}: ${item.dates.updated.stated ?? digits(item.dates.updated.value)}`,
    item.tags.length > 0 && `${labels.tags}: ${item.tags.join('، ')}`,
  ].filter((fact) => typeof fact === 'string');
  const head = [
    styled(item.title, { tag: 'H1', bold: true, size: 21, leading: 36, justify: false }),
    ...facts.map((fact) => styled(fact, small)),
  ];
  const heading = headings();
  const words = item.body.filter(({ kind }) => kind !== 'picture');
  const body = words.map((block, at) => {
    const { kind, text } = block;
    const look = kind === 'heading' ? heading(block) : looks[kind as Exclude<BlockKind, 'heading' | 'picture'>];
    // A poem or a list ends with the space of a paragraph.
    const ends = (kind === 'verse' || kind === 'list-item') && words[at + 1]?.kind !== kind;
    return styled(text, { ...look, kind, ...(ends ? { spaceAfter: 7 } : {}) });
  });
  const digest = item.files[0]?.sha256.slice(0, 16);
  const foot = [digest && `${labels.digest}: ${digest}`, item.notes && `${labels.notes}: ${item.notes}`].filter(
    (line) => typeof line === 'string' && line !== '',
  ) as string[];
  const blocks = [...head, ...body, ...foot.map((line) => styled(line, { ...small, size: 9.5, leading: 16 }))];
  // Where a verse is divided is told from its white space.
  const shown = blocks.map((block) => (block.kind === 'verse' ? block : { ...block, text: printable(block.text) }));
  return { blocks: shown, ruleAfter: head.length - 1 };
}
