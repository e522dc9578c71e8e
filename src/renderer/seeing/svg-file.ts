// A picture as a file that stands alone: its own colours, faces by name, a title and a description. Pure.
import { type Drawing, type Ink, setting, type Shape } from './drawing.ts';

/** Of the light theme: a file is shown on paper. A test holds them to tokens.css. */
export const paperInks: Readonly<Record<Ink, string>> = {
  ink: '#241f1a',
  soft: '#655b4f',
  line: '#e0d6c3',
  edge: '#8f8270',
  accent: '#8a3a1e',
  red: '#cf4a3f',
  orange: '#c8661b',
  yellow: '#a67c00',
  green: '#3f8f4f',
  teal: '#1f8a8a',
  blue: '#4a7fd0',
  violet: '#8f63c9',
  grey: '#807870',
};

export const PAPER = '#fffdf8';
const FACES = "'IBM Plex Sans Arabic', 'Noto Sans Arabic', 'Segoe UI', Tahoma, sans-serif";
const MARGIN = 24;
const HEAD = 46;

/** Characters that XML 1.0 does not have are left out. */
const escaped = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    .replaceAll(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

function element(shape: Shape, direction: Drawing['direction']): string {
  const colour = paperInks[shape.ink];
  if (shape.kind === 'rect') {
    const { x, y, width, height } = shape;
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
  }
  if (shape.kind === 'circle') return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}" fill="${colour}"/>`;
  if (shape.kind === 'path') {
    const { d, stroke } = shape;
    return stroke === undefined
      ? `<path d="${d}" fill="${colour}"/>`
      : `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${stroke}" stroke-opacity="0.5"/>`;
  }
  const { x, y, size, strong, text } = shape;
  const set = setting(shape, direction);
  const weight = strong ? ' font-weight="500"' : '';
  const place = `x="${x}" y="${y}" direction="${set.direction}" unicode-bidi="embed" text-anchor="${set.anchor}"`;
  return `<text ${place} font-size="${size}"${weight} fill="${colour}">${escaped(text)}</text>`;
}

/** `legend`: what the colours stand for, below the picture. */
export function svgFile(drawing: Drawing, language: string, legend: readonly { name: string; ink: Ink }[] = []): string {
  const { direction, title, description, shapes, ties, marks } = drawing;
  const rtl = direction === 'rtl';
  const width = drawing.width + MARGIN * 2;
  const foot = legend.length * 22 + (legend.length > 0 ? 12 : 0);
  const height = drawing.height + HEAD + foot + MARGIN * 2;
  const edge = rtl ? drawing.width : 0;
  const side = rtl ? 'right' : 'left';
  const head: Shape = { kind: 'text', x: edge, y: 20, text: title, side, size: 20, ink: 'ink', strong: true };
  const key = legend.flatMap(({ name, ink }, n): Shape[] => {
    const y = HEAD + drawing.height + 12 + n * 22;
    return [
      { kind: 'rect', x: rtl ? edge - 12 : 0, y, width: 12, height: 12, ink },
      { kind: 'text', x: rtl ? edge - 20 : 20, y: y + 11, text: name, side, size: 13, ink: 'ink' },
    ];
  });
  const draw = (all: readonly Shape[]): string => all.map((shape) => element(shape, direction)).join('\n');
  const named = marks.map((mark) => `<g><title>${escaped(mark.name)}</title>${draw(mark.shapes)}</g>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc" xml:lang="${language}" lang="${language}" direction="${direction}" font-family="${FACES}">
<title id="title">${escaped(title)}</title>
<desc id="desc">${escaped(description)}</desc>
<rect width="${width}" height="${height}" fill="${PAPER}"/>
<g transform="translate(${MARGIN} ${MARGIN})">
${draw([head, ...key])}
<g transform="translate(0 ${HEAD})">
${draw(shapes)}
${draw(ties.map(({ shape }) => shape))}
${named}
</g>
</g>
</svg>
`;
}
