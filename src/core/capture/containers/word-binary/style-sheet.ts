// The styles of a Word document by number (MS-DOC 2.9.271, STSH): those that say what a paragraph is.
import type { Style } from '../../markup/block-writer.ts';
import { outlineOf } from './formatting.ts';

/** Numbers of the styles that every Word has (2.9.260, sti). */
const TITLE = 62;
const CAPTION = 34;
const HEADINGS = { first: 1, last: 6 };

/** Nothing stands for styles that are those of plain paragraphs, and for all when the sheet is broken. */
export function styleSheet(sheet: Uint8Array): (Style & { role?: string })[] {
  const view = new DataView(sheet.buffer, sheet.byteOffset, sheet.length);
  const styles: (Style & { role?: string })[] = [];
  if (sheet.length < 4) return styles;
  const count = view.getUint16(2, true);
  const baseSize = view.getUint16(4, true);
  let at = 2 + view.getUint16(0, true);
  for (let n = 0; n < count && at + 4 <= sheet.length; n++) {
    const size = view.getUint16(at, true);
    const definition = sheet.subarray(at + 2, at + 2 + size);
    const style = size < 2 ? undefined : (meaningOf(view.getUint16(at + 2, true) & 0xfff) ?? outlineOf(changesIn(definition, baseSize)));
    if (style) styles[n] = style;
    at += 2 + size + (size % 2);
  }
  return styles;
}

function meaningOf(number: number): (Style & { role?: string }) | undefined {
  if (number >= HEADINGS.first && number <= HEADINGS.last) return { kind: 'heading', level: number };
  if (number === TITLE) return { kind: 'heading', level: 1, role: 'title' };
  if (number === CAPTION) return { kind: 'caption' };
  return undefined;
}

/** Changes that a style of paragraphs makes stand behind its name: a size, its own number, and those. */
function changesIn(definition: Uint8Array, baseSize: number): Uint8Array {
  const view = new DataView(definition.buffer, definition.byteOffset, definition.length);
  if (baseSize + 2 > definition.length) return new Uint8Array();
  const at = baseSize + 2 + view.getUint16(baseSize, true) * 2 + 2;
  return at + 4 > definition.length ? new Uint8Array() : definition.subarray(at + 4, at + 2 + view.getUint16(at, true));
}
