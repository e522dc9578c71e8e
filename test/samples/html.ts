// The same article as a page of the web, in the same face, sizes and paper, for Chromium to set.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Block, Item } from '#contract/item.ts';
import { directionOf } from '#core/arabic/direction.ts';
import { verseOf } from '#core/typeset/verse.ts';
import shipped from '../../resources/fonts.json' with { type: 'json' };
import type { Sample } from './pages.ts';

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function facesOf(id: string): string {
  const { resolve } = createRequire(import.meta.url);
  const url = (name: string, file: string): string => pathToFileURL(resolve(`${name}/${file}`)).href;
  const rule = (family: string, weight: number, src: string): string =>
    `@font-face { font-family: ${family}; font-weight: ${weight}; src: url("${src}"); }`;
  const face = shipped.faces.find((one) => one.id === id)!;
  return [
    ...[face].flatMap((one) => [rule('First', 400, url(one.package, one.regular)), rule('First', 700, url(one.package, one.bold))]),
    ...shipped.companions.flatMap((one, at) => [rule(`Other${at}`, 400, url(one.package, one.regular))]),
  ].join('\n');
}

const style = (factor: number, columns: number): string => `
@page { size: 595.28pt 841.89pt; margin: 96.8pt 80.4pt; }
body { font: ${14 * factor}pt/${24.5 * factor}pt First, Other0, Other1; margin: 0; }
main { columns: ${columns}; column-gap: 24pt; }
p, blockquote { text-align: justify; margin: 0 0 ${7 * factor}pt; }
h1 { font-size: ${21 * factor}pt; line-height: ${36 * factor}pt; margin: 0; padding-block-end: 8pt; border-block-end: .5pt solid #999; margin-block-end: 22pt; }
h2 { font-size: ${16 * factor}pt; line-height: ${28 * factor}pt; margin: 0 0 7pt; }
blockquote { font-size: 13pt; line-height: 22.5pt; margin-inline: 28pt; }
ul { list-style: none; padding-inline-start: 20pt; margin: 0 0 7pt; }
table { border-collapse: collapse; font-size: 12pt; line-height: 20pt; margin-block-end: 12pt; }
th, td { text-align: start; padding: 2pt 5.4pt; border-block-end: .3pt solid #999; vertical-align: top; }
.verse { display: grid; grid-template-columns: 1fr auto 1fr; gap: 20pt; }`;

function groupsOf(body: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of body) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.kind === block.kind && !last.cells === !block.cells && (block.cells || block.kind === 'list-item'))
      groups.at(-1)!.push(block);
    else groups.push([block]);
  }
  return groups;
}

function markup(group: readonly Block[]): string {
  const [{ kind, text, cells }] = group as [Block];
  const dir = `dir="${directionOf(text)}"`;
  if (cells) {
    const rows = group.map(
      (row) => `<tr>${row.cells!.map((cell) => `<t${row.header ? 'h' : 'd'}>${escaped(cell)}</t${row.header ? 'h' : 'd'}>`).join('')}</tr>`,
    );
    return `<table>${rows.join('')}</table>`;
  }
  if (kind === 'list-item') return `<ul>${group.map((one) => `<li>${escaped(one.text)}</li>`).join('')}</ul>`;
  const verse = kind === 'verse' ? verseOf(text) : undefined;
  if (verse)
    return `<div class="verse"><span>${escaped(verse.first)}</span><span>${verse.between}</span><span>${escaped(verse.second)}</span></div>`;
  const tag = kind === 'heading' ? 'h2' : kind === 'quote' ? 'blockquote' : 'p';
  return `<${tag} ${dir}>${escaped(text)}</${tag}>`;
}

export function htmlOf({ item, options }: Sample): string {
  const { title, body, language }: Item = item;
  const factor = options.print === 'large' ? 1.36 : 1;
  const scale = shipped.faces.find((one) => one.id === (options.face ?? 'amiri'))?.scale ?? 1;
  return `<!doctype html><html lang="${language}" dir="rtl"><meta charset="utf-8"><style>${facesOf(options.face ?? 'amiri')}${style(factor * scale, options.columns ?? 1)}</style>
<h1>${escaped(title)}</h1><main>${groupsOf(body).map(markup).join('\n')}</main></html>`;
}
