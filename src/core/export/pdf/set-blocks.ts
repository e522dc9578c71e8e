// The blocks of an article as rows of lines.
import { directionOf } from '#core/arabic/direction.ts';
import { labelled } from '#core/typeset/list-label.ts';
import { type ParagraphStyle, setParagraph } from '#core/typeset/paragraph.ts';
import type { Row } from '#core/typeset/row.ts';
import type { Shaper } from '#core/typeset/shape.types.ts';
import { hemistichWidth, setVerse, type Verse, verseOf } from '#core/typeset/verse.ts';
import { printable, type TextBlock } from './article.ts';

type Setting = { shaperOf: (block: TextBlock) => Shaper; measure: number; language: string; kashida: boolean };

export function setBlocks(blocks: readonly TextBlock[], setting: Setting): Row[][] {
  const out: Row[][] = [];
  while (out.length < blocks.length) {
    const { kind } = blocks[out.length]!;
    const other = blocks.findIndex((block, at) => at > out.length && block.kind !== kind);
    const alike = blocks.slice(out.length, other < 0 ? blocks.length : other);
    if (kind === 'verse') out.push(...setPoem(alike, setting));
    else if (kind === 'list-item') out.push(...setList(alike, setting));
    else out.push(...alike.map((block) => setText(block, block.text, setting)));
  }
  return out;
}

const styleOf = (block: TextBlock, text: string, { measure, language, kashida }: Setting): ParagraphStyle => ({
  size: block.size,
  measure: measure - block.indent - block.outdent,
  justify: block.justify,
  direction: directionOf(text),
  language,
  kashida,
});

function setText(block: TextBlock, text: string, setting: Setting): Row[] {
  const style = styleOf(block, text, setting);
  const start = (width: number): number => (style.direction === 'rtl' ? setting.measure - block.indent - width : block.indent);
  return setParagraph(text, setting.shaperOf(block), style).map((line) => ({ pieces: [{ line, x: start(line.width) }] }));
}

/** Labels hang before the first lines of their items, in an indent wide enough for all of them. */
function setList(list: readonly TextBlock[], setting: Setting): Row[][] {
  const items = list.map((block) => {
    const { label, text } = labelled(block.text);
    const [line] = setParagraph(label, setting.shaperOf(block), { ...styleOf(block, text, setting), justify: false });
    return { block, text, line };
  });
  const indent = Math.max(...items.map(({ block, line }) => Math.max(block.indent, (line?.width ?? 0) + block.size * 0.5)));
  return items.map(({ block, text, line }) => {
    const rows = setText({ ...block, indent }, text, setting);
    if (line) rows[0]?.pieces.unshift({ line, x: directionOf(text) === 'rtl' ? setting.measure - line.width : 0, label: true });
    return rows;
  });
}

function setPoem(poem: readonly TextBlock[], setting: Setting): Row[][] {
  const verses = poem.map(({ text }) =>
    text
      .split(/[\n\r\u2028\u2029]+/)
      .filter((line) => line.trim() !== '')
      .map((line) => ({ line: printable(line), verse: cleaned(verseOf(line)) })),
  );
  const [block] = poem;
  if (!block) return [];
  const all = verses.flat();
  const style = { ...styleOf(block, all.map(({ line }) => line).join(' '), setting), justify: false };
  const shaper = setting.shaperOf(block);
  const width = hemistichWidth(
    all.flatMap(({ verse }) => verse ?? []),
    shaper,
    style,
  );
  const centred = (text: string): Row[] =>
    setParagraph(text, shaper, style).map((line) => ({ pieces: [{ line, x: (setting.measure - line.width) / 2 }] }));
  return verses.map((lines) => lines.flatMap(({ line, verse }) => (verse ? setVerse(verse, width, shaper, style) : centred(line))));
}

const cleaned = (verse: Verse | undefined): Verse | undefined =>
  verse && { ...verse, first: printable(verse.first), second: printable(verse.second) };
