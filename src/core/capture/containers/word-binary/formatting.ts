// How stretches of a Word document are formatted: pages of 512 bytes (MS-DOC 2.9.33 ChpxFkp, 2.9.175 PapxFkp) list them by the
// bytes they stand at. Only what changes the meaning of the text is read.
import type { Style } from '../../markup/block-writer.ts';

const PAGE = 512;

/** From `start` to `end`, in bytes of the document's stream. */
export type Stretch = { readonly start: number; readonly end: number; readonly style: number; readonly properties: Uint8Array };

/** `plc` is the list of pages in the table stream: places, then numbers of pages. `kind`: of characters, or of paragraphs. */
export function stretchesIn(document: Uint8Array, plc: Uint8Array, kind: 'character' | 'paragraph'): Stretch[] {
  const view = new DataView(plc.buffer, plc.byteOffset, plc.length);
  const pages = Math.max(0, Math.floor((plc.length - 4) / 8));
  return Array.from({ length: pages }, (_, n) => view.getUint32((pages + 1) * 4 + n * 4, true) & 0x3fffff)
    .filter((number) => (number + 1) * PAGE <= document.length)
    .flatMap((number) => pageOf(document.subarray(number * PAGE, (number + 1) * PAGE), kind))
    .sort((a, b) => a.start - b.start);
}

function pageOf(page: Uint8Array, kind: 'character' | 'paragraph'): Stretch[] {
  const view = new DataView(page.buffer, page.byteOffset, page.length);
  const step = kind === 'character' ? 1 : 13;
  const count = Math.min(page[PAGE - 1]!, Math.floor((PAGE - 5) / (4 + step)));
  return Array.from({ length: count }, (_, n) => {
    const at = page[(count + 1) * 4 + n * step]! * 2;
    const [style, properties] =
      at === 0 ? [0, EMPTY] : kind === 'character' ? [0, characterProperties(page, at)] : paragraphProperties(page, at);
    return { start: view.getUint32(n * 4, true), end: view.getUint32(n * 4 + 4, true), style, properties };
  });
}

const EMPTY = new Uint8Array();

const characterProperties = (page: Uint8Array, at: number): Uint8Array => page.subarray(at + 1, at + 1 + page[at]!);

/** A size in words, or zero and then one; the number of the style; changes to it. */
function paragraphProperties(page: Uint8Array, at: number): [number, Uint8Array] {
  const [from, size] = page[at] === 0 ? [at + 2, (page[at + 1] ?? 0) * 2] : [at + 1, page[at]! * 2 - 1];
  const style = (page[from] ?? 0) | ((page[from + 1] ?? 0) << 8);
  return [style, page.subarray(from + 2, from + Math.max(2, size))];
}

/** Bytes of an operand, by the upper three bits of the property (2.2.5.1, spra). */
const operands = [1, 1, 2, 4, 2, 2, -1, 3];
const TABLE_DEFINITION = 0xd608;

/** Values of properties, those of one byte at least, by their numbers. */
export function propertiesIn(list: Uint8Array): Map<number, number> {
  const found = new Map<number, number>();
  for (let at = 0; at + 2 < list.length; ) {
    const property = list[at]! | (list[at + 1]! << 8);
    found.set(property, list[at + 2]!);
    const size = operands[property >> 13]!;
    if (size >= 0) at += 2 + size;
    else if (property === TABLE_DEFINITION) at += 3 + (list[at + 2]! | ((list[at + 3] ?? 0) << 8));
    else at += 3 + list[at + 2]!;
  }
  return found;
}

const OUTLINE = 0x2640;

/** Paragraphs of the first six levels of the outline are headings. */
export function outlineOf(properties: Uint8Array): Style | undefined {
  const level = propertiesIn(properties).get(OUTLINE);
  return level === undefined || level > 5 ? undefined : { kind: 'heading', level: level + 1 };
}

/** The stretch that a byte stands in. */
export function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  const found = lastFrom(stretches, offset);
  return found && offset < found.end ? found : undefined;
}

/** The last of a sorted list that does not begin after `place`. */
export function lastFrom<T extends { readonly start: number }>(sorted: readonly T[], place: number): T | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= place) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
