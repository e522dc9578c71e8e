import type { PdfContainer } from './container.ts';
import type { Line } from '#core/typeset/line.ts';
import type { PdfFont } from './pdf-font.ts';

const number = (value: number): string => String(Math.round(value * 1000) / 1000 + 0);

/** One line as one TJ, left to right; `x` is its left edge and `y` its baseline from the top, in points. */
export function drawLine(doc: PdfContainer, font: PdfFont, line: Line, size: number, x: number, y: number, grey = 0): void {
  doc.page.fonts[font.id] ??= font.ref;
  let shown = '';
  let codes = '';
  for (const token of line.visual) {
    codes += font.codes(token.run, (token.level & 1) === 1);
    if (token.kind === 'word' || line.extra === 0) continue;
    shown += `<${codes}> ${number((-line.extra * 1000) / size)} `;
    codes = '';
  }
  if (codes) shown += `<${codes}>`;
  const flip = `1 0 0 -1 0 ${number(doc.page.height)} cm`;
  doc.addContent(
    `q ${flip} ${number(grey)} ${number(grey)} ${number(grey)} rg BT /${font.id} ${number(size)} Tf 1 0 0 1 ${number(x)} ${number(doc.page.height - y)} Tm [${shown}] TJ ET Q`,
  );
}
