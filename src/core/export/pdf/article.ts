// One article as blocks of set lines.
import type { ExportOptions } from '#contract/contract.ts';
import type { Item } from '#contract/item.ts';
import { printAr } from '#i18n/print.ar.ts';
import { printEn } from '#i18n/print.en.ts';

export interface TextBlock {
  text: string;
  tag: 'H1' | 'H2' | 'P' | 'BlockQuote';
  bold: boolean;
  size: number;
  leading: number;
  spaceAfter: number;
  indent: number;
  align: 'start' | 'justify' | 'center';
  grey: number;
}
const styled = (text: string, style: Partial<TextBlock> = {}): TextBlock => ({
  text,
  tag: 'P',
  bold: false,
  size: 14,
  leading: 24.5,
  spaceAfter: 7,
  indent: 0,
  align: 'justify',
  grey: 0,
  ...style,
});
const small = { size: 11, leading: 18, spaceAfter: 0, align: 'start', grey: 0.35 } as const;

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
    styled(item.title, { tag: 'H1', bold: true, size: 21, leading: 36, align: 'start' }),
    ...facts.map((fact) => styled(fact, small)),
  ];
  const body = item.body.map((block) => {
    if (block.kind === 'heading') return styled(block.text, { tag: 'H2', bold: true, size: 16, leading: 28, align: 'start' });
    if (block.kind === 'quote') return styled(block.text, { tag: 'BlockQuote', indent: 28 });
    if (block.kind === 'list-item') return styled(`• ${block.text}`, { indent: 14 });
    if (block.kind === 'verse') return styled(block.text, { align: 'center' });
    return styled(block.text, block.kind === 'caption' ? small : {});
  });
  const digest = item.files[0]?.sha256.slice(0, 16);
  const foot = [digest && `${labels.digest}: ${digest}`, item.notes && `${labels.notes}: ${item.notes}`].filter(
    (line) => typeof line === 'string' && line !== '',
  ) as string[];
  const blocks = [...head, ...body, ...foot.map((line) => styled(line, { ...small, size: 9.5, leading: 16 }))];
  return { blocks: blocks.map((block) => ({ ...block, text: printable(block.text) })), ruleAfter: head.length - 1 };
}
